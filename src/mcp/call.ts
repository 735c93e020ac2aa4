/** One call of a tool: what it asks goes through here, so that what is to be told beside its answer is gathered. */
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { GraphQLSchema } from "graphql";
import type { Beside, Days } from "./answer.ts";
import { type Answered, type Ask, dataOf, warningsIn } from "./ask.ts";
import type { NodeType } from "./generated/operations.ts";
import { type Meant, meant } from "./names.ts";

/** What tools are given to work with. */
export interface Given {
  readonly ask: Ask;
  /** The schema that is asked, for what it means. */
  readonly schema: GraphQLSchema;
  /** The day of today, `2025-06-05`. */
  readonly today: string;
}

/** The two days of an argument, as given. */
interface DaysGiven {
  readonly on?: string | undefined;
  readonly known?: string | undefined;
}

/** A call of a tool. */
export class Call implements Beside {
  readonly schema: GraphQLSchema;
  readonly today: string;
  readonly #ask: Ask;
  readonly #signal: AbortSignal | undefined;
  /** By name and types, in the order in which arguments name them; null until it is known. */
  readonly #meant = new Map<string, Beside["meant"][number] | null>();
  readonly #warnings: string[] = [];

  constructor({ ask, schema, today }: Given, signal?: AbortSignal) {
    this.#ask = ask;
    this.schema = schema;
    this.today = today;
    this.#signal = signal;
  }

  /** Which nodes the names in the arguments were read as. */
  get meant(): Beside["meant"] {
    return [...this.#meant.values()].filter((one) => one !== null);
  }

  /** What the answers warn of. */
  get warnings(): readonly string[] {
    return this.#warnings;
  }

  /** The data of an operation. Throws Refusal. */
  async data<Data, Variables extends Readonly<Record<string, unknown>>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data, warnings } = await dataOf(this.#ask, document, variables, this.#signal);
    this.#warnings.push(...warnings);
    return data;
  }

  /** What a text of an assistant's own comes to. */
  async raw(query: string, variables: Readonly<Record<string, unknown>>): Promise<Answered> {
    const answered = await this.#ask(query, variables, this.#signal);
    this.#warnings.push(...warningsIn(answered));
    return answered;
  }

  /** The node that a name means. Throws Refusal where there is none, or several. */
  async node(said: string, types?: readonly NodeType[]): Promise<Meant> {
    const key = JSON.stringify([said, types]);
    if (!this.#meant.has(key)) this.#meant.set(key, null);
    const { id, label } = await meant(this.#ask, said, types, this.#signal);
    this.#meant.set(key, { said, id, label });
    return { id, label };
  }

  /** The ids of the nodes that names mean; null where there are none, which leaves an argument out. Throws Refusal. */
  async ids(said: string | readonly string[] | undefined, types?: readonly NodeType[]): Promise<string[] | null> {
    const names = said === undefined ? [] : [said].flat();
    const nodes = await Promise.all(names.map((name) => this.node(name, types)));
    return nodes.length === 0 ? null : nodes.map(({ id }) => id);
  }

  /** The days of an answer in words, where its rows are of one day, or else of all that there was. */
  days({ on, known }: DaysGiven, isOfToday = false): Days {
    const all = `all days that the graph has; what stands or is in force, as of today, ${this.today}`;
    return { world: on ?? (isOfToday ? this.today : all), known: this.known(known) };
  }

  /** The day of knowledge in words. */
  known(known: string | undefined): string {
    return known ?? `all that is known today, ${this.today}`;
  }
}
