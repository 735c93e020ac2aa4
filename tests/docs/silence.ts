/** What an answer has at each way through it, lists passed over: `measures.nodes.title` → all titles. An empty list has nothing at its way. */
function valuesByWay(value: unknown, way: string, found: Map<string, unknown[]>): Map<string, unknown[]> {
  if (Array.isArray(value)) {
    if (value.length === 0) found.set(way, found.get(way) ?? []);
    for (const member of value) valuesByWay(member, way, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) valuesByWay(inner, way === "" ? key : `${way}.${key}`, found);
  } else found.set(way, [...(found.get(way) ?? []), value]);
  return found;
}

/** The ways of an answer at which nothing is said anywhere: a list that is always empty, a field that is always null. */
export function silentWays(data: unknown): string[] {
  const ways = valuesByWay(data, "", new Map());
  const speaking = [...ways].flatMap(([way, values]) => (values.some((value) => value !== null) ? [way] : []));
  // A list that is empty here, or an object that is null, has something to say elsewhere where anything below it does.
  return [...ways.keys()].filter((way) => !speaking.some((other) => other === way || other.startsWith(`${way}.`)));
}
