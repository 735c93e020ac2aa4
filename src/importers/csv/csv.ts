import { basename } from "node:path";
import { InputError, type Place, problemAt, RecordSession } from "../../load/index.ts";
import type { Model } from "../../model/index.ts";
import type { Importer, Notes, Owners } from "../importer.ts";
import { nameOf, originOf } from "../read/bytes.ts";
import { PLAIN_FORM, type TableForm } from "../read/form.ts";
import { type FindBy, References } from "../references/references.ts";
import { bundleName } from "./bundle-name.ts";
import { rowBundles } from "./by-row.ts";
import { type DateFormat, dateFormat } from "./dates.ts";
import { Evidence, type SourceSpec, sourceOf } from "./evidence.ts";
import { kindOfTable, makesClaims, type TableKind } from "./kinds.ts";
import type { Policy, WhenThere } from "./records.ts";
import type { Graph } from "./rows.ts";
import { emptinessOf } from "./values.ts";
import { tableBundle } from "./whole-table.ts";

/** What a table needs of the graph, and where it goes. */
export interface TableOptions {
  readonly model: Model;
  /** Says which of the nodes that a short id may stand for the graph has. */
  readonly owners: Owners;
  /** Finds nodes by codes and names; when left out, only ids are read. */
  readonly findBy?: FindBy | undefined;
  /** What the graph has of nodes and edges; when left out, nothing. */
  readonly present?: Pick<Graph, "nodes" | "edges"> | undefined;
  /** Name of the bundle; when left out, the file's own after `csv-`, so that firms.csv takes no seed file's place. */
  readonly bundle?: string | undefined;
  /** A bundle a row, not a file: for large tables. Rows that go are not missed then. */
  readonly byRow?: boolean | undefined;
  /** The edition of HS codes that stand for commodities; 2022 when left out. */
  readonly edition?: string | undefined;
  /** The edition that the codes are to be of in the end: without `edition`, a code that it lacks may be one of another. */
  readonly into?: string | undefined;
}

/** What a researcher says of their table. */
export interface CsvOptions extends TableOptions {
  /** What a row is: a node type (`Firm`) or an edge (`TARGETS`). */
  readonly as: string;
  /** Ids of the claims that edges rest on which name none. */
  readonly restsOn?: readonly string[] | undefined;
  /** Who says what the table says: the id of a source, or a new one as a map of YAML. */
  readonly source?: string | undefined;
  /** How sure it is of that; REPORTED when left out. */
  readonly certainty?: string | undefined;
  /** What becomes of rows whose node or edge the graph has from another bundle; `state` when left out. */
  readonly there?: WhenThere | undefined;
  /** Cells that say nothing, separated by commas; those of csv/values.ts when left out, and then `NA` is Namibia where countries stand. */
  readonly na?: string | undefined;
  /** How dates are written, beside `2025-06-05`: formats separated by commas. */
  readonly dates?: string | undefined;
  /** The sheet of a workbook; its first when left out. */
  readonly sheet?: string | undefined;
  /** What separates the members of lists; `;` and `|` when left out. */
  readonly lists?: string | undefined;
}

/** Where nobody looks, no code is found. */
const NO_CODES: FindBy = async () => new Map();
const NOTHING: Pick<Graph, "nodes" | "edges"> = { nodes: async () => new Map(), edges: async () => new Map() };

/**
 * Researchers' own tables. The header names fields of the type; what a list holds is separated by `;` or `|`; edges are ids. A table of
 * edges has the columns `from` and `to`. Checks and messages are those of seed files (src/load).
 *
 * What leads to other nodes may be an id, or a code or name that they have (see references/).
 *
 * A file is a bundle, which the graph afterwards holds just as the file says: rows that went are removed. So a file with an invalid row, or
 * with an id that neither the graph nor a file before it has, is not taken at all. With `byRow`, every row is a bundle of its own: only the
 * invalid ones are left out, memory stays flat, and of two rows with one id the later counts.
 *
 * With `there`, a table adds to nodes that others define: their records stay as they are, and each value becomes a claim of the table's source.
 * Throws InputError where `as` names nothing.
 */
