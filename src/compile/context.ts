import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
} from "graphql";
import type { Value } from "../engine/port.ts";
import type { Model } from "../model/index.ts";

/** Coerced arguments of one field. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Reads a parameter's value from the arguments of the field it came from; null stands for a value that was not given. */
export type Getter = (args: Arguments) => Value;

/** A field with arguments, met while compiling: the place from which parameters are read again at each request. */
interface Site {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/**
 * What one compilation carries along. Names are numbered in the order of the walk, so that equal shapes give
 * equal text; values never enter the text, they become parameters that `bind` reads from each request's variables.
 */
export class Context {
  readonly model: Model;
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly #sites: Site[] = [];
  readonly #parameters: { site: number; get: Getter }[] = [];
  readonly #names = new Map<string, number>();
  /** Clauses that compute sets of ids, to stand before everything else; see sets.ts. */
  readonly sets: { readonly name: string; readonly clause: string }[] = [];

  constructor(
    model: Model,
    info: {
      readonly schema: GraphQLSchema;
      readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
      readonly variableValues: Readonly<Record<string, unknown>>;
    },
  ) {
    this.model = model;
    this.schema = info.schema;
    this.fragments = info.fragments;
    this.variables = info.variableValues;
  }

  /** A fresh name: `n0`, `n1`, … */
  name(letter: string): string {
    const next = this.#names.get(letter) ?? 0;
    this.#names.set(letter, next + 1);
    return `${letter}${next}`;
  }

  /** Opens a field's arguments: their values now, and a way to make parameters of them. */
  site(definition: GraphQLField<unknown, unknown>, node: FieldNode): { args: Arguments; parameter: (get: Getter) => string } {
    const site = this.#sites.push({ definition, node }) - 1;
    return {
      args: getArgumentValues(definition, node, this.variables),
      parameter: (get) => `$p${this.#parameters.push({ site, get }) - 1}`,
    };
  }

  /** Makes the function that reads all parameters from a request's variables. Throws what reading a bad value throws. */
  binder(): (variables: Readonly<Record<string, unknown>>) => Record<string, Value> {
    const sites = this.#sites;
    const parameters = this.#parameters;
    return (variables) => {
      const read: (Arguments | undefined)[] = new Array(sites.length);
      const values: Record<string, Value> = {};
      parameters.forEach(({ site, get }, index) => {
        const from = sites[site];
        if (!from) return;
        read[site] ??= getArgumentValues(from.definition, from.node, variables);
        values[`p${index}`] = get(read[site]);
      });
      return values;
    };
  }

  /** A field's definition on an object or interface type. */
  fieldOf(type: string, name: string): GraphQLField<unknown, unknown> {
    const field = (this.schema.getType(type) as GraphQLObjectType).getFields()[name];
    if (!field) throw new Error(`The served schema has no field ${type}.${name}.`);
    return field;
  }
}
