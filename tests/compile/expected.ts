import { astFromValue, type GraphQLArgument, type GraphQLField, isInterfaceType, isObjectType, print } from "graphql";
import type { Model, Property } from "../../src/model/index.ts";
import type { WorldNode } from "../support/world.ts";
import type { Arguments, Evaluator, Item } from "./evaluate.ts";
import { type Ask, edgeNames, saysVia } from "./random-request.ts";

/** The operation of a request with one root list: its arguments as literals, or as variables. */
export function operationOf(model: Model, ask: Ask, inVariables: boolean): { source: string; variables: Record<string, unknown> } {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const argument = (value: unknown, { name, type }: GraphQLArgument): string => {
    if (!inVariables) {
      const literal = astFromValue(value, type);
      return `${name}: ${literal ? print(literal) : "null"}`;
    }
    const variable = `v${declared.length}`;
    declared.push(`$${variable}: ${type}`);
    variables[variable] = value;
    return `${name}: $${variable}`;
  };
  const argumentsOf = (field: GraphQLField<unknown, unknown>, args: Arguments) => {
    const written = field.args.flatMap((a) => (args[a.name] === undefined ? [] : [argument(args[a.name], a)]));
    return written.length > 0 ? `(${written.join(", ")})` : "";
  };
  const write = (asked: Ask, key: string): string => {
    const definition = fieldOf(model, asked.field?.owner ?? "Query", asked.field?.name ?? asked.key);
    const under = (name: string) => (keyOf(asked, name) === name ? name : `${keyOf(asked, name)}: ${name}`);
    const own = asked.properties.map((p) => under(p.name));
    const inner = asked.inner.map((list) => write(list, keyOf(asked, list.key)));
    const named = model.nodes.has(asked.type)
      ? ""
      : extraOf(model, asked)
          .map(({ type, property }) => `... on ${type} { ${type}_${property.name}: ${property.name} }`)
          .join(" ");
    return `${key}: ${definition.name}${argumentsOf(definition, asked.args)} {
      ${under("totalCount")} pageInfo { hasNextPage hasPreviousPage }
      edges { cursor ${edgeNames(asked.field).join(" ")} ${saysVia(model, asked) ? "via { id name }" : ""} ${asked.field?.dated ? "claims { id }" : ""}
        node { ${under("__typename")} ${under("id")} ${own.join(" ")} ${named} ${inner.join("\n")} } } }`;
  };
  const body = write(ask, ask.key);
  return { source: `query${declared.length > 0 ? ` (${declared.join(", ")})` : ""} { ${body} }`, variables };
}

/** The response key of a field, or of a list inside, where it is asked for. */
function keyOf({ aliases }: Ask, name: string): string {
  return Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
}

function fieldOf(model: Model, type: string, name: string): GraphQLField<unknown, unknown> {
  const owner = model.schema.getType(type);
  const field = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[name] : undefined;
  if (!field) throw new Error(`There is no field $type.$name.`);
  return field;
}

/** On an interface, one property of two of its types besides. */
function extraOf(model: Model, { type }: Ask): { type: string; property: Property }[] {
  return (model.possible.get(type) ?? []).slice(0, 2).flatMap((name) => {
    const property = [...(model.nodes.get(name)?.properties.values() ?? [])].find((p) => p.kind === "enum");
    return property ? [{ type: name, property }] : [];
  });
}

const stored = (property: Pick<Property, "name" | "list">, properties: WorldNode["properties"]) =>
  properties[property.name] ?? (property.list ? [] : null);

/** The page that `first` or `last` cuts out of a list. */
export function pageOf<T>(items: readonly T[], args: Arguments): { page: readonly T[]; hasNextPage: boolean; hasPreviousPage: boolean } {
  if (typeof args.last === "number") {
    const start = Math.max(0, items.length - args.last);
    return { page: items.slice(start), hasNextPage: false, hasPreviousPage: start > 0 };
  }
  const first = typeof args.first === "number" ? args.first : 20;
  return { page: items.slice(0, first), hasNextPage: items.length > first, hasPreviousPage: false };
}

/** What must be answered, its cursors aside. */
export function expectedOf(model: Model, evaluator: Evaluator, ask: Ask, of: WorldNode | null): unknown {
  const items = of && ask.field ? evaluator.ends(of, ask.field, ask.args) : evaluator.all(ask.type, ask.args);
  const { page, hasNextPage, hasPreviousPage } = pageOf(items, ask.args);
  return {
    [keyOf(ask, "totalCount")]: items.length,
    pageInfo: { hasNextPage, hasPreviousPage },
    edges: page.map((item) => edgeOf(model, evaluator, ask, item, of)),
  };
}

function edgeOf(model: Model, evaluator: Evaluator, ask: Ask, { node, edge, near }: Item, of: WorldNode | null): unknown {
  const onEdge = edgeNames(ask.field).map((name) => [name, edge?.properties[name] ?? null]);
  const claims = ask.field?.dated ? { claims: [...((edge?.properties.claims ?? []) as string[])].sort().map((id) => ({ id })) } : {};
  const extra = model.nodes.has(ask.type) ? [] : extraOf(model, ask).filter(({ type }) => type === node.type);
  return {
    ...Object.fromEntries(onEdge),
    ...claims,
    ...(saysVia(model, ask) ? { via: near === null || near === of ? null : { id: near.id, name: near.properties.name } } : {}),
    node: {
      [keyOf(ask, "__typename")]: node.type,
      [keyOf(ask, "id")]: node.id,
      ...Object.fromEntries(ask.properties.map((p) => [keyOf(ask, p.name), stored(p, node.properties)])),
      ...Object.fromEntries(extra.map(({ type, property }) => [`${type}_${property.name}`, stored(property, node.properties)])),
      ...Object.fromEntries(ask.inner.map((inner) => [keyOf(ask, inner.key), expectedOf(model, evaluator, inner, node)])),
    },
  };
}

/** An answer without its cursors. */
export function withoutCursors(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(withoutCursors);
  if (answer === null || typeof answer !== "object") return answer;
  return Object.fromEntries(Object.entries(answer).flatMap(([key, value]) => (key === "cursor" ? [] : [[key, withoutCursors(value)]])));
}
