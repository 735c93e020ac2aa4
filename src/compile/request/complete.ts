import { type FieldNode, type GraphQLOutputType, isAbstractType, isCompositeType, isListType, isNonNullType } from "graphql";
import type { Context } from "./context.ts";
import { fieldsOn, selectionsOf } from "./selection.ts";
import { MissingValueError, Shaped, TYPE } from "./shape.ts";

/** Makes of a shaped value just what the client gets. Throws MissingValueError where the schema promises a value and there is none. */
export type Complete = (shaped: unknown) => unknown;

/**
 * What graphql-js does with a value after its resolver, prepared once for a selection instead of once for each value: keys in the order of
 * the request, `__typename`, and null only where the schema allows it. Scalars and enums are answered as they are stored: what the loader
 * wrote was checked against their types.
 */
export function completeOf(context: Context, type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
  if (isNonNullType(type)) {
    const complete = completeOf(context, type.ofType, nodes);
    return (shaped) => {
      const value = complete(shaped);
      if (value === null) throw new MissingValueError(`${nodes[0]?.name.value} has no value, where the schema promises a ${type}.`);
      return value;
    };
  }
  if (isListType(type)) {
    const complete = completeOf(context, type.ofType, nodes);
    return (shaped) => (Array.isArray(shaped) ? shaped.map((item) => complete(item)) : null);
  }
  if (!isCompositeType(type)) return (shaped) => shaped ?? null;
  if (!isAbstractType(type)) return completeObject(context, type.name, nodes);
  // Types as they are met: below an interface of twelve types, twelve more at each level would be prepared for nothing.
  const met = new Map<string, Complete>();
  return (shaped) => {
    if (!(shaped instanceof Shaped)) return null;
    const name = String(shaped[TYPE]);
    let complete = met.get(name);
    if (!complete) {
      complete = completeObject(context, name, nodes);
      met.set(name, complete);
    }
    return complete(shaped);
  };
}

function completeObject(context: Context, type: string, nodes: readonly FieldNode[]): Complete {
  const fields = [...fieldsOn(selectionsOf(nodes), type, context)].map(([key, [first, ...others]]) => {
    if (!first || first.name.value === "__typename") return { key, complete: () => type };
    return { key, complete: completeOf(context, context.fieldOf(type, first.name.value).type, [first, ...others]) };
  });
  return (shaped) => {
    if (!(shaped instanceof Shaped)) return null;
    const value = new Shaped();
    for (const { key, complete } of fields) value[key] = complete(shaped[key]);
    return value;
  };
}
