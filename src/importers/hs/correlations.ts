import { type Bundle, type EdgeRecord, hsIdOf, InputError, type Place, type Properties, problemAt } from "../../load/index.ts";
import type { Importer, Notes } from "../importer.ts";
import { nameOf, originOf } from "../read/bytes.ts";
import type { Cell } from "../read/cells.ts";
import { checkEdition } from "../references/into-edition.ts";
import { sourceBundle } from "../statements.ts";
import { type CodeText, codeOfText, editionsIn } from "./code-text.ts";
import { columnOf, type FoundRow, likeness, readFound } from "./columns.ts";

interface Options {
  /** The edition of the codes that stand first, where the table does not say it. */
  readonly from?: string | undefined;
  /** That of the codes which they correspond to. */
  readonly to?: string | undefined;
}

/** Where a table of correlations has what. */
interface Columns {
  /** The two columns of codes, in their order in the table. */
  readonly codes: readonly [End, End];
  readonly relationship: number | null;
  readonly headers: readonly string[];
}

/** A column of codes of one edition. */
interface End {
  readonly at: number;
  readonly edition: string;
}

/** A row: a code of the older edition and one of the newer. */
interface Pair {
  readonly older: CodeText;
  readonly newer: CodeText;
  /** Whether one or several of the older and of the newer, as the table says it; null where it does not. */
  readonly stated: readonly [isMany: boolean, isMany: boolean] | null;
  readonly place: Place;
}

/** Codes that stand for goods which have none, and words for no code. */
const NO_CODE = /^(?:9999(?:99|aa)?|99|null|n\/?a|none|nan|-|total)?$/i;

/** A relationship in words or signs; Excel takes `1:1` for a time of the day. */
const RELATIONSHIP = /^(1|n|m|one|many)\s*(?::|to|-|–)\s*(1|n|m|one|many)$/i;
const ONE_AS_TIME = /^0?1:0?1(?::00)?(?: ?am)?$/i;

const CORRELATIONS = [
  ["ONE_TO_ONE", "ONE_TO_MANY"],
  ["MANY_TO_ONE", "MANY_TO_MANY"],
] as const;

/** How the United Nations Statistics Division calls its files of correlations. */
const OF_UNSD = /conversion ?and ?correlation ?tables|correlation and conversion tables/i;

/**
 * Correlations between two editions of the Harmonized System, as the United Nations Statistics Division, the World Bank or anyone gives them: a table with two
 * columns of codes, whose headers, or `from` and `to`, or the file's name, say the editions, and it may be a column with the relationship (`1:n`). Yields
 * edges between the codes that the graph has, a bundle for each chapter of the older edition. The whole table is kept in memory: the longest has
 * some 20,000 rows. Throws InputError where there is no such edition.
 */
export function hsCorrelations({ from, to }: Options): Importer {
  if (from !== undefined) checkEdition("from", from);
  if (to !== undefined) checkEdition("to", to);
  if (from !== undefined && from === to) throw new InputError(`--from ${from} and --to ${to} are one edition: correlations join two.`);
  return async function* (files, notes) {
    for (const file of files) {
      const read = await readPairs(file, { from, to }, notes);
      if (read) yield* bundlesOf(read.pairs, read.editions, file, notes);
    }
  };
}

/** The pairs of a table, each once, and its editions, the older first; null where it has none. */
async function readPairs(file: string, asked: Options, notes: Notes) {
  const pairs = new Map<string, Pair>();
  let columns: Columns | null = null;
  const find = (cells: readonly Cell[]) => columnsOf(cells, file, asked);
  for await (const row of readFound(file, notes, find, MISSING)) {
    if (columns === null) noteColumns(row.columns, nameOf(file), notes);
    columns = row.columns;
    const problem = problemOf(columns, asked);
    if (problem !== null) {
      notes.reject(problemAt(row.place, problem));
      return null;
    }
    const pair = pairOf(row, notes);
    if (pair === null) continue;
    const key = `${pair.older.code} ${pair.newer.code}`;
    if (pairs.has(key)) notes.count("two codes that stand beside each other twice: the first row counts");
    else pairs.set(key, pair);
  }
  if (columns === null || pairs.size === 0) return null;
  const [first, second] = columns.codes;
  return { pairs: [...pairs.values()], editions: [first.edition, second.edition].sort() as [string, string] };
}

