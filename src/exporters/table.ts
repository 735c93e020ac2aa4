import { joinList } from "../load/index.ts";

/** A line of CSV (RFC 4180). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}

/** A row of a flattened answer, by column: values as the answer has them. */
type Row = ReadonlyMap<string, unknown>;

/** What Relay puts around a list: no name in a column, and no columns of its own. */
const WRAPPERS: ReadonlySet<string> = new Set(["edges", "nodes", "node"]);

/** The way to what lies under a key. */
export function at(path: string, key: string): string {
  if (WRAPPERS.has(key)) return path;
  return path === "" ? key : `${path}.${key}`;
}

/** Whether nothing at or below a key makes a column: page information, cursors, and the type name of a connection. */
export function hasNoColumn(key: string, siblings: { has(key: string): boolean }): boolean {
  if (key === "__typename") return siblings.has("edges") || siblings.has("nodes");
  return key === "pageInfo" || key === "cursor";
}

/**
 * An answer flattened into one table: its columns, then its rows, with values as the answer has them; null is a moment at which whoever takes them may do something else.
 * Columns are named by the way to a value, joined by dots, without `edges`, `nodes` and `node`:
 * `measures.targets.name`. A list makes a row of each of its elements, and so do lists within them. Of lists that stand side by side only the
 * first makes rows; the values of the others are joined by ";" (`joinList`), so that no row stands for a pair that was not asked for. What has no value is
 * empty. Page information is left out. With `columns`, those of the query (columns.ts), the table has just these; without, those that the
 * answer has values for.
 */
export function* tableOf(data: unknown, columns: readonly string[] | null = null): Generator<readonly unknown[] | null> {
  const answer = isObject(data) ? data : {};
  const found = new Set<string>();
  if (columns === null) for (const _ of discover(answer, "", found)) yield null;
  const names = columns ?? [...found];
  yield names;
  const steps = split(answer, "", columns === null ? null : new Set(columns));
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield null;
  for (const row of rowsOf(step.value)) {
    if (row === null) yield null;
    else if (row.size > 0) yield names.map((column) => row.get(column));
  }
}

/** An answer as `tableOf` has it, as CSV in pieces, its columns in the first line unless `header` is false; an empty piece is such a moment. */
export function* csvPieces(data: unknown, columns: readonly string[] | null = null, header = true): Generator<string> {
  let isHeader = true;
  for (const row of tableOf(data, columns)) {
    if (row === null) yield "";
    else if (!isHeader || header) yield csvLine(row.map(cellText));
    if (row !== null) isHeader = false;
  }
}

/** A flattened answer as CSV, all at once. */
export function toCsv(data: unknown, columns: readonly string[] | null = null, header = true): string {
  return [...csvPieces(data, columns, header)].join("");
}

/** The elements of an answer's outermost lists, a JSON object a line, nested as they came; each says in `_field` which root field it is from. */
export function* jsonLines(data: unknown): Generator<string> {
  for (const [field, value] of Object.entries(isObject(data) ? data : {})) {
    const inner = listOf(value) ?? [value];
    for (const element of inner)
      if (element !== null)
        yield `${JSON.stringify(isObject(element) ? { _field: field, ...element } : { _field: field, value: element })}\n`;
  }
}

/** Rows as they are made; null is a moment at which none is ready yet, and others may have their turn. */
type Rows = Iterable<Row | null>;

/** What a thing says of itself, and the rows of the first list in it; null where it has no list. */
interface Parts {
  readonly own: Map<string, unknown>;
  readonly rows: Rows | null;
}

/** The rows of a thing: one where it has no list, or an empty one. */
function* rowsOf({ own, rows }: Parts): Generator<Row | null> {
  let isEmpty = true;
  for (const row of rows ?? []) {
    isEmpty &&= row === null;
    yield row && new Map([...own, ...row]);
  }
  if (isEmpty) yield own;
}

function isCellOf(known: ReadonlySet<string> | null, key: string, way: string, inner: unknown): boolean {
  return known ? known.has(way) : !isObject(inner) && (!Array.isArray(inner) || (isListOfScalars(inner) && !WRAPPERS.has(key)));
}

/** The columns that an answer has values for, in the order in which they come. */
function* discover(thing: Readonly<Record<string, unknown>>, path: string, found: Set<string>): Generator<""> {
  const keys = new Set(Object.keys(thing));
  for (const [key, inner] of Object.entries(thing)) {
    if (hasNoColumn(key, keys)) continue;
    const way = at(path, key);
    if (isCellOf(null, key, way, inner)) found.add(way);
    else for (const element of Array.isArray(inner) ? inner : [inner]) if (isObject(element)) yield* discover(element, way, found);
  }
  yield "";
}

/** The first list's rows are made as they are taken; those of others are joined at once. */
function* split(thing: Readonly<Record<string, unknown>>, path: string, known: ReadonlySet<string> | null): Generator<"", Parts> {
  const own = new Map<string, unknown>();
  let first: Rows | null = null;
  const keys = new Set(Object.keys(thing));
  for (const [key, inner] of Object.entries(thing)) {
    if (hasNoColumn(key, keys)) continue;
    const way = at(path, key);
    if (isCellOf(known, key, way, inner)) {
      own.set(way, inner);
      continue;
    }
    const { own: beside, rows } = yield* partsOf(inner, way, known);
    for (const [column, text] of beside) own.set(column, text);
    if (rows === null) continue;
    if (first === null) first = rows;
    else yield* merge(own, rows);
  }
  return { own, rows: first };
}

function* partsOf(value: unknown, path: string, known: ReadonlySet<string> | null): Generator<"", Parts> {
  if (isObject(value)) return yield* split(value, path, known);
  return { own: new Map(), rows: Array.isArray(value) ? elementRows(value, path, known) : null };
}

function* elementRows(list: readonly unknown[], path: string, known: ReadonlySet<string> | null): Generator<Row | null> {
  for (const element of list) {
    if (!isObject(element)) continue;
    const steps = split(element, path, known);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield null;
    yield* rowsOf(step.value);
  }
}

/** Joins the values of lists that make no rows. */
function* merge(into: Map<string, unknown>, rows: Rows): Generator<""> {
  const taken: Row[] = [];
  for (const row of rows) {
    if (row !== null) taken.push(row);
    yield "";
  }
  for (const column of new Set(taken.flatMap((row) => [...row.keys()]))) {
    into.set(column, joinList(taken.map((row) => cellText(row.get(column)))));
    yield "";
  }
}

/** The list of a connection, whatever else it selects, or a list itself; null for anything else. */
function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  for (const [key, inner] of Object.entries(value)) if ((key === "edges" || key === "nodes") && Array.isArray(inner)) return inner;
  return null;
}

function isListOfScalars(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => !isObject(item) && !Array.isArray(item));
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? joinList(value.map(cellText)) : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
