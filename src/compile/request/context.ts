import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  isInterfaceType,
  isObjectType,
  Kind,
  type ValueNode,
} from "graphql";
import type { Value } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { containing } from "../cypher/dates.ts";
import { type Fragment, Name, Parameter } from "../cypher/fragment.ts";
import { Arguments } from "./arguments.ts";
import type { ComputedFields } from "./computed.ts";
import { ALWAYS, type AsOf, type Day } from "./day.ts";
import type { Later } from "./later.ts";
import { type Decision, type Getter, Site } from "./site.ts";
import { WatchedField } from "./watch.ts";

/** Reads the arguments of a field or directive met while compiling: parameters are read through it again at each request. */
type ReadArguments = (variables: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Tells today, as `2025-06-05`: the compiler itself knows no clock. */
export type Clock = () => string;

/** The site of what no argument gives; nothing at it is constant. */
const NOWHERE = -1;

/** Arguments that no variable changes are read once, not with each request. */
interface Opened {
  readonly read: ReadArguments;
  readonly constant: boolean;
}

/** Throws where a request's variables are not as they must be. */
type Requirement = (variables: Readonly<Record<string, unknown>>) => void;

/** What all parts of one compilation share. */
interface Shared {
  readonly sites: Opened[];
  readonly parameters: { readonly site: number; readonly get: Getter }[];
  /** What of the values of variables the text depends on. */
  readonly decisions: { readonly site: number; readonly is: Decision }[];
  /** What every request's variables must meet. */
  readonly requirements: Requirement[];
  /** How many names were made with each letter. */
  readonly letters: Map<string, number>;
  readonly sets: Fragment[];
  /** Lists that statements of their own fill, in the order in which they were compiled. */
  readonly later: Later[];
  /** Today, once something asks for it. */
  today: Parameter | null;
  /** What shaping needs beside parameters and rows, by where it has it (`FORMER`). */
  readonly wants: Set<symbol>;
}

/** What of a resolver's `info` a compilation reads, and of the engine that is asked. */
interface Info {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
  /** Whether the engine looks up ranges by its indexes. */
  readonly seeksRanges: boolean;
}

/** What a variable stands for, with the letter that it is spelt with: short, since a statement names it often. */
const LETTERS = {
  node: "n",
  /** The edge that a list walks. */
  edge: "r",
  /** The far end of an edge that a filter looks through, and that edge. */
  far: "f",
  through: "e",
  /** A node below or above another whose edges are listed with its own, and the memberships that lead there. */
  via: "u",
  ways: "y",
  id: "i",
  /** Ids that count on any day, computed before everything else, and those that count on some days only. */
  set: "s",
  datedSet: "d",
  /** What a subquery collects: columns of objects, a count, a list of nodes. */
  columns: "c",
  count: "t",
  list: "l",
  value: "v",
  claims: "q",
  /** An edge by which an act reaches a measure, and that act. */
  effect: "q",
  act: "w",
  /** Of rows: their day, its kind, the field that says it, what distinguishes them from others, and a day that is looked at. */
  day: "d",
  kind: "k",
  field: "f",
  tie: "t",
  moment: "m",
  /** A row that was gathered before, and a member of a list in it. */
  row: "g",
} as const;

/** The node that a root field asks for. */
export const ROOT = new Name("n", false);

/** What a variable stands for. */
export type NameKind = keyof typeof LETTERS;

/**
 * What one compilation carries along. Names are numbered in the order of the walk, so that equal shapes give
 * equal text; values never enter the text, they become parameters that `bind` reads from each request's variables.
 */
export class Context {
  readonly model: Model;
  readonly computed: ComputedFields;
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether the engine looks up ranges by its indexes; where it does not, months stand in. */
  readonly seeksRanges: boolean;
  /** The day as of which the part being compiled is asked. */
  readonly asOf: AsOf;
  /** The field being compiled. */
  readonly field: WatchedField;
  readonly #info: Info;
  readonly #clock: Clock;
  readonly #shared: Shared;

  constructor(
    model: Model,
    computed: ComputedFields,
    info: Info,
    clock: Clock,
    asOf: AsOf = ALWAYS,
    shared: Shared | null = null,
    field: WatchedField = new WatchedField([]),
  ) {
    this.model = model;
    this.computed = computed;
    this.schema = info.schema;
    this.fragments = info.fragments;
    this.variables = info.variableValues;
    this.seeksRanges = info.seeksRanges;
    this.asOf = asOf;
    this.field = field;
    this.#info = info;
    this.#clock = clock;
    this.#shared = shared ?? {
      sites: [],
      parameters: [],
      decisions: [],
      requirements: [],
      letters: new Map(),
      sets: [],
      later: [],
      today: null,
      wants: new Set(),
    };
  }

  /** The same compilation, for a part that is asked as of another day. */
  withAsOf(asOf: AsOf): Context {
    return new Context(this.model, this.computed, this.#info, this.#clock, asOf, this.#shared, this.field);
  }

  /** The same compilation, for the field under a response key. */
  at(key: string): Context {
    return new Context(
      this.model,
      this.computed,
      this.#info,
      this.#clock,
      this.asOf,
      this.#shared,
      new WatchedField([...this.field.path, key]),
    );
  }

  /** The same compilation, for a statement of its own: parameters are read with those of all others, sets stand before that statement alone. */
  apart(): Context {
    const shared: Shared = { ...this.#shared, sets: [] };
    return new Context(this.model, this.computed, this.#info, this.#clock, this.asOf, shared, this.field);
  }

  /** Lists that are filled by statements of their own once this one was answered; see later.ts. */
  get later(): Later[] {
    return this.#shared.later;
  }

  /** What the answer is shaped with beside parameters and rows, by where that stands; see former.ts. */
  get wants(): Set<symbol> {
    return this.#shared.wants;
  }

  /** Clauses that compute sets of ids, to stand before everything else; see where/sets.ts. */
  get sets(): Fragment[] {
    return this.#shared.sets;
  }

  /** A fresh name: `n0`, `n1`, … */
  name(kind: NameKind): Name {
    const letter = LETTERS[kind];
    const { letters } = this.#shared;
    const next = letters.get(letter) ?? 0;
    letters.set(letter, next + 1);
    return new Name(`${letter}${next}`, kind === "set" || kind === "datedSet");
  }

  /** Opens a field's arguments. */
  site(definition: GraphQLField<unknown, unknown>, node: FieldNode): Site {
    return this.open(node, (variables) => getArgumentValues(definition, node, variables));
  }

  /** Opens arguments that stand at a field or directive and that `read` takes from a request's variables. */
  open(node: FieldNode | DirectiveNode, read: ReadArguments): Site {
    const { sites, parameters, decisions } = this.#shared;
    const constant = !readsVariables(node);
    const site = sites.push({ read, constant }) - 1;
    const args = new Arguments(read(this.variables));
    const parameter = (get: Getter) => new Parameter(`p${parameters.push({ site, get }) - 1}`);
    return new Site(args, parameter, (is) => {
      if (!constant) decisions.push({ site, is });
      return is(args);
    });
  }

  /** Today: only for what is quicker in one way or another; an answer that depends on it has `today()`. */
  get day(): string {
    return this.#clock();
  }

  /** Today, as a parameter that is read anew with each request. */
  today(): Parameter {
    const { parameters } = this.#shared;
    this.#shared.today ??= new Parameter(`p${parameters.push({ site: NOWHERE, get: () => this.#clock() }) - 1}`);
    return this.#shared.today;
  }

  /** The same as a day, with the month and the year that contain it. */
  onToday(): Day {
    const { parameters } = this.#shared;
    return { day: this.today(), days: new Parameter(`p${parameters.push({ site: NOWHERE, get: () => containing(this.#clock()) }) - 1}`) };
  }

  /** Requires something of arguments that stand at some places: now, and of every later request where variables give them. */
  require(places: readonly DirectiveNode[], requirement: Requirement): void {
    if (places.some(readsVariables)) this.#shared.requirements.push(requirement);
    else requirement(this.variables);
  }

  /** Makes the function that reads all parameters from a request's variables. Throws what reading an invalid value throws, and what is required of them. */
  binder(): (variables: Readonly<Record<string, unknown>>) => Record<string, Value> {
    const { sites, parameters, requirements } = this.#shared;
    const named = parameters.map(({ site, get }, index) => ({ name: `p${index}`, site, get, constant: sites[site]?.constant === true }));
    const changing = named.filter(({ constant }) => !constant);
    const bind = (some: typeof named, variables: Readonly<Record<string, unknown>>): Record<string, Value> => {
      const read: (Arguments | undefined)[] = new Array(sites.length);
      const values: Record<string, Value> = {};
      for (const { name, site, get } of some) {
        read[site] ??= new Arguments(sites[site]?.read(variables) ?? {});
        values[name] = get(read[site]);
      }
      return values;
    };
    // Kept only once they could all be read: what is wrong with them is reported to every request.
    let constants: Record<string, Value> | null = null;
    return (variables) => {
      for (const requirement of requirements) requirement(variables);
      constants ??= bind(
        named.filter(({ constant }) => constant),
        variables,
      );
      return { ...constants, ...bind(changing, variables) };
    };
  }

  /** Makes the function that tells what the text depends on of the values of a request's variables; null where it depends on none. */
  decider(): ((variables: Readonly<Record<string, unknown>>) => string) | null {
    const { sites, decisions } = this.#shared;
    if (decisions.length === 0) return null;
    return (variables) => {
      const read: (Arguments | undefined)[] = new Array(sites.length);
      const tell = ({ site, is }: (typeof decisions)[number]) => {
        read[site] ??= new Arguments(sites[site]?.read(variables) ?? {});
        return Number(is(read[site]));
      };
      return decisions.map(tell).join("");
    };
  }

  /** A field's definition on an object or interface type. */
  fieldOf(type: string, name: string): GraphQLField<unknown, unknown> {
    const named = this.schema.getType(type);
    const field = isObjectType(named) || isInterfaceType(named) ? named.getFields()[name] : undefined;
    if (!field) throw new Error(`The served schema has no field ${type}.${name}.`);
    return field;
  }
}

function readsVariables(node: FieldNode | DirectiveNode): boolean {
  return (node.arguments ?? []).some(({ value }) => hasVariables(value));
}

function hasVariables(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariables);
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariables(field.value));
}
