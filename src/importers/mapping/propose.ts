import { basename } from "node:path";
import { formatProblem, InputError, type Problem } from "../../load/index.ts";
import type { Model, NodeType } from "../../model/index.ts";
import { columnsOfNode } from "../csv/kinds.ts";
import type { Column } from "../csv/values.ts";
import { PLAIN_FORM } from "../read/form.ts";
import { readTable } from "../read/table.ts";
import { lettersAndDigits } from "../read/text.ts";
import { type Guess, guessOf } from "./guesses.ts";

/** So many rows are looked at. */
const SAMPLES = 200;

/** A column of a table, and what seems to stand in it. */
interface Sampled {
  readonly header: string;
  readonly samples: readonly string[];
  readonly guess: Guess;
}

/** What headers say that rows are about, the first that fits counts. */
const SUBJECTS: readonly (readonly [type: string, headers: RegExp])[] = [
  ["Country", /countr(y|ies) (list|codes?)|^countries|^iso/i],
  ["Firm", /compan|firms?\b|registrant|entity|\blei\b/i],
  ["Person", /person|people|lobby|surname|last ?name|official/i],
  ["Agreement", /agreement|treaty|pact/i],
  ["Measure", /measure|tariffs?\b|duty|regulation|sanction|rate/i],
  ["Event", /event|what|meeting/i],
  ["Agency", /agency|ministry|authority/i],
];

/** What fields are often called, by the field. */
const CALLED: Readonly<Record<string, RegExp>> = {
  name: /^(name|company|firm|registrant|entity|person|full name|country( name)?)$/i,
  title: /^(title|name|agreement|treaty|measure|event|what)$/i,
  aliases: /alias|a\.?k\.?a|known as|other names?/i,
  lei: /\blei\b/i,
  headquarters: /seat|headquarter|country/i,
  population: /^pop/i,
  signedOn: /signed|signature/i,
  announcedOn: /announced|published|^date$/i,
  inForceFrom: /in force|effective|from$|start/i,
  inForceUntil: /until|expir|^to$|end$/i,
  startedOn: /^(when|date|start|from)/i,
  endedOn: /^(until|end|to$)/i,
  participants: /member|part(y|ies|icipant)|who/i,
  targets: /partner|target|against/i,
  covers: /\bhs|commodit|product|goods/i,
  rate: /rate|duty/i,
  summary: /summary|remark|description|notes?$/i,
};

/** The fields of country codes by the system that they have. */
const OWN_CODES: Readonly<Record<string, string>> = { iso2: "iso2", iso3: "iso3" };

/** A first draft of a mapping file for a table, from its headers and the first rows, with comments where it had to guess. Throws InputError. */
export async function proposeMapping(file: string, model: Model, sheet: string | null): Promise<string> {
  const columns = await sampled(file, sheet);
  const type = subjectOf(basename(file), columns, model);
  const fields = fieldsFor(columns, type);
  const lines = [
    "# yaml-language-server: $schema=./api/mapping.schema.json",
    `# A first draft for ${basename(file)}: read it line by line, mend what was guessed wrong, then`,
    `#   npm run import -- csv --map THIS ${basename(file)}`,
    ...tableLines(columns, sheet),
    "source: # Who says so? Every value rests on it.",
    `  title: ${JSON.stringify(basename(file))}`,
    "  reliability: AGGREGATOR # OFFICIAL, PRESS or AGGREGATOR",
    "  # publisher: …",
    "  # publishedOn: 2026-01-31",
    "  # url: https://…",
    "nodes:",
    `  row: # A row seems to be a ${type.name}; the types are ${[...model.nodes.keys()].join(", ")}.`,
    `    type: ${type.name}`,
    ...identityLines(columns, type, fields),
    fields.size > 0 ? "    fields:" : "    fields: {} # No column seems to be one: take some of these.",
    ...fieldLines(columns, type, fields),
  ];
  return `${lines.join("\n")}\n`;
}

async function sampled(file: string, sheet: string | null): Promise<Sampled[]> {
  const problems: Problem[] = [];
  const cells = new Map<string, string[]>();
  let rows = 0;
  const notes = { reject: (problem: Problem) => void problems.push(problem), count: () => undefined };
  const takes = ({ names }: { readonly names: readonly { readonly text: string }[] }) => {
    for (const { text } of names) if (text !== "") cells.set(text, []);
    return true;
  };
  for await (const row of readTable(file, notes, takes, { ...PLAIN_FORM, sheet })) {
    for (const [name, { text }] of row.cells) cells.get(name)?.push(text);
    rows += 1;
    if (rows >= SAMPLES) break;
  }
  const [problem] = problems;
  if (problem && rows === 0) throw new InputError(formatProblem(problem));
  return [...cells].map(([header, samples]) => ({ header, samples, guess: guessOf(header, samples) }));
}

/** What rows seem to be about: what the file's name says, else what its headers do. */
function subjectOf(file: string, columns: readonly Sampled[], model: Model): NodeType {
  const named = SUBJECTS.find(([, words]) => words.test(file.replace(/[_-]+/g, " ")))?.[0];
  const said = SUBJECTS.find(([, words]) => columns.some(({ header }) => words.test(header)))?.[0];
  const type = model.nodes.get(named ?? said ?? "Firm");
  if (!type) throw new Error("The schema has no such type.");
  return type;
}

