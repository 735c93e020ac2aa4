import {
  bestHit,
  type CutField,
  type CutList,
  DEFAULT_PAGE,
  type EmptyField,
  existingIds,
  LONGEST_KEY,
  type Meant,
  similarIds,
  type UnfoundCode,
} from "../compile/index.ts";
import { type Reads, searchWords } from "../engine/port.ts";
import { BadIdError, type Model, nodeTypeOf } from "../model/index.ts";
import { type MergedId, ofMerged } from "./merged.ts";
import { unknownCodes } from "./unknown-codes.ts";

/** What a client should know of an answer that is right as it stands: a member of `extensions.warnings`. The code is stable, the message is not. */
export interface Warning {
  /** UNKNOWN_ID: a field is empty, and the graph has no node of an id in its arguments. UNKNOWN_CODE: a field is empty, and the graph has no node of a code in its arguments. DEFAULT_PAGE: a list goes on behind its first page. ANALYSIS_CUT: a limit left something out of a list that was worked out. MERGED_ID: an id in a field's arguments is that of a node that was merged into another, which was read instead. */
  readonly code: "UNKNOWN_ID" | "UNKNOWN_CODE" | "DEFAULT_PAGE" | "ANALYSIS_CUT" | "MERGED_ID";
  /** The way to the field by response keys, without places in lists: a field is warned of once, however often it is answered. */
  readonly path: readonly string[];
  readonly message: string;
  /** Of MERGED_ID: the id as it was asked, in full. Of UNKNOWN_ID: the id in full; missing where the message sums up those beyond the most that are told. */
  readonly id?: string;
  /** Of MERGED_ID: the id of the node that stands for it. */
  readonly into?: string;
  /** Of UNKNOWN_CODE: the code. */
  readonly value?: string;
  /** Of UNKNOWN_ID: an id that the graph has and that is like it, where one is. Of UNKNOWN_CODE: the code of what it would lie under. */
  readonly didYouMean?: string;
  /** Of DEFAULT_PAGE: how many the list has, where the query asked for it and there is one such list. */
  readonly totalCount?: number;
}

/** What the root fields of an answer noted. */
export interface Findings {
  readonly empty: readonly EmptyField[];
  readonly unfound: readonly UnfoundCode[];
  readonly cut: readonly CutField[];
  /** Lists that were worked out and that a limit left something out of. */
  readonly left: readonly CutList[];
  /** Ids that were read as those of the nodes into which theirs were merged. */
  readonly merged: readonly MergedId[];
}

/** The most unknown ids that are told one by one. */
const MOST_TOLD = 20;
/** The most ids for which those that were meant are looked for: a list of wrong ids is wrong in another way. */
const MOST_MEANT = 5;

/**
 * The warnings of an answer: merged ids, unknown ids, unknown codes, then lists that were cut, then analyses that were, each in the order of their fields.
 * Reads nothing unless a field with ids or a code in its arguments came back empty: then one statement looks the ids up, one the codes of each type, and where some ids are
 * unknown, a few more look for what was meant. Throws EngineError.
 */
export async function warningsOf(engine: Reads, model: Model, findings: readonly Findings[]): Promise<Warning[]> {
  const ids = await unknownIds(
    engine,
    model,
    findings.flatMap((found) => found.empty),
  );
  const codes = await unknownCodes(
    engine,
    findings.flatMap((found) => found.unfound),
  );
  return [
    ...findings.flatMap(({ merged }) => merged.map(ofMerged)),
    ...ids,
    ...codes,
    ...findings.flatMap((found) => found.cut).map(ofCut),
    ...findings.flatMap(({ left }) => left.map(({ path, message }): Warning => ({ code: "ANALYSIS_CUT", path, message }))),
  ];
}

