import { article, BadIdError, isId, type Model, nodeTypeOf, oneOf, prefixOf, validateScalar } from "../../model/index.ts";
import type { Parameter } from "../cypher/fragment.ts";
import type { Arguments } from "./arguments.ts";
import type { Context } from "./context.ts";
import type { Site } from "./site.ts";

/** What the ids of an argument may be. */
export interface IdTypes {
  /** The node types that its ids name. Where there is one alone, ids may leave out its prefix. */
  readonly types: readonly string[];
  /** Others whose ids reach nodes of these types: a country those of its agencies. Their prefix is always written. */
  readonly reaching?: readonly string[];
}

/** How much of an id a message shows. */
const SHOWN = 100;

/**
 * The ids of an argument in full, each once, as a parameter. They are looked up where what they lead to comes back empty. Reading it throws
 * BadIdError for one that can be nothing there; what it can be may follow from other arguments.
 */
export function idsAt(context: Context, site: Site, name: string, of: IdTypes | ((args: Arguments) => IdTypes)): Parameter {
  const parameter = site.parameter((args) => {
    const types = typeof of === "function" ? of(args) : of;
    return [...new Set(args.texts(name).map((id) => fullId(context.model, id, name, types)))];
  });
  context.field.ids.push(parameter);
  return parameter;
}

/** An id in full. Throws BadIdError where it can't be one of `of` in the argument `name`. */
export function fullId(model: Model, id: string, name: string, of: IdTypes): string {
  const { types, reaching = [] } = of;
  const accepted = [...types, ...reaching];
  const refuse = (why: string): never => {
    throw new BadIdError(`${name}: ${why}`, id, accepted);
  };
  const shown = JSON.stringify(id.length > SHOWN ? `${id.slice(0, SHOWN)}…` : id);
  const [only, ...others] = prefixesOf(model, types);
  if (!id.includes(":")) {
    if (!isId(`x:${id}`)) return refuse(`${shown} is no id. ${FORM}`);
    if (only !== undefined && others.length === 0) return `${only}:${id}`;
    const example = `${likeliest(model, id, types)}:${id}`;
    return refuse(`${shown} may be ${article(oneOf(types))}: write the id with its prefix, such as "${example}".`);
  }
  if (!isId(id)) return refuse(`${shown} is no id. ${FORM}`);
  const type = nodeTypeOf(model, id);
  if (type === null) {
    return refuse(`no id starts with "${prefixOf(id).slice(0, SHOWN)}:". Here may stand ${shownForms(model, accepted)}.`);
  }
  if (accepted.includes(type.name)) return id;
  return refuse(`${shown} is the id of ${article(type.name)}. Here may stand ${shownForms(model, accepted)}.`);
}

const FORM = "An id is prefix:key, and the key has letters, digits, dots, hyphens and underscores.";

function shownForms(model: Model, types: readonly string[]): string {
  return oneOf(prefixesOf(model, types).map((prefix) => `${prefix}:…`));
}

function prefixesOf(model: Model, types: readonly string[]): string[] {
  return types.flatMap((type) => model.nodes.get(type)?.prefix ?? []);
}

/** The prefix that a key without one most likely lacks: that of a type which is looked up by codes of such a form, else the first. */
function likeliest(model: Model, key: string, types: readonly string[]): string {
  const byCode = model.lookups.find(({ type, by }) => {
    const codes = by.map((property) => model.nodes.get(type)?.properties.get(property)?.type ?? "ID");
    return types.includes(type) && codes.some((scalar) => validateScalar(scalar, key) === null);
  });
  return prefixesOf(model, byCode ? [byCode.type] : types)[0] ?? "prefix";
}
