import type { Bundle, Properties, PropertyValue } from "../load/index.ts";
import type { Importer, Notes } from "./importer.ts";
import { withoutCredentials } from "./read/addresses.ts";

const DROPPED = "an address with a name, a password or a key in it: these dropped, the rest kept";

/** An importer whose records carry no credentials in any address, whichever property has it; each that had is counted. */
export function atTheBorder(importer: Importer): Importer {
  return async function* (files, notes) {
    for await (const bundle of importer(files, notes)) yield open(bundle, notes);
  };
}

function open(bundle: Bundle, notes: Pick<Notes, "count">): Bundle {
  const { silence } = bundle;
  return {
    ...bundle,
    nodes: opened(bundle.nodes, notes),
    edges: opened(bundle.edges, notes),
    ...(silence && {
      silence: { about: silence.about, filledFrom: (earlier: Bundle) => open(silence.filledFrom(earlier), { count: () => undefined }) },
    }),
  };
}

/** The records themselves where none has an address: nearly all edges, of which there are millions. */
function opened<T extends { readonly properties: Properties }>(records: readonly T[], notes: Pick<Notes, "count">): readonly T[] {
  return records.some(mayHaveAddress) ? records.map((record) => withProperties(record, notes)) : records;
}

function mayHaveAddress({ properties }: { readonly properties: Properties }): boolean {
  for (const name in properties) {
    const value = properties[name];
    if (typeof value === "object" || (typeof value === "string" && value.includes("://"))) return true;
  }
  return false;
}

/** The record itself where there is nothing to drop. */
function withProperties<T extends { readonly properties: Properties }>(record: T, notes: Pick<Notes, "count">): T {
  let properties: Record<string, PropertyValue> | null = null;
  for (const [name, value] of Object.entries(record.properties)) {
    const opened = openValue(value, notes);
    if (opened === value) continue;
    properties ??= { ...record.properties };
    properties[name] = opened;
  }
  return properties ? { ...record, properties } : record;
}

function openValue(value: PropertyValue, notes: Pick<Notes, "count">): PropertyValue {
  const one = <T>(text: T): T | string => {
    if (typeof text !== "string") return text;
    const opened = withoutCredentials(text);
    if (opened === text) return text;
    notes.count(DROPPED);
    return opened;
  };
  if (typeof value !== "object") return one(value);
  if (value.every((item) => typeof item !== "object")) {
    const items = value.map(one);
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  const objects = value.map((item) =>
    typeof item === "object" ? Object.fromEntries(Object.entries(item).map(([k, v]) => [k, one(v)])) : {},
  );
  return JSON.stringify(objects) === JSON.stringify(value) ? value : objects;
}
