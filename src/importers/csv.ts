import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Draft, Reference } from "../load/draft.ts";
import { CLAIM } from "../load/fields.ts";
import { KnownIds } from "../load/known.ts";
import { type Bundle, type Place, type Problem, problemAt } from "../load/record.ts";
import { RecordReader } from "../load/records.ts";
import { readReference } from "../load/references.ts";
import { candidates, resolve } from "../load/resolve.ts";
import type { Model } from "../model/index.ts";
import { nameOf } from "./bytes.ts";
import { kindOfTable } from "./csv-kinds.ts";
import type { Importer, Notes, Owners } from "./importer.ts";
import { headerIs, readTable } from "./table.ts";

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
 * A file is a bundle, which the graph afterwards holds just as the file says: rows that went are removed. So a file with a faulty row is
 * not taken at all. With `byRow`, every row is a bundle of its own: only the faulty ones are left out, memory stays flat,
 * and of two rows with one id the later counts.
 * Throws InputError where `as` names nothing.
 */
export function csv(options: CsvOptions): Importer {
  const { model, owners, byRow = false } = options;
  const kind = kindOfTable(options.as, model);

  return async function* (files, notes) {
    const names = new Map<string, string>();
    for (const file of files) {
      const place: Place = { file: nameOf(file), line: 1, column: 1 };
      const name = bundleName(options.bundle ?? `csv-${basename(file).replace(/(\.(csv|tsv|txt|gz))+$/i, "")}`);
      const twin = names.get(name);
      if (twin !== undefined) {
        notes.reject(problemAt(place, `This file and ${twin} both make the bundle ${name}: rename one of them.`));
        continue;
      }
      names.set(name, nameOf(file));
      yield* byRow ? rowBundles(file, name, notes) : fileBundle(file, name, place, notes);
    }
  };

  async function* fileBundle(file: string, name: string, place: Place, notes: Notes): AsyncGenerator<Bundle> {
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
    const [bundle] = await resolved([draft], faults);
    if (faults.number() === 0 && bundle) yield bundle;
    else notes.count(`${nameOf(file)}: nothing of it was taken, as its bundle is all that it says, and some of it is wrong`);
  }

  async function* rowBundles(file: string, name: string, notes: Notes): AsyncGenerator<Bundle> {
    let waiting: Drafted[] = [];
    for await (const row of readTable(file, notes, (header) =>
      headerIs(header, kind.columns, kind.needed, options.as, notes, kind.refused),
    )) {
      const draft = drafted(bundleName(`${name}-${kind.keyOf(row)}`), row.place);
      kind.read(row, draft.reader, draft.report);
      waiting.push(draft);
      if (waiting.length < ROWS_AT_ONCE) continue;
      yield* await resolved(waiting, notes);
      waiting = [];
    }
    yield* await resolved(waiting, notes);
  }

  function drafted(name: string, place: Place): Drafted {
    const problems: Problem[] = [];
    const report = (at: Place, message: string) => problems.push(problemAt(at, message));
    const restsOn = (options.restsOn ?? []).map((text): Reference | null =>
      readReference("restsOn", [CLAIM], { kind: "scalar", value: text, text, place }, model, report),
    );
    return { name, place, problems, report, reader: new RecordReader(model, report), restsOn: restsOn.filter((r) => r !== null) };
  }

  /** Drafts with their ids in full; those with problems are rejected and left out. */
  async function resolved(waiting: readonly Drafted[], notes: Notes): Promise<Bundle[]> {
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
    return drafts.flatMap((draft) => {
      const problems = [...draft.problems];
      const bundle = resolve(draft, model, known, problems);
      for (const problem of problems) notes.reject(problem);
      return problems.length === 0 ? [bundle] : [];
    });
  }
}

/** Rows being read into one bundle. */
interface Drafted extends Pick<Draft, "name" | "place" | "restsOn" | "problems"> {
  readonly report: (place: Place, message: string) => void;
  readonly reader: RecordReader;
}

function counting(notes: Notes): Notes & { number(): number } {
  let number = 0;
  return {
    reject: (problem) => {
      number += 1;
      notes.reject(problem);
    },
    count: (note) => notes.count(note),
    read: (bytes) => notes.read?.(bytes),
    number: () => number,
  };
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
