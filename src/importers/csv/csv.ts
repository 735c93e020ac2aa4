import { basename } from "node:path";
import { type Place, problemAt, RecordSession } from "../../load/index.ts";
import type { Model } from "../../model/index.ts";
import type { Importer, Owners } from "../importer.ts";
import { nameOf, originOf } from "../read/bytes.ts";
import { type FindBy, References } from "../references/references.ts";
import { bundleName } from "./bundle-name.ts";
import { rowBundles } from "./by-row.ts";
import { kindOfTable } from "./kinds.ts";
import { emptinessOf } from "./values.ts";
import { tableBundle } from "./whole-table.ts";

/** What a researcher says of their table. */
export interface CsvOptions {
  /** What a row is: a node type (`Firm`) or an edge (`TARGETS`). */
  readonly as: string;
  readonly model: Model;
  /** Says which of the nodes that a short id may stand for the graph has. */
  readonly owners: Owners;
  /** Finds nodes by codes and names; when left out, only ids are read. */
  readonly findBy?: FindBy | undefined;
  /** Name of the bundle; when left out, the file's own after `csv-`, so that firms.csv takes no seed file's place. */
  readonly bundle?: string | undefined;
  /** Ids of the claims that edges rest on which name none. */
  readonly restsOn?: readonly string[] | undefined;
  /** A bundle a row, not a file: for large tables. Rows that go are not missed then. */
  readonly byRow?: boolean | undefined;
  /** Cells that say nothing, separated by commas; those of csv/values.ts when left out, and then `NA` is Namibia where countries stand. */
  readonly na?: string | undefined;
  /** The edition of HS codes that stand for commodities; 2022 when left out. */
  readonly edition?: string | undefined;
  /** The edition that the codes are to be of in the end: without `edition`, a code that it lacks may be one of another. */
  readonly into?: string | undefined;
}

/** Where nobody looks, no code is found. */
const NO_CODES: FindBy = async () => new Map();

/**
 * Researchers' own tables. The header names fields of the type; what a list holds is separated by `;` or `|`; edges are ids. A table of
 * edges has the columns `from` and `to`. Checks and messages are those of seed files (src/load).
 *
 * What leads to other nodes may be an id, or a code or name that they have (see references/).
 *
 * A file is a bundle, which the graph afterwards holds just as the file says: rows that went are removed. So a file with an invalid row, or
 * with an id that neither the graph nor a file before it has, is not taken at all. With `byRow`, every row is a bundle of its own: only the
 * invalid ones are left out, memory stays flat, and of two rows with one id the later counts.
 * Throws InputError where `as` names nothing.
 */
export function csv({ as, model, owners, findBy = NO_CODES, bundle, restsOn, byRow = false, na, edition, into }: CsvOptions): Importer {
  const kind = kindOfTable(as, model, emptinessOf(na));

  return async function* (files, notes) {
    const references = new References(model, owners, findBy, edition, into);
    const session = new RecordSession(model, owners, restsOn);
    const names = new Map<string, string>();
    for (const file of files) {
      const start: Place = { file: nameOf(file), line: 1, column: 1 };
      // A name that is given tells a bundle from others; that of a file does not.
      const origin = `csv ${as} ${bundle === undefined ? await originOf(file) : `--bundle ${bundle}`}`;
      const name = bundleName(bundle ?? `csv-${basename(file === "-" ? "standard-input" : file).replace(/(\.(csv|tsv|txt|gz))+$/i, "")}`);
      const twin = names.get(name);
      if (twin !== undefined) {
        notes.reject(problemAt(start, `This file and ${twin} both make the bundle ${name}: rename one of them.`));
        continue;
      }
      names.set(name, nameOf(file));
      const table = { file, name, origin, start, kind };
      yield* byRow ? rowBundles(table, session, references, notes) : tableBundle(table, session, references, notes);
    }
  };
}