const MISSING =
  "No two columns of codes are found in the first rows. Their headers must name the editions (HS 2022, HS 2017, or H6, H5), or be from and to, with --from and --to on the command.";

/** The columns of a table by the row that may be its header; null where it is none. */
function columnsOf(cells: readonly Cell[], file: string, { from, to }: Options): Columns | null {
  const headers = cells.map(({ text }) => text);
  const all = headers.flatMap((header, at) => {
    if (likeness(header, "code") === null && likeness(header, "end") === null) return [];
    return [{ at, edition: editionsIn(header)[0] ?? null }];
  });
  const named = all.filter(({ edition }) => edition !== null);
  // A table of all editions: those that were asked for.
  const wanted = named.length > 2 ? named.filter(({ edition }) => edition === from || edition === to) : named;
  const [first, second] = wanted.length === 2 ? wanted : all;
  if (!first || !second || (wanted.length !== 2 && all.length !== 2)) return null;
  const names = editionsIn(nameOf(file).replace(/^.*[\\/]/, ""));
  const ofFile = names.length === 2 ? names : [];
  const isTurned = /^(?:to|target|new|current)/i.test(headers[first.at] ?? "") && first.edition === null;
  const ends = isTurned ? [to, from] : [from, to];
  const editions = [first, second].map((end, i) => end.edition ?? ends[i] ?? ofFile[isTurned ? 1 - i : i] ?? "");
  return {
    codes: [
      { at: first.at, edition: editions[0] ?? "" },
      { at: second.at, edition: editions[1] ?? "" },
    ],
    relationship: columnOf(headers, "relationship"),
    headers,
  };
}

/** What is wrong with the editions of a table, or null. */
function problemOf({ codes: [first, second] }: Columns, { from, to }: Options): string | null {
  if (first.edition === "" || second.edition === "")
    return "The table does not say of which editions its two columns of codes are: name them with --from and --to, in the order of the columns.";
  if (first.edition === second.edition) return `Both columns are codes of ${first.edition}: correlations join two editions.`;
  const other = [from, to].find((asked) => asked !== undefined && asked !== first.edition && asked !== second.edition);
  return other === undefined
    ? null
    : `The table joins ${first.edition} and ${second.edition}, and ${other} was asked for: leave --from and --to out, or bring another table.`;
}

function noteColumns({ codes, relationship, headers }: Columns, file: string, notes: Notes): void {
  const columns = codes.map(({ at, edition }) => `codes of ${edition} from "${headers[at]}"`);
  const said = relationship === null ? "which says no relationship: it is counted" : `the relationship from "${headers[relationship]}"`;
  notes.count(`${file}: read as a table of correlations, ${columns.join(", ")}, ${said}`);
}

/** The pair of a row, the older code first; null where it has none, which is counted, or is wrong, which is rejected. */
function pairOf({ columns: { codes, relationship }, cells, place }: FoundRow<Columns>, notes: Notes): Pair | null {
  const texts = codes.map(({ at }) => cells[at]?.text ?? "");
  if (texts.some((text) => NO_CODE.test(text))) {
    if (texts.some((text) => text !== ""))
      notes.count("a code that nothing in the other edition corresponds to, or one for goods that are not specified: left out");
    return null;
  }
  const [first, second] = codes.map(({ at }) => codeAt(cells, at));
  const wrong = [first, second].findIndex((read) => !read || read.code.length > 6);
  if (!first || !second || wrong >= 0) {
    notes.reject(problemAt(place, `"${texts[wrong]}" is no code of 2, 4 or 6 digits.`));
    return null;
  }
  if (first.code.length !== second.code.length) {
    notes.reject(problemAt(place, `${first.code} and ${second.code} are codes of two levels: a subheading corresponds to subheadings.`));
    return null;
  }
  for (const { isRepaired } of [first, second]) if (isRepaired) notes.count("a code that had lost a zero: put back");
  const stated = relationship === null ? null : statedIn(cells[relationship]?.text ?? "", notes);
  const isTurned = (codes[0]?.edition ?? "") > (codes[1]?.edition ?? "");
  if (!isTurned) return { older: first, newer: second, stated, place };
  return { older: second, newer: first, stated: stated && [stated[1], stated[0]], place };
}

