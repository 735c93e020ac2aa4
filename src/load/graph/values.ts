import { isDeepStrictEqual } from "node:util";
import type { Value } from "../../engine/port.ts";

/** Properties as the graph stores them; what is not stored is not a key. */
export type Values = Readonly<Record<string, Value>>;

/** What to set so that `stored` becomes `wanted`; null removes. Null where nothing differs. */
export function differences(stored: Values, wanted: Values): Values | null {
  const changes: Record<string, Value> = {};
  for (const name of new Set([...Object.keys(stored), ...Object.keys(wanted)])) {
    if (!isDeepStrictEqual(stored[name] ?? null, wanted[name] ?? null)) changes[name] = wanted[name] ?? null;
  }
  return Object.keys(changes).length > 0 ? changes : null;
}

/** The texts of a stored list; none where it is no list. */
export function textsOf(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A stored text; null where it is none. */
export function textOrNull(value: Value | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** A stored text; empty where it is none. */
export function textOf(value: Value | undefined): string {
  return textOrNull(value) ?? "";
}

/** A stored whole number; 0 where it is none. */
export function numberOf(value: Value | undefined): number {
  return typeof value === "number" ? value : 0;
}

/** Properties as they come from the graph, absent ones left out. */
export function presentValues(value: Value | undefined): Values {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null));
}
