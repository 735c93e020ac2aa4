/** What the record of a node says once others were merged into it. */
import { isDeepStrictEqual } from "node:util";
import type { NodeType } from "../../model/index.ts";
import type { NodeRecord, PropertyValue } from "../record.ts";

/** What a claim says of a merged node: of the whole, where it names no field. */
export interface Vouched {
  readonly id: string;
  readonly field: PropertyValue | undefined;
  readonly value: PropertyValue | undefined;
}

/** A record with what others said beside it. */
export interface Filled {
  readonly record: NodeRecord;
  /** What no claim vouches for and gave way, in words. */
  readonly gaveWay: readonly string[];
}

/**
 * The record of a node with what the `former` ones said that were merged into it: their names among its aliases, their lists beside its own, and, of what its
 * own record does not say, what theirs does and no claim vouches for. (What a claim vouches for counts as that claim's value, by the rules of evidence.)
 * The record itself where that is nothing.
 */
export function intoTarget(type: NodeType, target: NodeRecord, former: readonly NodeRecord[], vouched: readonly Vouched[]): Filled {
  const properties: Record<string, PropertyValue> = { ...target.properties };
  const gaveWay: string[] = [];
  const [calls] = type.names;
  for (const { id, properties: said } of former) {
    const called = calls === undefined ? undefined : said[calls];
    if (type.properties.has("aliases") && typeof called === "string" && called !== target.properties[calls ?? ""])
      properties.aliases = united(properties.aliases, [called]);
    for (const { name, list } of type.properties.values()) {
      const value = said[name];
      if (value === undefined || isDeepStrictEqual(value, properties[name])) continue;
      if (list) properties[name] = united(properties[name], value, target.properties[calls ?? ""]);
      else if (!isVouchedFor(vouched, id, name, value)) {
        if (properties[name] === undefined) properties[name] = value;
        else if (name !== calls)
          gaveWay.push(
            `${name} ${JSON.stringify(value)} of ${id} (no claim says it; ${target.id} has ${JSON.stringify(properties[name])})`,
          );
      }
    }
  }
  return { record: isDeepStrictEqual(properties, target.properties) ? target : { ...target, properties }, gaveWay };
}

/** Whether a claim says so: one about the whole, or one that gives the field this value. */
function isVouchedFor(vouched: readonly Vouched[], id: string, name: string, value: PropertyValue): boolean {
  return vouched.some((one) => one.id === id && (one.field === undefined || (one.field === name && one.value === String(value))));
}

/** A list with the members of another that it lacks, without `but`: a name is no alias of itself. */
function united(own: PropertyValue | undefined, other: PropertyValue, but?: PropertyValue): PropertyValue {
  const all: unknown[] = Array.isArray(own) ? [...own] : [];
  for (const item of Array.isArray(other) ? other : [])
    if (item !== but && !all.some((known) => isDeepStrictEqual(known, item))) all.push(item);
  return all as string[];
}
