import { createHash } from "node:crypto";
import { basename } from "node:path";
import { checkEdge } from "../../load/check/edges.ts";
import { checkRules } from "../../load/check/rules.ts";
import { checkProperties } from "../../load/check/values.ts";
import type { Draft, Reference } from "../../load/read/draft.ts";
import { KnownIds } from "../../load/read/known-ids.ts";
import { RecordReader } from "../../load/read/record-reader.ts";
import { readReference } from "../../load/read/references.ts";
import { candidates, resolve } from "../../load/read/resolve.ts";
import { type Bundle, type Place, type Problem, placeOf, problemAt } from "../../load/record.ts";
import { CLAIM, type Model } from "../../model/index.ts";
import { counting, type Importer, type Notes, type Owners, Repeats } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { headerIs, readTable } from "../read/table.ts";
import { kindOfTable } from "./kinds.ts";

export interface CsvOptions {
  /** What a row is: a node type (`Firm`) or an edge (`TARGETS`). */
  readonly as: string;
  readonly model: Model;
  /** Tells which of the nodes that a short id may stand for is there. */
  readonly owners: Owners;
  /** Name of the bundle; when left out, the file's own after `csv-`, so that firms.csv takes no seed file's place. */
  readonly bundle?: string | undefined;
  /** Ids of the claims that edges rest on which name none. */
  readonly restsOn?: readonly string[] | undefined;
  /** A bundle a row, not a file: for large tables. Rows that go are not missed then. */
  readonly byRow?: boolean | undefined;
}

/** A bundle is checked and written as one; a larger table goes row by row. */
export const MOST_ROWS = 20_000;

/** In a table that goes row by row, so many are looked up at once. */
const ROWS_AT_ONCE = 500;

/**
 * Researchers' own tables. The header names fields of the type; what a list holds is separated by `;` or `|`; edges are ids. A table of
 * edges has the columns `from` and `to`. Checks and messages are those of seed files (src/load).
 *
 * A file is a bundle, which the graph afterwards holds just as the file says: rows that went are removed. So a file with a faulty row, or
 * with an id that neither the graph nor a file before it has, is not taken at all. With `byRow`, every row is a bundle of its own: only the
 * faulty ones are left out, memory stays flat, and of two rows with one id the later counts.
 * Throws InputError where `as` names nothing.
 */
