import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Model } from "../../src/model/index.ts";
import { randomOf } from "../support/random.ts";
import { idsOf } from "./random-graph.ts";

/** Makes queries at random out of all that the served schema has below Query, introspection aside: every kind of list, reference and value. */
export class RandomSelections {
  readonly #model: Model;
  readonly #random: ReturnType<typeof randomOf>;
  #aliases = 0;
  /** How many fields that lead on may still be selected: the text of a request is bounded. */
  #left = 40;

  constructor(model: Model, seed: number) {
    this.#model = model;
    this.#random = randomOf(seed);
  }

  /** A query with one to three root fields; each of them of one name, where one is given. */
  next(root: string | null = null): string {
    const query = this.#model.schema.getQueryType();
    if (!query) throw new Error("The schema has no Query.");
    const roots = Object.values(query.getFields()).filter(({ name }) => root === null || name === root);
    return `{ ${this.#times(3, () => this.#field(this.#random.pick(roots), null, 3)).join(" ")} }`;
  }

  #chance(of: number): boolean {
    return this.#random.below(1_000) < of * 1_000;
  }

  #times<T>(most: number, make: () => T): T[] {
    return Array.from({ length: 1 + this.#random.below(most) }, make);
  }

  #field(field: GraphQLField<unknown, unknown>, owner: string | null, depth: number): string {
    this.#aliases += 1;
    const alias = `a${this.#aliases}`;
    const given = this.#argumentsOf(field, owner);
    const type = getNamedType(field.type);
    if (isCompositeType(type)) this.#left -= 1;
    const below = isCompositeType(type) ? ` { ${this.#selection(type, depth)} }` : "";
    return `${alias}: ${field.name}${given}${below}`;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const possible = isAbstractType(type) ? this.#model.schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    // Fields of different types under one alias must agree; each alias stands once.
    const chosen = isAbstractType(type) ? this.#times(2, () => this.#random.pick(possible)) : possible;
    const parts = chosen.map((one) => {
      const isPart = one.name.endsWith("Connection") || one.name.endsWith("Edge") || one.name === "PageInfo";
      const fields = Object.values(one.getFields()).filter(
        (field) => (depth > 0 && this.#left > 0) || !isCompositeType(getNamedType(field.type)),
      );
      const leads = fields.filter((field) => isCompositeType(getNamedType(field.type)));
      const selected = [
        ...(fields.length > 0 ? this.#times(2, () => this.#random.pick(fields)) : []),
        ...(leads.length > 0 ? this.#times(2, () => this.#random.pick(leads)) : []),
      ];
      const text = selected.map((field) => this.#field(field, one.name, isPart ? depth : depth - 1)).join(" ");
      return isAbstractType(type) ? `... on ${one.name} { ${text} }` : text;
    });
    return `__typename ${parts.join(" ")}`;
  }

  #argumentsOf(field: GraphQLField<unknown, unknown>, owner: string | null): string {
    const given = field.args.flatMap((argument) => {
      const value = this.#valueOf(argument, field, owner);
      return value === null ? [] : [`${argument.name}: ${value}`];
    });
    return given.length > 0 ? `(${given.join(", ")})` : "";
  }

  /** What a list is to be counted by. */
  #facet(input: GraphQLInputObjectType): string {
    const fields = getNamedType(input.getFields().field?.type);
    if (!isEnumType(fields)) throw new Error(`${input.name} names no facet.`);
    return `{ field: ${this.#random.pick(fields.getValues()).name}, first: ${this.#random.below(30)} }`;
  }

  /** What statistics are to be grouped by, each once. */
  #groupings(names: readonly string[]): string {
    return `[${[...new Set(this.#times(3, () => this.#random.pick(names)))].join(", ")}]`;
  }

  /** A literal for an argument; null where it is left out. */
  #valueOf({ name, type }: GraphQLArgument, field: GraphQLField<unknown, unknown>, owner: string | null): string | null {
    const isRequired = isNonNullType(type) && name !== "direction" && name !== "axis";
    if (!isRequired && !["first", "reach", "depth"].includes(name)) return null;
    if (!isRequired && this.#chance(0.4)) return null;
    const named = getNamedType(type);
    if (name === "groupBy" && isEnumType(named)) return this.#groupings(named.getValues().map((value) => value.name));
    // A group of neighbours shows fewer than a page has.
    if (name === "first") return String(this.#random.below(field.name === "neighbours" ? 21 : 30));
    if (isInputObjectType(named)) return `[${this.#times(3, () => this.#facet(named)).join(", ")}]`;
    if (named.name === "Boolean") return String(this.#chance(0.5));
    if (name === "maxLength") return String(1 + this.#random.below(6));
    if (name === "depth") return String(1 + this.#random.below(20));
    if (isEnumType(named)) return this.#random.pick(named.getValues()).name;
    if (named.name === "ID") {
      const partners = ["importer", "exporter"];
      const types = [...this.#model.nodes.values()].filter(({ singular }) =>
        partners.includes(name)
          ? singular === "country"
          : owner !== null || field.name === "node" || field.name === "nodes" || field.name === "paths" || singular === field.name,
      );
      const id = () => `"${this.#random.pick(idsOf(this.#random.pick(types)))}"`;
      return isListType(isNonNullType(type) ? type.ofType : type) ? `[${this.#times(4, id).join(", ")}]` : id();
    }
    if (named.name === "PartialDate")
      return this.#random.pick(name === "from" ? ['"2019"', '"2024-11"', '"2025-06-10"'] : ['"2025-12"', '"2026"']);
    if (named.name === "Date") return name === "from" ? '"2024-12-31"' : '"2025-12-31"';
    if (named.name === "HsCode") return '"850511"';
    if (named.name === "HsEdition") return '"2022"';
    return named.name === "CountryCode" ? '"CN"' : '"text"';
  }
}