async function unknownIds(engine: Reads, model: Model, empty: readonly EmptyField[]): Promise<Warning[]> {
  if (empty.length === 0) return [];
  const rows = await engine.read(existingIds([...new Set(empty.flatMap(({ ids }) => ids))]));
  const known = new Set(rows.map(([id]) => id));
  const unknown = empty.flatMap(({ path, ids }) => ids.filter((id) => !known.has(id)).map((id) => ({ path, id })));
  const [first] = unknown;
  if (!first) return [];
  const asked = [...new Set(unknown.map(({ id }) => id))].slice(0, MOST_MEANT);
  const meant = await whatWasMeant(
    engine,
    model,
    asked.map((id) => ({ key: keyOf(id), types: [nodeTypeOf(model, id)?.name ?? ""] })),
  );
  const told = unknown.slice(0, MOST_TOLD).map(({ path, id }) => ofUnknown(path, id, meant[asked.indexOf(id)] ?? null));
  const others = unknown.length - told.length;
  const summed: Warning = { code: "UNKNOWN_ID", path: first.path, message: `The graph has no node of ${others} other ids either.` };
  return [...told, ...(others > 0 ? [summed] : [])];
}

/** The same error, with the id that was meant where the graph has one and can be asked. */
export async function withMeant(engine: Reads, model: Model, error: BadIdError): Promise<BadIdError> {
  const { id, types, message } = error;
  // An id of another type is what it is.
  if (nodeTypeOf(model, id) !== null) return error;
  const [found = null] = await whatWasMeant(engine, model, [{ key: keyOf(id), types }]).catch(() => []);
  return found === null ? error : new BadIdError(message, id, types, found);
}

function ofCut({ path, lists, totalCount }: CutField): Warning {
  const where = lists === 1 ? "This list goes" : `${lists} lists here go`;
  return {
    code: "DEFAULT_PAGE",
    path,
    message: `${where} on behind the ${DEFAULT_PAGE} entries that are given unless first or last says how many. Ask for first (200 at most), and walk on with after.`,
    ...(lists === 1 && totalCount !== null ? { totalCount } : {}),
  };
}

function ofUnknown(path: readonly string[], id: string, didYouMean: string | null): Warning {
  const hint = didYouMean === null ? "" : ` Did you mean "${didYouMean}"?`;
  return {
    code: "UNKNOWN_ID",
    path,
    id,
    message: `The graph has no ${id}.${hint}`,
    ...(didYouMean === null ? {} : { didYouMean }),
  };
}

function keyOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** The ids of the nodes that somebody meant, found by their codes, by ids that are almost so, or by their names; null for what nobody knows. */
async function whatWasMeant(engine: Reads, model: Model, asked: readonly Meant[]): Promise<(string | null)[]> {
  const short = asked.map((one) => (one.key.length > LONGEST_KEY || one.key.length < 2 ? { ...one, key: "" } : one));
  if (short.every(({ key }) => key === "")) return asked.map(() => null);
  const rows = await engine.read(similarIds(model, short));
  const near = rows.map(([place, id, how]) => ({ place: Number(place), id: String(id), how: Number(how) }));
  const found: (string | null)[] = [];
  for (const [place, { key, types }] of short.entries()) {
    const of = near.filter((row) => row.place === place);
    const [closest] = of.sort((a, b) => a.how - b.how || closeness(key, a.id) - closeness(key, b.id) || (a.id < b.id ? -1 : 1));
    found.push(closest?.id ?? (await byName(engine, key, types)));
  }
  return found;
}

/** The id of the node of some types that has all words of a key, best in its name; null where none has. */
async function byName(engine: Reads, key: string, types: readonly string[]): Promise<string | null> {
  // Two letters begin too many names; two characters of other scripts are a word.
  if (/^[\x20-\x7e]{0,2}$/.test(key)) return null;
  const { clause, params } = await engine.search(key.replace(/[-._]/g, " "), 1, types);
  const [hit] = await engine.read({ text: bestHit(clause), params });
  const [id, text] = (hit ?? []).map(String);
  const held = new Set(text?.split(" "));
  // A search also gives what is merely spelt alike: of names, too far from what was meant.
  return id !== undefined &&
    searchWords([key])
      .split(" ")
      .every((word) => held.has(word))
    ? id
    : null;
}

/** Less is closer: the key itself under another prefix, the same in upper or lower case, then what differs in a character. */
function closeness(key: string, id: string): number {
  const other = keyOf(id);
  return other === key ? 0 : other.toLowerCase() === key.toLowerCase() ? 1 : 2;
}
