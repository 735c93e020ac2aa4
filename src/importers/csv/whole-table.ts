import { type Bundle, problemAt, type RecordSession, type RowDraft } from "../../load/index.ts";
import { counting, type Notes, type PartNotes, reporting } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { Identities } from "./identities.ts";
import { type Table, tableRows } from "./kinds.ts";
import type { RowRecord } from "./records.ts";
import { takeRecords } from "./rows.ts";
import type { Tools } from "./tools.ts";

/** A bundle is checked and written as one; a larger table goes row by row. */
const MOST_ROWS = 20_000;

/** A table as one bundle; where anything is wrong with it, all of that is rejected and there is no bundle. Throws InputError. */
export async function* tableBundle(table: Table, tools: Tools, notes: Notes): AsyncGenerator<Bundle> {
  const { session } = tools;
  const problems = counting(notes, true);
  const draft = session.draft(table.name, table.start, tools.restsOn);
  const rows = await readInto(draft, table, tools, { outer: notes, problems });
  const isRead = problems.problems() === 0;
  if (rows <= MOST_ROWS) yield* checked(draft, { table, rows, isRead }, session, problems);
  if (problems.problems() === 0) return;
  notes.refuse?.(rows + problems.refused());
  notes.count(`${nameOf(table.file)}: nothing of it was taken, as its bundle is all that it says, and some of it is wrong`);
}

/** The bundle of a draft, if nothing is wrong with it. */
async function* checked(
  draft: RowDraft,
  { table, rows, isRead }: { table: Table; rows: number; isRead: boolean },
  session: RecordSession,
  problems: PartNotes,
): AsyncGenerator<Bundle> {
  const [resolved] = await session.resolve([draft]);
  for (const problem of resolved?.problems ?? []) problems.reject(problem, 0);
  const bundle = resolved?.bundle;
  if (!bundle) return;
  await session.checkEnds(bundle, reporting(problems));
  // A valid table is checked as it is loaded; of one that is not, all problems are reported at once.
  if (isRead && problems.problems() > 0) session.checkRecords(bundle, reporting(problems));
  if (problems.problems() > 0) return;
  session.give(bundle);
  yield { ...bundle, origin: table.origin, records: rows };
}

/** Reads the rows of a table into a draft; their number. Where there are too many, which is rejected, the others are only counted. */
async function readInto(
  draft: RowDraft,
  table: Table,
  { graph, references, evidence, restsOn }: Tools,
  { outer, problems }: { readonly outer: Notes; readonly problems: Notes },
): Promise<number> {
  let rows = 0;
  const all: RowRecord[] = [];
  for await (const row of tableRows(table, problems)) {
    rows += 1;
    if (rows <= MOST_ROWS) all.push(...table.kind.records(row, problems));
    else if (rows === MOST_ROWS + 1)
      problems.reject(problemAt(row.place, `The table has more than ${MOST_ROWS} rows: load it with --by-row, a bundle a row.`), 0);
  }
  if (rows > MOST_ROWS || rows === 0) return rows;
  if (evidence) {
    if (!evidence.isShared) evidence.addSource(draft);
    evidence.addClaim(draft);
  }
  await takeRecords(all, {
    graph,
    references,
    identities: new Identities(graph, references, problems),
    evidence,
    restsOn,
    notes: problems,
    bundleOf: () => table.name,
    draftOf: () => draft,
    leaveOut: (place, message) => outer.reject(problemAt(place, message)),
  });
  return rows;
}
