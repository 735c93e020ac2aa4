import { EngineError, type IndexSpec } from "./port.ts";

/** Every node carries this label beside its type's, and its id is unique under it: search and lookups by id rest on that. */
const identity: IndexSpec = { label: "Node", property: "id", unique: true };

/** Labels and properties are GraphQL names, so they need no quotes (in which the embedded engine reads no escaped backtick). */
const name = /^[A-Za-z_]\w*$/;

/**
 * The indexes to make: the identity first, each (label, property) once, unique when any of its specs is.
 * Throws EngineError STATEMENT for a label or property that is not a GraphQL name.
 */
export function indexPlan(indexes: readonly IndexSpec[]): IndexSpec[] {
  const plan = new Map<string, IndexSpec>();
  for (const spec of [identity, ...indexes]) {
    for (const part of [spec.label, spec.property]) {
      if (!name.test(part)) throw new EngineError("STATEMENT", `an index on ${JSON.stringify(spec)}: "${part}" is no GraphQL name`);
    }
    const key = JSON.stringify([spec.label, spec.property]);
    plan.set(key, { ...spec, unique: spec.unique || plan.get(key)?.unique === true });
  }
  return [...plan.values()];
}
