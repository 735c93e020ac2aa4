/** A line of CSV (RFC 4180). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}

/** A row of a flattened answer, by column. */
type Row = ReadonlyMap<string, string>;

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

/** A flattened answer: its columns, and its rows by column. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Flattens an answer into one table. Columns are named by the way to a value, joined by dots, without `edges`, `nodes` and `node`:
 * `measures.targets.name`. A list makes a row of each of its elements, and so do lists within them. Of lists that stand side by side only the
 * first makes rows; the values of the others are joined by "; ", so that no row stands for a pair that was not asked for. What has no value is
 * empty. Page information is left out. With `columns`, those of the query (columns.ts), the table has just these; without, those that the
 * answer has values for.
 */
export function flatten(data: unknown, columns: readonly string[] | null = null): Table {
  const found = new Set<string>();
  const known = columns === null ? null : new Set(columns);
  const rows = isObject(data) ? rowsOf(split(data, "", found, known)) : [];
  return { columns: columns ?? [...found], rows: rows.filter((row) => row.size > 0) };
}

/** A flattened answer as CSV, its columns in the first line unless `header` is false. */
export function toCsv(data: unknown, columns: readonly string[] | null = null, header = true): string {
  const table = flatten(data, columns);
  const lines = table.rows.map((row) => csvLine(table.columns.map((column) => row.get(column) ?? "")));
  return (header ? [csvLine(table.columns), ...lines] : lines).join("");
}

/** The elements of an answer's outermost lists, a JSON object a line, nested as they came; each says in `_field` which root field it is from. */
export function toJsonLines(data: unknown): string {
  const lines: string[] = [];
  for (const [field, value] of Object.entries(isObject(data) ? data : {})) {
    const inner = listOf(value) ?? [value];
    for (const element of inner)
      if (element !== null)
        lines.push(`${JSON.stringify(isObject(element) ? { _field: field, ...element } : { _field: field, value: element })}\n`);
  }
  return lines.join("");
}

/** What a thing says of itself, and the rows of the first list in it; null where it has no list. */
interface Parts {
  readonly own: Map<string, string>;
  readonly rows: readonly Row[] | null;
}

function rowsOf({ own, rows }: Parts): readonly Row[] {
  return rows === null || rows.length === 0 ? [own] : rows.map((row) => new Map([...own, ...row]));
}

function split(thing: Readonly<Record<string, unknown>>, path: string, columns: Set<string>, known: ReadonlySet<string> | null): Parts {
  const own = new Map<string, string>();
  let first: readonly Row[] | null = null;
  const keys = new Set(Object.keys(thing));
  for (const [key, inner] of Object.entries(thing)) {
    if (hasNoColumn(key, keys)) continue;
    const way = at(path, key);
    const isCell = known ? known.has(way) : !isObject(inner) && (!Array.isArray(inner) || (isListOfScalars(inner) && !WRAPPERS.has(key)));
    if (isCell) {
      columns.add(way);
      own.set(way, cellText(inner));
      continue;
    }
    const { own: beside, rows } = partsOf(inner, way, columns, known);
    for (const [column, text] of beside) own.set(column, text);
    if (rows === null) continue;
    if (first === null) first = rows;
    else merge(own, rows);
  }
  return { own, rows: first };
}

function partsOf(value: unknown, path: string, columns: Set<string>, known: ReadonlySet<string> | null): Parts {
  if (isObject(value)) return split(value, path, columns, known);
  if (!Array.isArray(value)) return { own: new Map(), rows: null };
  return { own: new Map(), rows: value.flatMap((element) => (isObject(element) ? rowsOf(split(element, path, columns, known)) : [])) };
}

/** Joins the values of lists that make no rows. */
function merge(into: Map<string, string>, rows: readonly Row[]): void {
  for (const column of new Set(rows.flatMap((row) => [...row.keys()]))) {
    into.set(column, rows.map((row) => row.get(column) ?? "").join("; "));
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
  return Array.isArray(value) ? value.map(cellText).join("; ") : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
