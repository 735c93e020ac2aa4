import { type Bundle, problemAt, type RecordSession, type RowDraft } from "../../load/index.ts";
import { counting, type Notes, reporting } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { type Table, tableRows } from "./kinds.ts";

/** A bundle is checked and written as one; a larger table goes row by row. */
const MOST_ROWS = 20_000;

/** A table as one bundle; where anything is wrong with it, all of that is rejected and there is no bundle. Throws InputError. */
export async function* tableBundle(table: Table, session: RecordSession, notes: Notes): AsyncGenerator<Bundle> {
  const problems = counting(notes);
  const draft = session.draft(table.name, table.start);
  if (!(await readInto(draft, table, problems))) return;
  const isRead = problems.number() === 0;
  const [resolved] = await session.resolve([draft]);
  for (const problem of resolved?.problems ?? []) problems.reject(problem);
  const bundle = resolved?.bundle;
  if (bundle) await session.checkEnds(bundle, reporting(problems));
  // A valid table is checked as it is loaded; of one that is not, all problems are reported at once.
  if (bundle && isRead && problems.number() > 0) session.checkRecords(bundle, reporting(problems));
  if (problems.number() === 0 && bundle) {
    session.give(bundle);
    yield bundle;
  } else notes.count(`${nameOf(table.file)}: nothing of it was taken, as its bundle is all that it says, and some of it is wrong`);
}

/** Reads all rows of a table into a draft; false where there are too many, which is rejected. */
async function readInto(draft: RowDraft, table: Table, notes: Notes): Promise<boolean> {
  let rows = 0;
  for await (const row of tableRows(table, notes)) {
    rows += 1;
    if (rows > MOST_ROWS) {
      notes.reject(problemAt(row.place, `The table has more than ${MOST_ROWS} rows: load it with --by-row, a bundle a row.`));
      return false;
    }
    table.kind.read(row, draft);
  }
  return true;
}