export function csv(options: CsvOptions): Importer {
  const { model, owners, byRow = false } = options;
  const kind = kindOfTable(options.as, model);

  return async function* (files, notes) {
    const names = new Map<string, string>();
    const said = new Set<string>();
    for (const file of files) {
      const place: Place = { file: nameOf(file), line: 1, column: 1 };
      const name = bundleName(options.bundle ?? `csv-${basename(file).replace(/(\.(csv|tsv|txt|gz))+$/i, "")}`);
      const twin = names.get(name);
      if (twin !== undefined) {
        notes.reject(problemAt(place, `This file and ${twin} both make the bundle ${name}: rename one of them.`));
        continue;
      }
      names.set(name, nameOf(file));
      yield* byRow ? rowBundles(file, name, notes) : fileBundle(file, name, place, said, notes);
    }
  };

  async function* fileBundle(file: string, name: string, place: Place, said: Set<string>, notes: Notes): AsyncGenerator<Bundle> {
    const faults = counting(notes);
    const draft = drafted(name, place);
    let rows = 0;
    for await (const row of readTable(file, faults, (header) =>
      headerIs(header, kind.columns, kind.needed, options.as, faults, kind.refused),
    )) {
      rows += 1;
      if (rows > MOST_ROWS) {
        notes.reject(problemAt(row.place, `The table has more than ${MOST_ROWS} rows: load it with --by-row, a bundle a row.`));
        return;
      }
      kind.read(row, draft.reader, draft.report);
    }
    const readable = faults.number() === 0;
    const [resolved] = await inFull([draft]);
    for (const problem of resolved?.problems ?? []) faults.reject(problem);
    const bundle = resolved?.bundle;
    if (bundle) await checkEnds(bundle, said, faults);
    // A sound table is checked as it is loaded; of one that is not, all faults are told at once.
    if (bundle && readable && faults.number() > 0) checkRecords(bundle, faults);
    if (faults.number() === 0 && bundle) {
      for (const { id } of bundle.nodes) said.add(id);
      yield bundle;
    } else notes.count(`${nameOf(file)}: nothing of it was taken, as its bundle is all that it says, and some of it is wrong`);
  }

  async function* rowBundles(file: string, name: string, notes: Notes): AsyncGenerator<Bundle> {
    let waiting: Drafted[] = [];
    const repeats = new Repeats();
    for await (const row of readTable(file, notes, (header) =>
      headerIs(header, kind.columns, kind.needed, options.as, notes, kind.refused),
    )) {
      const draft = drafted(bundleName(`${name}-${kind.keyOf(row)}`), row.place);
      kind.read(row, draft.reader, draft.report);
      if (repeats.again(draft.name)) notes.count(`${nameOf(file)}: a row for what an earlier row says already: the later one counts`);
      waiting.push(draft);
      if (waiting.length < ROWS_AT_ONCE) continue;
      yield* await soundOf(waiting, notes);
      waiting = [];
    }
    yield* await soundOf(waiting, notes);
  }

  /** Those of the rows in which nothing is wrong; the others are rejected. */
  async function soundOf(waiting: readonly Drafted[], notes: Notes): Promise<Bundle[]> {
    const all = await inFull(waiting);
    for (const problem of all.flatMap(({ problems }) => problems)) notes.reject(problem);
    return all.flatMap(({ bundle, problems }) => (problems.length === 0 ? [bundle] : []));
  }

  function drafted(name: string, place: Place): Drafted {
    const problems: Problem[] = [];
    const report = (at: Place, message: string) => problems.push(problemAt(at, message));
    const restsOn = (options.restsOn ?? []).map((text): Reference | null =>
      readReference("restsOn", [CLAIM], { kind: "scalar", value: text, text, place }, model, report),
    );
    return { name, place, problems, report, reader: new RecordReader(model, report), restsOn: restsOn.filter((r) => r !== null) };
  }

  /** A stream leaves out and counts what leads nowhere; of a table that is a bundle it is told with its place, as of a seed file. */
  async function checkEnds({ nodes, edges }: Bundle, said: ReadonlySet<string>, notes: Notes): Promise<void> {
    const own = new Set(nodes.map((node) => node.id));
    const named = new Map<string, { readonly place: Place; readonly lines: Set<number> }>();
    for (const edge of edges.filter(({ implied }) => !implied)) {
      const ends = [["from", edge.from] as const, ["to", edge.to] as const, ...edge.claims.map((id, i) => [`claims.${i}`, id] as const)];
      for (const [end, id] of ends) {
        if (own.has(id) || said.has(id)) continue;
        const place = placeOf(edge, end);
        const before = named.get(id);
        if (before) before.lines.add(place.line);
        else named.set(id, { place, lines: new Set([place.line]) });
      }
    }
    const found = await owners([...named.keys()]);
    for (const [id, { place, lines }] of named) {
      const more = lines.size > 1 ? ` ${lines.size} rows name it.` : "";
      if (!found.has(id)) notes.reject(problemAt(place, `There is no ${id}, in these files or in the graph.${more}`));
    }
  }

  function checkRecords({ nodes, edges }: Bundle, notes: Notes): void {
    const report = (place: Place, message: string) => notes.reject(problemAt(place, message));
    const ends = new KnownIds(
      () => true,
      () => [],
      true,
    );
    for (const node of nodes) {
      checkProperties(node, model.nodes.get(node.type)?.properties ?? new Map(), node.type, model, report);
      checkRules(node, report);
    }
    for (const edge of edges) checkEdge(edge, model, ends, report);
  }

  /** Drafts as bundles with their ids in full, and what is wrong with each. */
  async function inFull(waiting: readonly Drafted[]): Promise<{ readonly bundle: Bundle; readonly problems: readonly Problem[] }[]> {
    const drafts = waiting.map(({ name, place, restsOn, problems, reader: { nodes, edges } }): Draft => {
      return { name, place, restsOn, problems, nodes, edges, readable: true };
    });
    const defined = new Set(drafts.flatMap((draft) => draft.nodes.map((node) => node.id)));
    const looked = candidates(drafts, model).filter((id) => !defined.has(id));
    const found = looked.length > 0 ? await owners(looked) : new Map<string, string>();
    const known = new KnownIds(
      (id) => defined.has(id) || found.has(id),
      () => [...defined, ...found.keys()],
      true,
    );
    return drafts.map((draft) => {
      const problems = [...draft.problems];
      return { bundle: resolve(draft, model, known, problems), problems };
    });
  }
}

/** Rows being read into one bundle. */
interface Drafted extends Pick<Draft, "name" | "place" | "restsOn" | "problems"> {
  readonly report: (place: Place, message: string) => void;
  readonly reader: RecordReader;
}

/** A text as a bundle's name, which is lower case: two texts that differ in what is lost get two names. */
function bundleName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "");
  const digest = () => createHash("sha1").update(text).digest("hex").slice(0, 8);
  return name === text ? name : name === "" ? `table-${digest()}` : `${name}-${digest()}`;
}