export function csv(options: CsvOptions): Importer {
  const { as, model, restsOn = [], source, certainty, there = "state", na, dates, lists, sheet } = options;
  const policy: Policy = { there, addsNew: !makesClaims({ there, addsNew: true }) };
  const writing = { dates: formatsOf(dates), ...(lists === undefined ? {} : { lists: [lists] }) };
  const kind = kindOfTable(as, model, { empty: emptinessOf(na), writing }, policy);
  const spec = source === undefined ? null : sourceOf(source, certainty);
  const prefix = makesClaims(policy) ? there : "csv";
  const made = there === "state" || there === "skip" ? `csv ${as}` : `csv ${as} --${there}`;
  return tables({ ...options, restsOn, spec, kind: () => kind, prefix, made, form: { ...PLAIN_FORM, sheet: sheet ?? null } });
}

/** Formats of dates, separated by commas. Throws InputError where one is none. */
function formatsOf(dates: string | undefined): readonly DateFormat[] {
  return (dates?.split(",") ?? []).map((text) => {
    const format = dateFormat(text.trim());
    if ("problem" in format) throw new InputError(`--dates: ${format.problem}.`);
    return format;
  });
}

/** Tables of one kind. */
export interface Tables extends TableOptions {
  readonly restsOn: readonly string[];
  /** Who says what they say; null where each row, or the bundle, names its claims. */
  readonly spec: SourceSpec | null;
  readonly kind: (notes: Notes) => TableKind;
  /** What names of bundles begin with that are made of files' names. */
  readonly prefix: string;
  /** What makes them, in words, for `Bundle.origin`. */
  readonly made: string;
  readonly form: TableForm | undefined;
}

/** Reads tables of one kind. */
export function tables(options: Tables): Importer {
  const {
    model,
    owners,
    findBy = NO_CODES,
    present = NOTHING,
    bundle,
    restsOn,
    spec,
    byRow = false,
    edition,
    into,
    prefix,
    made,
    form,
  } = options;
  const graph: Graph = { model, owners, findBy, ...present };
  return async function* (files, notes) {
    const references = new References(model, owners, findBy, edition, into);
    const session = new RecordSession(model, owners, restsOn);
    const names = new Map<string, string>();
    let hasSource = false;
    for (const file of files) {
      const start: Place = { file: nameOf(file), line: 1, column: 1 };
      // A name that is given tells a bundle from others; that of a file does not.
      const origin = `${made} ${bundle === undefined ? await originOf(file) : `--bundle ${bundle}`}`;
      const name = bundleName(
        bundle ?? `${prefix}-${basename(file === "-" ? "standard-input" : file).replace(/(\.(csv|tsv|txt|xlsx|gz))+$/i, "")}`,
      );
      const twin = names.get(name);
      if (twin !== undefined) {
        notes.reject(problemAt(start, `This file and ${twin} both make the bundle ${name}: rename one of them.`));
        continue;
      }
      names.set(name, nameOf(file));
      const evidence = spec === null ? null : new Evidence(model, spec, name);
      if (evidence?.isShared && !hasSource) {
        hasSource = true;
        yield* sourceBundle(evidence, session, start, notes);
      }
      const table = { file, name, origin, start, kind: options.kind(notes), form };
      const tools = { graph, references, session, evidence, restsOn: evidence ? [evidence.claim] : restsOn };
      yield* byRow ? rowBundles(table, tools, notes) : tableBundle(table, tools, notes);
    }
  };
}

/** A source of a name of its own, which several tables may share, as a bundle. */
async function* sourceBundle(evidence: Evidence, session: RecordSession, start: Place, notes: Notes) {
  const draft = session.draft(evidence.sourceBundle, start);
  evidence.addSource(draft);
  const [resolved] = await session.resolve([draft]);
  for (const problem of resolved?.problems ?? []) notes.reject(problem, 0);
  if (!resolved || resolved.problems.length > 0) return;
  session.give(resolved.bundle);
  yield { ...resolved.bundle, origin: evidence.sourceBundle };
}
