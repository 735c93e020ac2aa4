import { type Bundle, problemAt, type RowDraft } from "../../load/index.ts";
import { type Notes, Repeats } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { bundleName } from "./bundle-name.ts";
import { Identities } from "./identities.ts";
import { type Table, tableRows } from "./kinds.ts";
import type { RowRecord } from "./records.ts";
import { takeRecords } from "./rows.ts";
import type { Tools } from "./tools.ts";

/** So many rows have their ids looked up at once. */
const ROWS_AT_ONCE = 500;

/** A table as a bundle a record; those with a problem are rejected, and the others go on. Throws InputError. */
export async function* rowBundles(table: Table, tools: Tools, notes: Notes): AsyncGenerator<Bundle> {
  const { session, evidence } = tools;
  const takers = new Takers(table, tools, notes);
  let rows = 0;
  let records: RowRecord[] = [];
  for await (const row of tableRows(table, notes)) {
    // Once it is known that there is a row.
    if (rows === 0 && evidence) {
      const draft = session.draft(`${table.name}-evidence`, table.start);
      if (!evidence.isShared) evidence.addSource(draft);
      evidence.addClaim(draft);
      yield* await takers.valid([draft]);
    }
    records.push(...table.kind.records(row, notes));
    rows += 1;
    if (rows % ROWS_AT_ONCE > 0) continue;
    yield* await takers.bundles(records);
    records = [];
  }
  yield* await takers.bundles(records);
}

/** Takes rows into bundles, so many at once. */
class Takers {
  readonly #repeats = new Repeats();
  readonly #identities: Identities;

  constructor(
    private readonly table: Table,
    private readonly tools: Tools,
    private readonly notes: Notes,
  ) {
    this.#identities = new Identities(tools.graph, tools.references, notes);
  }

  /** The bundles of some records. */
  async bundles(records: readonly RowRecord[]): Promise<Bundle[]> {
    const { session, graph, references, evidence, restsOn } = this.tools;
    const drafts: RowDraft[] = [];
    const byRecord = new Map<RowRecord, RowDraft>();
    const byName = new Map<string, RowDraft>();
    const bundleOf = (record: RowRecord, id: string) => bundleName(`${this.table.name}-${record.key ?? id}`);
    const draftOf = (record: RowRecord, id: string): RowDraft => {
      const name = bundleOf(record, id);
      const known = byRecord.get(record) ?? (record.merges ? byName.get(name) : undefined);
      if (known) return known;
      const draft = session.draft(name, record.place, restsOn);
      if (this.#repeats.again(name))
        this.notes.count(`${nameOf(this.table.file)}: a row for what an earlier row says already: the later one counts`);
      drafts.push(draft);
      byRecord.set(record, draft);
      byName.set(name, draft);
      return draft;
    };
    await takeRecords(records, {
      graph,
      references,
      identities: this.#identities,
      evidence,
      restsOn,
      notes: this.notes,
      bundleOf,
      draftOf,
      leaveOut: (place, message) => this.notes.reject(problemAt(place, message)),
    });
    return this.valid(drafts);
  }

  /** Those drafts in which nothing is wrong, as bundles; the problems of the others are rejected. */
  async valid(drafts: readonly RowDraft[]): Promise<Bundle[]> {
    const all = await this.tools.session.resolve(drafts);
    for (const { problems } of all) for (const [i, problem] of problems.entries()) this.notes.reject(problem, i === 0 ? 1 : 0);
    return all.flatMap(({ bundle, problems }) => (problems.length === 0 ? [{ ...bundle, origin: this.table.origin }] : []));
  }
}
