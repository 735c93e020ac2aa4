import { isId, type Model, type NodeType, nodeTypeOf, prefixOf } from "../../model/index.ts";
import type { Report } from "../record.ts";
import { invisibleNote } from "./characters.ts";
import type { Tree } from "./document.ts";
import type { Reference } from "./draft.ts";
import { article, didYouMean, oneOf } from "./hints.ts";
import { isEmpty, noValue } from "./values.ts";

/** What may stand before or after the colon of an id, and alone as a short id. */
const KEY_RULE = "letters, digits, dots, hyphens and underscores, and starts with a letter or digit";

/** Reads the id of a record whose type is known: `x` or `measure:x`. Empty where it is malformed, which is reported. */
export function readOwnId(type: NodeType, tree: Tree, model: Model, report: Report): string {
  const reference = readReference("id", [type.name], tree, model, report);
  return reference ? (fullIds(reference, model)[0] ?? "") : "";
}

/** Reads a reference to a node of one of `types`; null where it can't be one, which is reported. */
export function readReference(field: string, types: readonly string[], tree: Tree, model: Model, report: Report): Reference | null {
  if (tree.kind !== "scalar" || isEmpty(tree)) {
    report(tree.place, isEmpty(tree) ? noValue(field) : `${field} is an id, not a ${tree.kind}.`);
    return null;
  }
  const { text, place } = tree;
  const problem = text.includes(":")
    ? problemOfFullId(field, text, types, model)
    : isId(`x:${text}`)
      ? null
      : `"${text}" is no id: an id has ${KEY_RULE}.${invisibleNote(text)}`;
  if (problem === null) return { text, types, field, place };
  // An id of a record's own is new: it is meant for no other.
  report(place, problem, field === "id" || isId(text) ? undefined : { text, types });
  return null;
}

function problemOfFullId(field: string, text: string, types: readonly string[], model: Model): string | null {
  if (!isId(text)) return `"${text}" is no id: an id is prefix:key, and the key has ${KEY_RULE}.${invisibleNote(text)}`;
  const prefixes = [...model.nodes.values()].map((n) => n.prefix);
  const type = nodeTypeOf(model, text);
  if (!type)
    return `No id starts with "${prefixOf(text)}:".${didYouMean(prefixOf(text), prefixes)} The prefixes are ${prefixes.join(", ")}.`;
  if (types.includes(type.name)) return null;
  return field === "id"
    ? `"${text}" is the id of ${article(type.name)}, but here stands ${article(oneOf(types))}.`
    : `${field} leads to ${article(oneOf(types))}, not to ${article(type.name)} ("${text}").`;
}

/** The ids in full that a reference may stand for: one, unless it is short and several types fit. */
export function fullIds(reference: Reference, model: Model): string[] {
  if (reference.text.includes(":")) return [reference.text];
  return reference.types.flatMap((type) => {
    const prefix = model.nodes.get(type)?.prefix;
    return prefix === undefined ? [] : [`${prefix}:${reference.text}`];
  });
}
