import { type GraphQLFieldResolver, isEnumType } from "graphql";
import { labelOfValue, type Model, nearest, requestError } from "../model/index.ts";
import type { EnumLabelsArguments } from "./arguments.ts";
import type { Context } from "./run.ts";

/** enumLabels: the values of the schema's enums in words. Reads nothing. Throws BAD_FILTER for an enum that the schema lacks. */
export function enumLabels(model: Model): GraphQLFieldResolver<unknown, Context> {
  const enums = Object.values(model.schema.getTypeMap()).flatMap((type) => (isEnumType(type) && !type.name.startsWith("__") ? [type] : []));
  const all = enums
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((type) => ({
      name: type.name,
      values: type.getValues().map(({ name: value, description }) => ({
        value,
        label: labelOfValue(model, type.name, value),
        description: description ?? "",
      })),
    }));
  const known = all.map(({ name }) => name);
  return (_source, args) => {
    const { names } = args as EnumLabelsArguments;
    if (!names) return all;
    for (const name of names) {
      if (known.includes(name)) continue;
      const [meant] = nearest(name, known);
      throw requestError("BAD_FILTER", `The schema has no enum ${JSON.stringify(name)}${meant ? `: did you mean ${meant}?` : "."}`);
    }
    return all.filter(({ name }) => names.includes(name));
  };
}