/** The field of each column that seems to have one; each field once. */
function fieldsFor(columns: readonly Sampled[], type: NodeType): Map<Sampled, Column> {
  const known = columnsOfNode(type);
  const found = new Map<Sampled, Column>();
  const free = (name: string) => ![...found.values()].some((column) => column.name === name);
  const put = (column: Sampled, name: string | undefined) => {
    const field = name === undefined ? undefined : known.get(name);
    if (field && field.name !== "id" && free(field.name) && mayBe(column.guess, field)) found.set(column, field);
  };
  for (const column of columns) {
    const { header, guess } = column;
    put(
      column,
      [...known.keys()].find((name) => lettersAndDigits(name) === lettersAndDigits(header)),
    );
    if (!found.has(column) && guess.code !== null)
      put(column, OWN_CODES[guess.code] ?? (guess.code === "lei" || guess.code === "wikidata" ? guess.code : undefined));
  }
  for (const column of columns)
    for (const [name, headers] of Object.entries(CALLED)) if (!found.has(column) && headers.test(column.header)) put(column, name);
  return found;
}

/** Whether what stands in a column may be a field's. */
function mayBe(guess: Guess, field: Column): boolean {
  if (field.leads) return !guess.isDate && !(guess.isNumber && guess.code === null);
  if (field.date) return guess.isDate;
  return field.number === null ? !guess.isDate : guess.isNumber;
}

function tableLines(columns: readonly Sampled[], sheet: string | null): string[] {
  const empty = [...new Set(columns.flatMap(({ guess }) => guess.empty))];
  const lines = [
    ...(sheet === null ? [] : [`  sheet: ${JSON.stringify(sheet)}`]),
    ...(empty.length === 0 ? [] : [`  na: ${JSON.stringify(empty)} # Cells that seem to say nothing.`]),
  ];
  return lines.length === 0 ? [] : ["table:", ...lines];
}

function identityLines(columns: readonly Sampled[], type: NodeType, fields: ReadonlyMap<Sampled, Column>): string[] {
  const strong = [...fields.values()].map(({ name }) => name).filter((name) => ["lei", "wikidata", "iso2", "iso3"].includes(name));
  const match = strong.length === 0 ? [] : [`    match: [${strong.join(", ")}] # What tells it from all others.`];
  if (type.name === "Country" && match.length > 0)
    return [...match, "    new: leave # The graph has the countries of ISO 3166: what is none of them is left out."];
  const named = [...fields].find(([, { name }]) => name === type.names[0])?.[0];
  const key = columns.find(({ header, guess }) => /^(id|ref|no|number|code)\b/i.test(header) && guess.isUnique) ?? named ?? columns[0];
  const sure = key?.guess.isUnique ? "" : " Several rows have the same: what they say is put together.";
  return [
    ...match,
    `    id: ${JSON.stringify(`{${key?.header ?? ""}}`)} # Its id, made of columns; a word before it ("mine-{…}") keeps it apart from others.${sure}`,
  ];
}

function fieldLines(columns: readonly Sampled[], type: NodeType, fields: ReadonlyMap<Sampled, Column>): string[] {
  const lines = columns.map((column) => {
    const { guess, samples } = column;
    const field = fields.get(column);
    const example = samples[0] === undefined ? "always empty" : `such as ${JSON.stringify(samples[0].slice(0, 40))}`;
    const value = valueOfColumn(column, field);
    if (!field) return `      # …: ${value} # ${example}: which field of ${type.name}?`;
    return `      ${field.name}: ${value} # ${[example, ...guess.doubts].join("; ").replaceAll("\n", " ")}`;
  });
  const lacking = [...type.properties.values()].filter(
    ({ name, required, list, derived }) =>
      required && !list && !derived && name !== "id" && ![...fields.values()].some((field) => field.name === name),
  );
  const isAdded = type.name !== "Country";
  return [
    ...lines,
    ...(isAdded ? lacking.map(({ name, type: of }) => `      # ${name}: {value: …} # A ${type.name} needs it: ${of}.`) : []),
    `      # The fields of ${type.name}: ${[...columnsOfNode(type).keys()].join(", ")}.`,
  ];
}

function valueOfColumn({ header, guess }: Sampled, field: Column | undefined): string {
  const code = field?.leads || ["lei", "wikidata"].includes(guess.code ?? "") ? guess.code : null;
  const parts = [
    ...(code === null ? [] : [`code: ${code}`]),
    ...(guess.dates.length === 0 ? [] : [`date: ${JSON.stringify(guess.dates.length === 1 ? guess.dates[0] : guess.dates)}`]),
    ...(guess.decimals === null ? [] : [`decimals: ${JSON.stringify(guess.decimals)}`]),
    ...(guess.split === null || guess.split === ";" || guess.split === "|" || field?.list === false
      ? []
      : [`split: ${JSON.stringify(guess.split)}`]),
  ];
  return parts.length === 0 ? JSON.stringify(header) : `{column: ${JSON.stringify(header)}, ${parts.join(", ")}}`;
}
