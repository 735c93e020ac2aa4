import type { Property } from "../../model/index.ts";
import type { Place, PropertyValue, Report, Scalar, ValueObject } from "../record.ts";
import { invisibleNote } from "./characters.ts";
import type { Tree } from "./document.ts";
import { didYouMean } from "./hints.ts";

/**
 * Reads the value of a property from a file and notes its places; null where its form is wrong, which is reported.
 * Whether the value itself is valid (a date that exists, a known enum value) is checked later, for importers' records as well.
 */
export function readValue(property: Property, tree: Tree, places: Map<string, Place>, report: Report): PropertyValue | null {
  const { name } = property;
  places.set(name, tree.place);
  if (!property.list)
    return tree.kind === "scalar" ? readScalar(property, tree, report) : refuse(tree, `${name} is one value, not a ${tree.kind}.`);
  if (tree.kind !== "list") {
    if (isEmpty(tree)) return refuse(tree, noValue(name));
    return refuse(
      tree,
      property.kind === "value" ? `${name} is a list of maps: start each with "- ".` : `${name} is a list: write [${shown(tree)}].`,
    );
  }
  // Of a list with an invalid item the others are kept, so that their values are checked in the same run.
  const kept: (Scalar | ValueObject)[] = [];
  for (const item of tree.items) {
    const path = `${name}.${kept.length}`;
    places.set(path, item.place);
    const read = property.kind === "value" ? readObject(property, item, path, places, report) : readItem(property, item, report);
    if (read !== null) kept.push(read);
  }
  return property.kind === "value" ? kept.filter((item) => typeof item === "object") : kept.filter((item) => typeof item !== "object");

  function refuse(at: Tree, message: string): null {
    report(at.place, message);
    return null;
  }
}

function readItem(property: Property, tree: Tree, report: Report): Scalar | null {
  if (tree.kind !== "scalar") report(tree.place, `${property.name} is a list of single values, not of ${tree.kind}s.`);
  return readScalar(property, tree, report);
}

function readScalar(property: Property, tree: Tree, report: Report): Scalar | null {
  if (tree.kind !== "scalar") return null;
  if (tree.value === null) {
    report(tree.place, noValue(property.name));
    return null;
  }
  // 2025 or 850511 looks like a number to YAML; where a text is wanted, it is the text that was written.
  return isNumeric(property) ? tree.value : tree.text;
}

function readObject(property: Property, tree: Tree, path: string, places: Map<string, Place>, report: Report): ValueObject | null {
  if (tree.kind !== "map") {
    report(tree.place, `${property.name} is a list of maps with ${[...property.fields.keys()].join(", ")}.`);
    return null;
  }
  const object: Record<string, Scalar> = {};
  for (const { key, place, value } of tree.entries) {
    const field = property.fields.get(key);
    if (!field) {
      report(place, `${property.type} has no field "${key}".${didYouMean(key, property.fields.keys()) || invisibleNote(key)}`);
      continue;
    }
    places.set(`${path}.${key}`, value.place);
    if (value.kind !== "scalar") report(value.place, `${key} is one value, not a ${value.kind}.`);
    const scalar = readScalar(field, value, report);
    if (scalar !== null) object[key] = scalar;
  }
  return object;
}

function isNumeric(property: Property): boolean {
  return property.type === "Float" || property.type === "Int" || property.type === "Boolean";
}

/** Whether a key has no value. */
export function isEmpty(tree: Tree): boolean {
  return tree.kind === "scalar" && tree.value === null;
}

/** What to report of a key without a value. */
export function noValue(name: string): string {
  return `${name} has no value: write one, or leave the key out.`;
}

function shown(tree: Tree): string {
  return tree.kind === "scalar" ? tree.text : "…";
}
