/** How many objects some data holds: every object at any depth, those in lists too. Data that root fields shaped has no circles. */
export function objectsIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let objects = 0;
  if (Array.isArray(value)) {
    for (const member of value) if (typeof member === "object" && member !== null) objects += objectsIn(member);
    return objects;
  }
  objects = 1;
  // Objects of answers inherit nothing (src/compile/request/shape.ts); those of graphql-js have no prototype.
  for (const key in value) {
    const inner: unknown = Reflect.get(value, key);
    if (typeof inner === "object" && inner !== null) objects += objectsIn(inner);
  }
  return objects;
}