/** The code of a cell; `ex` may stand in a cell of its own before or behind it. */
function codeAt(cells: readonly Cell[], at: number): CodeText | null {
  const read = codeOfText(cells[at]?.text ?? "");
  const isEx = (i: number) => /^ex\.?$/i.test(cells[i]?.text ?? "");
  // Between two columns of codes it belongs to the one behind it.
  const isBehind = isEx(at + 1) && codeOfText(cells[at + 2]?.text ?? "") === null;
  return read && { ...read, isPart: read.isPart || isEx(at - 1) || isBehind };
}

function statedIn(text: string, notes: Notes): readonly [boolean, boolean] | null {
  const bare = text.replace(/^['’]/, "").trim();
  if (ONE_AS_TIME.test(bare) && bare !== "1:1") notes.count("a relationship 1:1 that became a time of the day: put back");
  if (ONE_AS_TIME.test(bare)) return [false, false];
  const [, first, second] = RELATIONSHIP.exec(bare) ?? [];
  if (first !== undefined && second !== undefined) return [isMany(first), isMany(second)];
  if (bare !== "") notes.count(`a relationship "${text}" that is none: counted from the table`);
  return null;
}

function isMany(word: string): boolean {
  return !/^(?:1|one)$/i.test(word);
}

/** The pairs as bundles, behind that of their source. */
async function* bundlesOf(
  pairs: readonly Pair[],
  [older, newer]: readonly [string, string],
  file: string,
  notes: Notes,
): AsyncGenerator<Bundle> {
  const name = `hs-correlations-${older}-${newer}`;
  const origin = `hs-correlations ${await originOf(file)}`;
  const counts = { newer: countOf(pairs, (pair) => pair.older.code), older: countOf(pairs, (pair) => pair.newer.code) };
  const chapters = new Map<string, EdgeRecord[]>();
  for (const pair of pairs) {
    const several = [(counts.older.get(pair.newer.code) ?? 0) > 1, (counts.newer.get(pair.older.code) ?? 0) > 1] as const;
    const { stated } = pair;
    if (stated && ((several[0] && !stated[0]) || (several[1] && !stated[1])))
      notes.count("a relationship that says one where the table itself has several: several");
    const [manyOlder, manyNewer] = [several[0] || stated?.[0] === true, several[1] || stated?.[1] === true];
    const properties: Properties = {
      since: `${newer}-01-01`,
      correlation: CORRELATIONS[manyOlder ? 1 : 0][manyNewer ? 1 : 0],
      ...noteOf(pair, older, newer),
    };
    const chapter = pair.older.code.slice(0, 2);
    const edges = chapters.get(chapter) ?? [];
    chapters.set(chapter, edges);
    edges.push({
      type: "CORRESPONDS_TO",
      from: hsIdOf(pair.older.code, older),
      to: hsIdOf(pair.newer.code, newer),
      properties,
      claims: [`claim:${name}`],
      place: pair.place,
    });
  }
  const place = pairs[0]?.place ?? { file: nameOf(file), line: 1, column: 1 };
  yield ownBundle(name, origin, [older, newer], file, place);
  for (const [chapter, edges] of chapters)
    yield { name: `${name}-${chapter}`, origin, nodes: [], edges, records: edges.length, place: edges[0]?.place ?? place };
}

/** What `ex` says, in words. */
function noteOf({ older, newer }: Pair, from: string, to: string): { note?: string } {
  const parts = [older.isPart ? `${older.code} of ${from}` : [], newer.isPart ? `${newer.code} of ${to}` : []].flat();
  return parts.length === 0 ? {} : { note: `Only a part of ${parts.join(" and of ")} (ex).` };
}

function countOf(pairs: readonly Pair[], keyOf: (pair: Pair) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(keyOf(pair), (counts.get(keyOf(pair)) ?? 0) + 1);
  return counts;
}

/** What the correlations rest on. */
function ownBundle(name: string, origin: string, [older, newer]: readonly [string, string], file: string, place: Place): Bundle {
  const publisher = OF_UNSD.test(file)
    ? { publisher: "United Nations Statistics Division", url: "https://unstats.un.org/unsd/classifications/Econ" }
    : {};
  const title = `Harmonized System: correlations between the editions of ${older} and ${newer}`;
  const claim = { certainty: "CONFIRMED", statement: `Which codes of ${newer} the codes of ${older} went into.` };
  return sourceBundle({ name, origin, source: { title, ...publisher, reliability: "AGGREGATOR", language: "en" }, claim }, place);
}
