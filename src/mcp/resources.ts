/** What an assistant may read: the guide, the dictionary, the golden questions. */
import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { ReadResourceResult } from "@modelcontextprotocol/sdk/types.js";
import type { GraphQLSchema } from "graphql";
import { Refusal } from "./ask.ts";
import { MOST_TOKENS, tokensOf } from "./bounds.ts";
import { categories, type Entry, entriesOf, typesOf } from "./dictionary.ts";
import { QUESTIONS } from "./generated/questions.ts";
import { GUIDE } from "./guide.ts";

const AT = "trade-graph://";
const MARKDOWN = "text/markdown";

/** How many names a completion gives; the protocol allows 100. */
const COMPLETED = 100;

/** Offers the resources. */
export function offerResources(server: McpServer, schema: GraphQLSchema): void {
  server.registerResource(
    "guide",
    `${AT}guide`,
    {
      title: "Guide",
      description: "What the graph is, its two days, its evidence, and how to cite it. Read it first.",
      mimeType: MARKDOWN,
    },
    ({ href }) => markdown(href, GUIDE),
  );
  server.registerResource(
    "dictionary",
    `${AT}dictionary`,
    {
      title: "Dictionary",
      description: "The categories of the schema; each type is a piece of its own: trade-graph://dictionary/Measure.",
      mimeType: MARKDOWN,
    },
    ({ href }) => markdown(href, piece("Dictionary", `Read a piece at ${AT}dictionary/NAME: a category or a type.`, categories(schema))),
  );
  server.registerResource(
    "dictionary-piece",
    new ResourceTemplate(`${AT}dictionary/{name}`, { list: undefined, complete: { name: beginning(() => piecesOf(schema)) } }),
    {
      title: "Dictionary, a piece",
      description: "A category or a type: its fields or values, and what they mean. Of long ones, NAME.2 is the second part.",
      mimeType: MARKDOWN,
    },
    ({ href }, { name }) => markdown(href, dictionaryPiece(schema, String(name))),
  );
  server.registerResource(
    "questions",
    `${AT}questions`,
    {
      title: "Questions",
      description: "Questions that the graph answers, each with its query at trade-graph://questions/NAME.",
      mimeType: MARKDOWN,
    },
    ({ href }) => markdown(href, listOfQuestions()),
  );
  server.registerResource(
    "question",
    new ResourceTemplate(`${AT}questions/{name}`, {
      list: undefined,
      complete: { name: beginning(() => QUESTIONS.map(({ name }) => name)) },
    }),
    { title: "A question", description: "A question with its GraphQL, to send with `graphql` or to change.", mimeType: MARKDOWN },
    ({ href }, { name }) => markdown(href, question(String(name))),
  );
}

const markdown = (uri: string, text: string): ReadResourceResult => ({ contents: [{ uri, mimeType: MARKDOWN, text }] });
const beginning = (names: () => readonly string[]) => (value: string) =>
  names()
    .filter((name) => name.toLowerCase().startsWith(value.toLowerCase()))
    .slice(0, COMPLETED);

/** The names of all pieces of the dictionary. */
const piecesOf = (schema: GraphQLSchema): string[] => [...categories(schema), ...typesOf(schema)].map(({ name }) => name);

/** A piece as it fits, `NAME.2` the second part of it. */
function dictionaryPiece(schema: GraphQLSchema, name: string): string {
  const [, whole = name, part = "1"] = /^(\w+)\.(\d+)$/.exec(name) ?? [];
  const { about, entries } = entriesOf(schema, whole);
  const parts = inParts(whole, about, entries);
  const found = parts[Number(part) - 1];
  if (found === undefined) throw new Refusal(`${whole} has ${parts.length} parts: there is no part ${part}.`);
  return found;
}

/** The lines of a piece, on as many pages as they take. */
function inParts(name: string, about: string, entries: readonly Entry[]): string[] {
  // The first and the last line, and what it is about, stand on each.
  const room = MOST_TOKENS - 100 - tokensOf(about);
  const pages: Entry[][] = [[]];
  let taken = 0;
  for (const entry of entries) {
    const tokens = tokensOf(lineOf(entry)) + 1;
    taken += tokens;
    if (taken <= room) pages.at(-1)?.push(entry);
    else pages.push([entry]);
    if (taken > room) taken = tokens;
  }
  return pages.map((page, i) => {
    const goesOn = i + 1 < pages.length ? `\nIt goes on: ${AT}dictionary/${name}.${i + 2}\n` : "";
    return `${piece(pages.length > 1 ? `${name}, part ${i + 1} of ${pages.length}` : name, about, page)}${goesOn}`;
  });
}

const piece = (name: string, about: string, entries: readonly Entry[]): string =>
  [`# ${name}`, "", ...(about === "" ? [] : [about, ""]), ...entries.map(lineOf), ""].join("\n");

const lineOf = ({ name, type, means }: Entry): string => `- \`${name}${type === undefined ? "" : `: ${type}`}\` ${means}`.trimEnd();

function listOfQuestions(): string {
  const themes = [...new Set(QUESTIONS.map(({ theme }) => theme))];
  const sections = themes.flatMap((theme) => [
    "",
    `## ${theme}`,
    "",
    ...QUESTIONS.filter((one) => one.theme === theme).map(({ name, question: words }) => `- ${name}: ${words}`),
  ]);
  return ["# Questions", "", `Each with its query at ${AT}questions/NAME.`, ...sections, ""].join("\n");
}

function question(name: string): string {
  const found = QUESTIONS.find((one) => one.name === name);
  if (!found) throw new Refusal(`There is no question ${name}; ${AT}questions lists them.`);
  const query = found.source.slice(found.source.indexOf("\n") + 1).trim();
  return `# ${found.question}\n\n\`\`\`graphql\n${query}\n\`\`\`\n`;
}
