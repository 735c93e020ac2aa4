import type { Bundle, RecordSession, RowDraft } from "../../load/index.ts";
import { type Notes, Repeats } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { bundleName } from "./bundle-name.ts";
import { type Table, tableRows } from "./kinds.ts";

/** So many rows have their ids looked up at once. */
const ROWS_AT_ONCE = 500;

/** A table as a bundle a row; rows with a problem are rejected, and the others go on. Throws InputError. */
export async function* rowBundles(table: Table, session: RecordSession, notes: Notes): AsyncGenerator<Bundle> {
  let drafts: RowDraft[] = [];
  const repeats = new Repeats();
  for await (const row of tableRows(table, notes)) {
    const draft = session.draft(bundleName(`${table.name}-${table.kind.keyOf(row)}`), row.place);
    table.kind.read(row, draft, notes);
    if (repeats.again(draft.name)) notes.count(`${nameOf(table.file)}: a row for what an earlier row says already: the later one counts`);
    drafts.push(draft);
    if (drafts.length < ROWS_AT_ONCE) continue;
    yield* await validBundles(drafts, table, session, notes);
    drafts = [];
  }
  yield* await validBundles(drafts, table, session, notes);
}

/** Those of the rows in which nothing is wrong; the problems of the others are rejected. */
async function validBundles(drafts: readonly RowDraft[], { origin }: Table, session: RecordSession, notes: Notes): Promise<Bundle[]> {
  const all = await session.resolve(drafts);
  for (const { problems } of all) for (const [i, problem] of problems.entries()) notes.reject(problem, i === 0 ? 1 : 0);
  return all.flatMap(({ bundle, problems }) => (problems.length === 0 ? [{ ...bundle, origin }] : []));
}
