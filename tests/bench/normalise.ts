/** Brings the answers of all sides to one form, so that they can be compared. */

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * An answer in the common form: connections are lists, values of an edge stand on the node it leads to, a reference is a list of one, keys
 * are sorted, lists whose order says nothing are sorted, and an empty list is as good as none. As JSON text, indented to be read.
 */
export function normalise(answer: unknown, ordered: readonly string[]): string {
  // One side finds one node by a list of one.
  const [only] = Array.isArray(answer) && answer.length <= 1 ? answer : [answer];
  return JSON.stringify(plain(only ?? null, "answer", ordered), null, 1);
}

function plain(value: unknown, key: string, ordered: readonly string[]): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item, "", ordered));
    if (ordered.includes(key)) return items;
    return items
      .map((item) => ({ item, text: JSON.stringify(item) }))
      .sort(byText)
      .map(({ item }) => item);
  }
  if (typeof value !== "object") throw new Error(`An answer holds a ${typeof value}.`);
  const entries: Record<string, unknown> = { ...value };
  const list = Array.isArray(entries.edges) ? entries.edges.map(merged) : entries.nodes;
  if (Array.isArray(list)) {
    const items = plain(list, key, ordered);
    return "totalCount" in entries ? { items, totalCount: Number(entries.totalCount) } : items;
  }
  if (key === "source") return [object(entries, ordered)];
  return object(entries, ordered);
}

function object(entries: Readonly<Record<string, unknown>>, ordered: readonly string[]): Plain {
  const names = Object.keys(entries).sort();
  const values = names.map((name): [string, Plain] => [name, plain(entries[name], name, ordered)]);
  return Object.fromEntries(values.filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
}

/** An edge of a connection as its node, with the edge's own values. */
function merged(edge: unknown): unknown {
  if (typeof edge !== "object" || edge === null) return edge;
  const { node = {}, properties = {}, ...own }: { node?: object; properties?: object } = edge;
  return { ...node, ...properties, ...own };
}

function byText(one: { text: string }, other: { text: string }): number {
  return one.text < other.text ? -1 : one.text > other.text ? 1 : 0;
}

/** The lines in which two texts differ first, with some around them. */
export function firstDifference(one: string, other: string): string {
  const [ones, others] = [one.split("\n"), other.split("\n")];
  const at = ones.findIndex((line, i) => line !== others[i]);
  const from = at < 0 ? ones.length : at;
  const show = (lines: readonly string[], mark: string) =>
    lines
      .slice(Math.max(0, from - 4), from + 6)
      .map((line, i) => `${i + Math.max(0, from - 4) === from ? mark : " "} ${line}`)
      .join("\n");
  return `line ${from + 1} of ${ones.length} and ${others.length}\n${show(ones, "-")}\n  against\n${show(others, "+")}`;
}
