/** A line of CSV (RFC 4180). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}

/** A row of a flattened answer, by column. */
type Row = ReadonlyMap<string, string>;

/** What Relay puts around a list: no name in a column, and no columns of its own. */
const PLUMBING: ReadonlySet<string> = new Set(["edges", "nodes", "node"]);

/**
 * Flattens an answer into one table. Columns are named by the way to a value, joined by dots, without `edges`, `nodes` and `node`:
 * `measures.targets.name`. A list makes a row of each of its elements, and so do lists within them. Of lists that stand side by side only the
 * first makes rows; the values of the others are joined by "; ", so that no row stands for a pair that nobody asked for. Texts of one column
 * keep their order; what has no value is empty. Page information is left out.
 */
export function flatten(data: unknown): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  const columns = new Set<string>();
  const rows = rowsOf(data, "", columns);
  return { columns: [...columns], rows };
}

/** A flattened answer as CSV, its columns in the first line. */
export function toCsv(data: unknown): string {
  const { columns, rows } = flatten(data);
  return [csvLine(columns), ...rows.map((row) => csvLine(columns.map((column) => row.get(column) ?? "")))].join("");
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

function rowsOf(value: unknown, path: string, columns: Set<string>): Row[] {
  const elements = elementsOf(value);
  if (elements) return elements.flatMap((element) => rowsOf(element, path, columns));
  if (!isObject(value)) return [cellRow(path, value, columns)];
  const own = new Map<string, string>();
  let multiplied: Row[] | null = null;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "pageInfo" || key === "cursor" || key === "__typename") continue;
    const at = PLUMBING.has(key) ? path : path === "" ? key : `${path}.${key}`;
    const isList = elementsOf(inner) !== null && !isListOfScalars(inner);
    if (!isList && !isObject(inner)) {
      columns.add(at);
      own.set(at, cellText(inner));
      continue;
    }
    const below = rowsOf(inner, at, columns);
    // A connection beside its total is one thing: the total stays a column of each row.
    if (isList || below.length !== 1) {
      if (multiplied === null) multiplied = below;
      else merge(own, below);
    } else for (const [column, text] of below[0] ?? []) own.set(column, text);
  }
  if (multiplied === null) return [own];
  if (multiplied.length === 0) return [own];
  return multiplied.map((row) => new Map([...own, ...row]));
}

/** Joins the values of lists that make no rows. */
function merge(into: Map<string, string>, rows: readonly Row[]): void {
  for (const column of new Set(rows.flatMap((row) => [...row.keys()]))) {
    into.set(column, rows.map((row) => row.get(column) ?? "").join("; "));
  }
}

/** The elements of a list, or of a connection that selects nothing but its list; null for anything else. */
function elementsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  const lists = Object.entries(value).filter(([key, inner]) => (key === "edges" || key === "nodes") && Array.isArray(inner));
  const rest = Object.keys(value).filter((key) => !["edges", "nodes", "pageInfo", "__typename"].includes(key));
  const [only] = lists;
  return lists.length === 1 && rest.length === 0 && only ? (only[1] as unknown[]) : null;
}

/** The list of a connection, whatever else it selects, or a list itself; null for anything else. */
function listOf(value: unknown): readonly unknown[] | null {
  if (!isObject(value)) return elementsOf(value);
  const list = Object.entries(value).find(([key, inner]) => (key === "edges" || key === "nodes") && Array.isArray(inner));
  return list ? (list[1] as unknown[]) : null;
}

function isListOfScalars(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => !isObject(item) && !Array.isArray(item));
}

function cellRow(path: string, value: unknown, columns: Set<string>): Row {
  if (path === "" || value === null || value === undefined) return new Map();
  columns.add(path);
  return new Map([[path, cellText(value)]]);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.map(cellText).join("; ") : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
