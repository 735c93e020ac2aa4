import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { isIncluded, keyOf, type Variables } from "./asked.ts";
import { INTROSPECTED } from "./prices.ts";

/** The lists of GraphQL's own types: how many members all of them have together, and the longest. */
interface Length {
  readonly all: number;
  readonly longest: number;
}

type Lengths = Readonly<Record<string, Length>>;

/** Lists in which no member of the schema stands twice, where no parent stands twice. */
const PARTS: ReadonlySet<string> = new Set(["types", "directives", "fields", "args", "enumValues", "inputFields"]);

/** How many selections are walked: fragments that double one another are dear before they are long. */
const MOST_SELECTIONS = 10_000;

/** How many objects a selection stands in, and whether they all differ. */
interface Standing {
  readonly count: number;
  readonly distinct: boolean;
}

/** What `__schema` and `__type` cost: the objects that they may answer with, by how large the served schema is. */
export class Introspection {
  /** The response keys under which the operation asks for them. */
  readonly keys = new Set<string>();
  readonly #schema: GraphQLSchema;
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #variables: Variables;
  #walked = 0;

  constructor(schema: GraphQLSchema, fragments: Readonly<Record<string, FragmentDefinitionNode>>, variables: Variables) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  /** Whether a field is where introspection begins. */
  begins({ name }: FieldNode): boolean {
    return name.value === "__schema" || name.value === "__type";
  }

  /** What one of these fields costs. */
  priceOf(field: FieldNode): number {
    this.keys.add(keyOf(field));
    return INTROSPECTED * (1 + this.#below(field.selectionSet, { count: 1, distinct: field.name.value === "__schema" }));
  }

  #below(set: SelectionSetNode | undefined, standing: Standing): number {
    let objects = 0;
    for (const selection of set?.selections ?? []) {
      this.#walked += 1;
      if (this.#walked > MOST_SELECTIONS) return Number.POSITIVE_INFINITY;
      if (!isIncluded(selection, this.#variables)) continue;
      if (selection.kind !== Kind.FIELD) {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments[selection.name.value] : selection;
        objects += this.#below(fragment?.selectionSet, standing);
      } else if (selection.selectionSet) {
        const below = this.#standing(selection.name.value, standing);
        objects += below.count + this.#below(selection.selectionSet, below);
      }
    }
    return objects;
  }

  /** How many objects a field of so many objects gives. */
  #standing(name: string, { count, distinct }: Standing): Standing {
    const length = lengthsOf(this.#schema)[name];
    // The type of a field, what a type is a list of, the type of queries: one for each.
    if (!length) return { count, distinct: false };
    const most = count * length.longest;
    return { count: distinct ? Math.min(length.all, most) : most, distinct: distinct && PARTS.has(name) };
  }
}

const lengths = new WeakMap<GraphQLSchema, Lengths>();

/** The lengths of a schema's lists, counted once. */
function lengthsOf(schema: GraphQLSchema): Lengths {
  const known = lengths.get(schema);
  if (known) return known;
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? [Object.values(type.getFields())] : []));
  const inputs = types.flatMap((type) => (isInputObjectType(type) ? [Object.values(type.getFields())] : []));
  const directives = schema.getDirectives();
  const counted: Lengths = {
    types: lengthOf([types]),
    directives: lengthOf([directives]),
    fields: lengthOf(fields),
    args: lengthOf([...fields.flat(), ...directives].map(({ args }) => args)),
    inputFields: lengthOf(inputs),
    enumValues: lengthOf(types.flatMap((type) => (isEnumType(type) ? [type.getValues()] : []))),
    interfaces: lengthOf(types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? [type.getInterfaces()] : []))),
    possibleTypes: lengthOf(types.flatMap((type) => (isInterfaceType(type) || isUnionType(type) ? [schema.getPossibleTypes(type)] : []))),
  };
  lengths.set(schema, counted);
  return counted;
}

function lengthOf(lists: readonly (readonly unknown[])[]): Length {
  return { all: lists.reduce((sum, list) => sum + list.length, 0), longest: Math.max(0, ...lists.map((list) => list.length)) };
}
