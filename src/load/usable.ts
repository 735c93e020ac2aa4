/** Whether a database may be used by this version of the program, before anything is read of it or written. */
import { type GraphEngine, SEARCH_NOTES } from "../engine/port.ts";
import { DISPUTED, datesByMonth, EDGE_DAYS, isMonthName, MONTHS, type Model, monthName, type Property } from "../model/index.ts";
import { makeIndexes, noteDisputed, noteEdgeDays, noteMonths, noteSearch, textsOf } from "./graph/index.ts";
import { InputError } from "./read/index.ts";
import { originalOf } from "./turns.ts";

const prepared = new WeakSet<GraphEngine>();

/** Makes a database ready for loads, once a process: may it be used, and are its indexes there. Throws InputError as `requireUsable` does, and EngineError. */
export async function prepare(engine: GraphEngine, model: Model): Promise<void> {
  const original = originalOf(engine);
  if (prepared.has(original)) return;
  await makeIndexes(engine, model);
  await requireUsable(engine, model);
  prepared.add(original);
}

/** The form in which the loader stores records: raise it where a graph that an earlier version loaded would be read wrongly. */
export const DATA_VERSION = 1;
/** The label of the node that stands in a database while a backup is restored into it. */
export const RESTORING = "Restoring";

const ANEW =
  "With the version that loaded it: npm run export -- --format jsonl --out FILE. Then, with this one, into an empty database (DATA_DIR, or NEO4J_DATABASE): npm run import -- jsonl FILE.";

/** Whether a restore into this database was cut off: what it holds is a part of a backup. Throws EngineError. */
export async function isHalfRestored(engine: GraphEngine): Promise<boolean> {
  return (await engine.read({ text: `MATCH (m:${RESTORING}) RETURN m.id`, params: {} })).length > 0;
}

/** Refuses a database into which a restore was cut off. Throws InputError that says what to do, and EngineError. */
export async function requireWhole(engine: GraphEngine): Promise<void> {
  if (await isHalfRestored(engine))
    throw new InputError(
      "The database holds a part of a backup: its restore was cut off. Run it again: npm run restore -- FILE (it begins anew by itself).",
    );
}

/**
 * Refuses a database that holds a part of a backup, that another version has loaded in another form, or that has records of a type, a field or
 * an edge that the schema no longer has, or has otherwise. Notes the form and the schema in it, `:Format {id, version, shape}`, so that later
 * versions can tell; a database without the note counts as of this one. Throws InputError that says what to do, and EngineError.
 */
export async function requireUsable(engine: GraphEngine, model: Model): Promise<void> {
  await requireWhole(engine);
  const [row] = await engine.read({ text: "MATCH (f:Format {id: 'graph'}) RETURN f.version, f.shape", params: {} });
  const shape = [...shapeOf(model), ...NOTED.flatMap(({ linesOf }) => linesOf(model))].sort();
  if (row) {
    const version = Number(row[0]);
    if (version > DATA_VERSION)
      throw new InputError(
        `The database was loaded by a later version of this program (its form is ${version}, and ${DATA_VERSION} is read here): update the program.`,
      );
    if (version < DATA_VERSION)
      throw new InputError(
        `The database was loaded by an earlier version of this program, in another form (${version}, and ${DATA_VERSION} is read here). ${ANEW}`,
      );
    const known = new Set(shape);
    const before = textsOf(row[1]);
    // Of a date that is indexed no more, nobody reads the month.
    for (const line of before.filter((line) => !known.has(line) && !isMonthLine(line))) await requireNone(engine, line);
    if (before.length === shape.length && before.every((line) => known.has(line))) return;
  }
  const noted = new Set(textsOf(row?.[1]));
  for (const { linesOf, note } of NOTED) if (!linesOf(model).every((line) => noted.has(line))) await note(engine, model);
  await engine.write((transaction) =>
    transaction.run({
      text: "MERGE (f:Format {id: 'graph'}) SET f.version = $version, f.shape = $shape",
      params: { version: DATA_VERSION, shape },
    }),
  );
}

/** Something that the loader notes beside the properties of nodes. */
interface Noted {
  /**
   * As lines of a shape: an earlier version, which would write records and not note this, refuses the database for them; and where they are
   * missing, an earlier version wrote it.
   */
  readonly linesOf: (model: Model) => readonly string[];
  /** Notes it of all that the database has. */
  readonly note: (engine: GraphEngine, model: Model) => Promise<void>;
}

const NOTED: readonly Noted[] = [
  { linesOf: () => [...EDGE_DAYS.values()].flatMap(({ first, last }) => [`Node.${first} text`, `Node.${last} text`]), note: noteEdgeDays },
  { linesOf: () => [`Node.${DISPUTED} flag`], note: noteDisputed },
  { linesOf: monthLines, note: noteMonths },
  { linesOf: () => SEARCH_NOTES, note: noteSearch },
  // A version that does not follow merges would load merged nodes again, beside those that stand for them.
  { linesOf: () => ["Merged.id text"], note: async () => undefined },
];

/** The months that nodes keep beside their dates: a line for each date of a type, and one for the notes of which there are. */
function monthLines(model: Model): string[] {
  const lines = [...model.nodes.values()].flatMap((type) => datesByMonth(type).map(({ name }) => `${type.name}.${monthName(name)} text`));
  return [MONTHS, ...lines];
}

const isMonthLine = (line: string): boolean => isMonthName(line.replace(/ text$/, ""));

/** What of the schema decides how records are stored: `Type`, `Type.field kind`, and `-TYPE->` for the edges. */
function shapeOf(model: Model): string[] {
  const types = [...model.nodes.values()].flatMap(({ name, properties }) => [
    name,
    ...[...properties.values()].map((property) => `${name}.${property.name} ${storedAs(property)}`),
  ]);
  return [...types, ...[...model.edges.keys()].map((type) => `-${type}->`)].sort();
}

/** As what values are stored: codes, dates and the like are texts, whatever their type is called. */
function storedAs({ type, kind, list }: Property): string {
  const numbers = ["Int", "Float"].includes(type) ? "number" : "text";
  const single = kind === "value" ? "map" : type === "Boolean" ? "flag" : numbers;
  return list ? `${single}s` : single;
}

/** Throws InputError where the graph has anything that a line of an earlier shape stands for. */
async function requireNone(engine: GraphEngine, line: string): Promise<void> {
  const [, edge] = /^-(\w+)->$/.exec(line) ?? [];
  const [, type = "", property, kind] = /^(\w+)(?:\.(\w+) (.+))?$/.exec(line) ?? [];
  const [what, text] =
    edge !== undefined
      ? [`edges ${edge}`, `MATCH (:Node)-[r:${edge}]->(:Node) RETURN 1 LIMIT 1`]
      : property === undefined
        ? [`nodes of type ${type}`, `MATCH (n:${type}) RETURN 1 LIMIT 1`]
        : [`${type}.${property} as ${kind}`, `MATCH (n:${type}) WHERE n.${property} IS NOT NULL RETURN 1 LIMIT 1`];
  if (!/\w/.test(edge ?? type) || (await engine.read({ text, params: {} })).length === 0) return;
  throw new InputError(
    `The database has ${what}, which the schema does not have so. ${ANEW} Take out of FILE what the schema does not have.`,
  );
}
