import type { FieldNode, GraphQLResolveInfo, OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import type { Row, Value } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { type Complete, completeOf } from "./request/complete.ts";
import type { ComputedFields } from "./request/computed.ts";
import { type Clock, Context } from "./request/context.ts";
import { enter } from "./request/enter.ts";
import { FORMER } from "./request/former.ts";
import { Selected } from "./request/selection.ts";
import type { Parameters } from "./request/shape.ts";
import { type ShapingVariable, shapingVariables, signatureOf } from "./request/signature.ts";
import { compileRoot, type Root } from "./select/root.ts";

/** A root field compiled for one shape of variables. */
export interface Compiled {
  /** One Cypher statement, the same for every request of this shape. */
  readonly text: string;
  /** The same for a search: continues the search engine's own clause, which binds `n` and `score`. */
  readonly textAfter: (searching: string) => string;
  /** Of a search: whether its conditions leave out some of the hits. */
  readonly leavesOut: boolean;
  /** Reads the statement's parameters from a request's variables. Throws request errors (BAD_PAGE, BAD_CURSOR, …). */
  readonly bind: (variables: Readonly<Record<string, unknown>>) => Record<string, Value>;
  /**
   * Turns the statement's rows into the field's value, by response keys. Where the parameters have notes, these are taken of how the fields came out;
   * lists that statements of their own fill are left empty, and noted as wanted in the parameters (request/later.ts). No statement: no rows.
   */
  readonly shape: (rows: readonly Row[], parameters: Parameters) => unknown;
  /** Whether the field has a statement of its own; one that is nothing but a gathered list has none. */
  readonly reads: boolean;
  /** Whether `shape` is to be told which ids were merged into a node (request/former.ts). */
  readonly wantsFormer: boolean;
  /** Tells what of the values of variables the text depends on, beside their shape; null where it depends on none. */
  readonly decide: ((variables: Readonly<Record<string, unknown>>) => string) | null;
  /** What it tells of the variables for which this was compiled. */
  readonly decided: string | undefined;
  /** Makes of that value just what the client gets. Throws MissingValueError where the graph lacks what the schema promises. */
  readonly complete: Complete;
}

/** What of a resolver's `info` compiling needs. */
export type Info = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments" | "operation" | "schema" | "variableValues">;

/** The longest that all statements kept may be together, in characters; the statement of a golden operation has 300 to 12,000. */
const MOST_TEXT = 16_000_000;

/** A root field of an operation that is being asked: its number, and the variables that shape its statement. */
interface Asked {
  readonly number: number;
  readonly variables: readonly ShapingVariable[];
}

/** Compiles root fields, and keeps what it compiled. */
export class Compiler {
  readonly model: Model;
  readonly #computed: ComputedFields;
  readonly #today: Clock;
  /** Statements by their field's number and the signature of its variables; those that were not asked for lately go first. */
  readonly #compiled: LRUCache<string, Compiled>;
  /**
   * Numbers by the parsed operation, which the server keeps while it is in use, and the field node. Both: operations of one
   * document may share a field through a fragment, and each may select more on it.
   */
  readonly #asked = new WeakMap<OperationDefinitionNode, Map<FieldNode, Asked>>();
  #fields = 0;

  /** `today` tells the day (UTC) whenever a request leaves it open; `mostText` how long all statements kept may be together, in characters. */
  constructor(model: Model, computed: ComputedFields, today: Clock, mostText: number = MOST_TEXT) {
    this.model = model;
    this.#computed = computed;
    this.#today = today;
    this.#compiled = new LRUCache({ maxSize: mostText, sizeCalculation: ({ text }, key) => text.length + key.length });
  }

  /**
   * Compiles a root field's whole selection into one statement, or takes it from the cache; `seeksRanges` says whether the engine that is asked looks up
   * ranges by its indexes.
   */
  compile(root: Root, info: Info, seeksRanges: boolean): Compiled {
    const { number, variables } = this.#askedOf(info);
    const key = `${number}${seeksRanges ? "" : "m"}:${signatureOf(variables, info.variableValues)}`;
    // Few texts depend on the values of variables: those are kept beside the first that was compiled.
    const first = this.#compiled.get(key);
    const decided = first?.decide?.(info.variableValues);
    if (first && decided === first.decided) return first;
    const another = `${key}!${decided}`;
    const known = first && this.#compiled.get(another);
    if (known) return known;
    const compiled = this.#compileAnew(root, info, seeksRanges);
    this.#compiled.set(first ? another : key, compiled);
    return compiled;
  }

  #compileAnew(root: Root, info: Info, seeksRanges: boolean): Compiled {
    const { schema, fragments, variableValues } = info;
    const asked = { schema, fragments, variableValues, seeksRanges };
    const context = enter(new Context(this.model, this.#computed, asked, this.#today), [info.operation]);
    const name = info.fieldNodes[0]?.name.value ?? "";
    const key = info.fieldNodes[0]?.alias?.value ?? name;
    const plan = compileRoot(root, new Selected(context, key, name, info.fieldNodes));
    const decide = context.decider();
    return {
      text: plan.text,
      textAfter: plan.textAfter ?? (() => plan.text),
      leavesOut: plan.leavesOut ?? false,
      reads: plan.text !== "",
      wantsFormer: context.wants.has(FORMER),
      bind: context.binder(),
      decide,
      decided: decide?.(info.variableValues),
      shape: plan.shape,
      complete: completeOf(context, context.fieldOf("Query", name).type, info.fieldNodes),
    };
  }

  #askedOf(info: Info): Asked {
    const [first] = info.fieldNodes;
    if (!first) throw new Error("A root field without nodes was asked for.");
    const fields = this.#asked.get(info.operation) ?? new Map<FieldNode, Asked>();
    this.#asked.set(info.operation, fields);
    const known = fields.get(first);
    if (known) return known;
    const asked = { number: this.#fields++, variables: shapingVariables(info) };
    fields.set(first, asked);
    return asked;
  }
}
