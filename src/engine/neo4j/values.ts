/** Values between JavaScript and the Bolt driver. */
import type { Integer } from "neo4j-driver";
import type { Value } from "../port.ts";
import { checkInteger, foreignValue } from "../values.ts";

/** The two functions of the driver that the conversion needs, handed in because the driver is loaded lazily. */
export interface IntegerCodec {
  int(value: number): Integer;
  isInt(value: unknown): value is Integer;
}

/** What the driver takes for a value. */
export type BoltValue = null | boolean | number | bigint | string | Integer | BoltValue[] | { [key: string]: BoltValue };

/** Whole numbers become integers: as a Float, which a JS number is to the driver, `LIMIT $n` fails and `n.year = 2025` reads 2025.0. */
export function toBolt(value: Value, codec: IntegerCodec): BoltValue {
  if (typeof value === "number") return Number.isSafeInteger(value) ? codec.int(value) : value;
  if (typeof value === "bigint") checkInteger(value);
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((inner) => toBolt(inner, codec));
  return mapBolt(value, codec);
}

/** As `toBolt`, for a statement's parameters. */
export function mapBolt(values: Readonly<Record<string, Value>>, codec: IntegerCodec): Record<string, BoltValue> {
  const converted: Record<string, BoltValue> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) converted[key] = toBolt(value, codec);
  }
  return converted;
}

/**
 * Integers become numbers while they are safe, else bigint; nodes, relationships, paths and temporal values are refused. Lists and maps are the
 * driver's own, and nobody else has them: what they hold is put in its place, since copies of them took four times as long.
 * The driver's own Integer objects are read, not its `useBigInt`: 1,000 rows with 5,000 integers took 37 ms with that, 25 ms without.
 */
export function fromBolt(value: unknown, codec: IntegerCodec): Value {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
      return value;
    case "object": {
      if (value === null) return null;
      if (Array.isArray(value)) return inList(value, codec);
      if (codec.isInt(value)) {
        const number = value.toNumber();
        return Number.isSafeInteger(number) ? number : value.toBigInt();
      }
      if (Object.getPrototypeOf(value) !== Object.prototype) throw foreignValue();
      const plain: Record<string, Value> = {};
      for (const [key, inner] of Object.entries(value)) plain[key] = fromBolt(inner, codec);
      return plain;
    }
    default:
      throw foreignValue();
  }
}

/** A list's values in their places. Most are texts and null, which are so already. */
function inList(list: unknown[], codec: IntegerCodec): Value[] {
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    if (typeof value !== "string" && value !== null) list[i] = fromBolt(value, codec);
  }
  return list as Value[];
}

function isList(value: readonly Value[] | { readonly [key: string]: Value }): value is readonly Value[] {
  return Array.isArray(value);
}
