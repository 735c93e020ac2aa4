import type { Bundle, RecordSession, RowDraft } from "../../load/index.ts";
import { type Notes, Repeats } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import type { References } from "../references/references.ts";
import { bundleName } from "./bundle-name.ts";
import { type Table, tableRows } from "./kinds.ts";
import { addRows, type DraftedRow } from "./rows.ts";

/** So many rows have their ids looked up at once. */
const ROWS_AT_ONCE = 500;

/** A table as a bundle a row; rows with a problem are rejected, and the others go on. Throws InputError. */
export async function* rowBundles(table: Table, session: RecordSession, references: References, notes: Notes): AsyncGenerator<Bundle> {
  let rows: DraftedRow[] = [];
  const repeats = new Repeats();
  const bundles = async () => {
    await addRows(rows, table.kind, references, notes);
    const drafts = rows.map(({ draft }) => draft);
    rows = [];
    return validBundles(drafts, table, session, notes);
  };
  for await (const row of tableRows(table, notes)) {
    const draft = session.draft(bundleName(`${table.name}-${table.kind.keyOf(row)}`), row.place);
    if (repeats.again(draft.name)) notes.count(`${nameOf(table.file)}: a row for what an earlier row says already: the later one counts`);
    rows.push({ row, draft });
    if (rows.length >= ROWS_AT_ONCE) yield* await bundles();
  }
  yield* await bundles();
}

/** Those of the rows in which nothing is wrong; the problems of the others are rejected. */
async function validBundles(drafts: readonly RowDraft[], { origin }: Table, session: RecordSession, notes: Notes): Promise<Bundle[]> {
  const all = await session.resolve(drafts);
  for (const { problems } of all) for (const [i, problem] of problems.entries()) notes.reject(problem, i === 0 ? 1 : 0);
  return all.flatMap(({ bundle, problems }) => (problems.length === 0 ? [{ ...bundle, origin }] : []));
}
