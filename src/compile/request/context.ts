import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type ValueNode,
} from "graphql";
import type { Value } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { ALWAYS, type AsOf } from "../where/as-of.ts";

/** Coerced arguments of one field. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Reads a parameter's value from the arguments of the field it came from; null stands for a value that was not given. */
export type Getter = (args: Arguments) => Value;

/** Reads the arguments of a field or directive met while compiling: parameters are read through it again at each request. */
type ReadArguments = (variables: Readonly<Record<string, unknown>>) => Arguments;

/** Arguments that no variable changes are read once, not with each request. */
interface Opened {
  readonly read: ReadArguments;
  readonly constant: boolean;
}

/** Arguments as they are now, and a way to make parameters of them. */
export interface Site {
  readonly args: Arguments;
  readonly parameter: (get: Getter) => string;
}

/** What all parts of one compilation share. */
interface Shared {
  readonly sites: Opened[];
  readonly parameters: { readonly site: number; readonly get: Getter }[];
  readonly names: Map<string, number>;
  readonly sets: { readonly name: string; readonly clause: string }[];
}

/** What of a resolver's `info` a compilation reads. */
interface Info {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
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
  /** The day as of which the part being compiled is asked. */
  readonly asOf: AsOf;
  readonly #info: Info;
  readonly #shared: Shared;

  constructor(model: Model, info: Info, asOf: AsOf = ALWAYS, shared: Shared = { sites: [], parameters: [], names: new Map(), sets: [] }) {
    this.model = model;
    this.schema = info.schema;
    this.fragments = info.fragments;
    this.variables = info.variableValues;
    this.asOf = asOf;
    this.#info = info;
    this.#shared = shared;
  }

  /** The same compilation, for a part that is asked as of another day. */
  withAsOf(asOf: AsOf): Context {
    return new Context(this.model, this.#info, asOf, this.#shared);
  }

  /** Clauses that compute sets of ids, to stand before everything else; see sets.ts. */
  get sets(): { readonly name: string; readonly clause: string }[] {
    return this.#shared.sets;
  }

  /** A fresh name: `n0`, `n1`, … */
  name(letter: string): string {
    const { names } = this.#shared;
    const next = names.get(letter) ?? 0;
    names.set(letter, next + 1);
    return `${letter}${next}`;
  }

  /** Opens a field's arguments. */
  site(definition: GraphQLField<unknown, unknown>, node: FieldNode): Site {
    return this.open(node, (variables) => getArgumentValues(definition, node, variables));
  }

  /** Opens arguments that stand at a field or directive and that `read` takes from a request's variables. */
  open(node: FieldNode | DirectiveNode, read: ReadArguments): Site {
    const { sites, parameters } = this.#shared;
    const site = sites.push({ read, constant: !(node.arguments ?? []).some(({ value }) => hasVariables(value)) }) - 1;
    return { args: read(this.variables), parameter: (get) => `$p${parameters.push({ site, get }) - 1}` };
  }

  /** Makes the function that reads all parameters from a request's variables. Throws what reading a bad value throws. */
  binder(): (variables: Readonly<Record<string, unknown>>) => Record<string, Value> {
    const { sites, parameters } = this.#shared;
    const named = parameters.map(({ site, get }, index) => ({ name: `p${index}`, site, get, constant: sites[site]?.constant === true }));
    const changing = named.filter(({ constant }) => !constant);
    const bind = (some: typeof named, variables: Readonly<Record<string, unknown>>): Record<string, Value> => {
      const read: (Arguments | undefined)[] = new Array(sites.length);
      const values: Record<string, Value> = {};
      for (const { name, site, get } of some) {
        read[site] ??= sites[site]?.read(variables) ?? {};
        values[name] = get(read[site]);
      }
      return values;
    };
    // Only once they could all be read: what is wrong with them is told to every request.
    let constants: Record<string, Value> | null = null;
    return (variables) => {
      constants ??= bind(
        named.filter(({ constant }) => constant),
        variables,
      );
      return { ...constants, ...bind(changing, variables) };
    };
  }

  /** A field's definition on an object or interface type. */
  fieldOf(type: string, name: string): GraphQLField<unknown, unknown> {
    const field = (this.schema.getType(type) as GraphQLObjectType).getFields()[name];
    if (!field) throw new Error(`The served schema has no field ${type}.${name}.`);
    return field;
  }
}

function hasVariables(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariables);
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariables(field.value));
}
