import { isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { type Reach, typesReaching } from "../../src/compile/index.ts";
import {
  conditionOf,
  DATED,
  type EdgeField,
  isOrderable,
  type Model,
  names,
  type Property,
  validateScalar,
} from "../../src/model/index.ts";
import { daysOf } from "../support/dates.ts";
import { randomOf } from "../support/random.ts";
import { world } from "../support/world.ts";
import type { Arguments, Input } from "./evaluate.ts";

/** A list as a request asks for it, with the lists inside it. */
export interface Ask {
  /** The response key. */
  readonly key: string;
  /** The type of what is listed. */
  readonly type: string;
  /** Null for a root list. */
  readonly field: EdgeField | null;
  readonly args: Arguments;
  readonly properties: readonly Property[];
  readonly inner: readonly Ask[];
  /** Response keys of fields that go by another name than their own: `totalCount` of the list, and what is asked of each node. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Response keys that mean something to JavaScript, to GraphQL, or to the list around them. */
const ODD_KEYS = [
  ...["__proto__", "__typename", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "then", "toJSON", "length"],
  ...["id", "node", "nodes", "title", "name", "_id", "type", "data"],
];

const DATES = [
  "2018",
  "2018-03",
  "2018-03-23",
  "2020-01-31",
  "2020-02",
  "2024-02-29",
  "2025-01-01",
  "2025",
  "2025-04-30",
  "2025-05",
  "2025-12",
];
const DAYS = DATES.filter((d) => d.length === 10);
/** What others lie under, or lead to. */
const TOPS = [
  "country:EU",
  "country:G7",
  "country:US",
  "country:GB",
  "commodity:hs-xvi",
  "commodity:critical",
  "event:talks",
  "event:call",
  "measure:m00",
  "claim:a",
];
const REACHES: readonly Reach[] = ["EXACT", "BELOW", "BELOW", "ABOVE", "ABOVE", "ALL", "ALL"];

/** Makes requests at random, the same ones for the same seed, out of what the model allows and values that the world has. */
export class RandomRequests {
  readonly #model: Model;
  readonly #random: ReturnType<typeof randomOf>;

  constructor(model: Model, seed: number) {
    this.#model = model;
    this.#random = randomOf(seed);
  }

  chance(of: number): boolean {
    return this.#random.below(1_000) < of * 1_000;
  }

  below(limit: number): number {
    return this.#random.below(limit);
  }

  #one<T>(from: readonly T[]): T {
    return this.#random.pick(from);
  }

  #some<T>(from: readonly T[], most: number): T[] {
    return from.length === 0 ? [] : [...new Set(Array.from({ length: 1 + this.below(most) }, () => this.#one(from)))];
  }

  /** A root list, its pages left to the caller. */
  next(): Ask {
    const type = this.#one([...this.#model.nodes.keys(), "Measure", "Measure", "Event"]);
    const plural = this.#model.nodes.get(type)?.plural ?? "";
    return this.#ask(plural, type, null, 3, {});
  }

  #ask(key: string, type: string, field: EdgeField | null, depth: number, page: Arguments): Ask {
    const args: Record<string, unknown> = { ...page };
    if (this.chance(field ? 0.4 : 0.85)) args.filter = this.filter(type, field ? 1 : 2, field?.targets);
    if (this.chance(0.6)) args.orderBy = this.#order(type, field);
    if (field?.dated && this.chance(0.25)) args.on = this.#one(DAYS);
    if (field && this.#takesReach(field) && this.chance(0.5)) args.reach = this.#one(REACHES);
    if (field && (field.dated || field.propertiesType) && this.chance(0.25)) args.edge = this.#edgeFilter(field);
    const edges = [...(this.#model.edgeFields.get(type)?.values() ?? [])].filter((e) => e.list);
    const inner =
      depth <= 1
        ? []
        : [this.#walked(edges), ...(this.chance(0.4) ? [this.#walked(edges)] : [])].map((e, i) => {
            const size = { [this.chance(0.5) ? "first" : "last"]: this.below(4) };
            return this.#ask(`${e.name}${i}`, e.to, e, depth - 1, this.chance(0.5) ? size : {});
          });
    const properties = this.#some([...(this.#model.properties.get(type)?.values() ?? [])], 3).filter((p) => p.kind !== "value");
    const named = ["__typename", "id", ...properties.map((p) => p.name), ...inner.map((ask) => ask.key)];
    return { key, type, field, args, properties, inner, aliases: this.chance(0.4) ? this.#aliases(named) : {} };
  }

  /** Odd response keys for some of the names, and plain ones for those whose own they take. */
  #aliases(names: readonly string[]): Readonly<Record<string, string>> {
    const odd = this.#some(ODD_KEYS, 4);
    const aliases = new Map<string, string>();
    for (const key of odd) {
      const free = names.filter((name) => name !== key && !aliases.has(name));
      if (free.length > 0) aliases.set(this.#one(free), key);
    }
    const taken = new Set(aliases.values());
    for (const name of names) if (taken.has(name) && !aliases.has(name)) aliases.set(name, `own_${aliases.size}`);
    if (this.chance(0.3)) aliases.set("totalCount", this.#one(ODD_KEYS.filter((key) => key !== "nodes")));
    return Object.fromEntries(aliases);
  }

  #order(type: string, field: EdgeField | null): { field: string; direction: string }[] {
    const own = [...(this.#model.properties.get(type)?.values() ?? [])].filter(isOrderable).map((p) => names.constant(p.name));
    const dated = field?.dated ? ["EDGE_SINCE", "EDGE_UNTIL", "EDGE_RECORDED_ON"] : [];
    const onEdge = [...(field?.properties.values() ?? [])].filter(isOrderable).map((p) => `EDGE_${names.constant(p.name)}`);
    return this.#some([...own, ...dated, ...onEdge], 2).map((name) => ({ field: name, direction: this.#one(["ASC", "DESC"]) }));
  }

  /** A filter on a type, with others inside it up to `depth`; `targets` are the types that may come, where not all of an interface's do. */
  filter(type: string, depth: number, targets: readonly string[] = this.#model.possible.get(type) ?? []): Input {
    const properties = [...(this.#model.properties.get(type)?.values() ?? [])].filter((p) => conditionOf(p));
    const edges = [...(this.#model.edgeFields.get(type)?.values() ?? [])];
    const reach = this.#filters(type, "reach") && this.chance(0.4) ? this.#one(REACHES) : null;
    const makers: (() => [string, unknown])[] = [
      () => this.#onProperty(targets, properties),
      () => this.#onProperty(targets, properties),
      () => this.#byIds(edges, reach ?? "BELOW"),
      () => this.#byIds(edges, reach ?? "BELOW"),
    ];
    if (depth > 0) {
      makers.push(
        () => ["not", this.filter(type, depth - 1, targets)],
        () => [this.#one(["any", "all"]), Array.from({ length: this.below(3) }, () => this.filter(type, depth - 1, targets))],
        () => this.#where(edges, depth),
        () => this.#where(edges, depth),
      );
    }
    const filter: Record<string, unknown> = Object.fromEntries(Array.from({ length: 1 + this.below(2) }, () => this.#one(makers)()));
    if (reach !== null) filter.reach = reach;
    if (this.#filters(type, "on") && this.chance(0.15)) filter.on = this.#one(DAYS);
    if (this.#filters(type, "isPart") && this.chance(0.15)) filter.isPart = this.chance(0.5);
    if (!this.#model.nodes.has(type) && this.chance(0.2)) {
      filter.type = this.#some(targets, 4).map(names.constant);
    }
    return filter;
  }

  /** A filter that walks `levels` edges, one inside the other, here and there, at most `wraps` times, under `not` or `any`. */
  nested(type: string, levels: number, wraps = 5 - levels, targets = this.#model.possible.get(type) ?? []): Input {
    // Most random conditions keep nothing: without any at the end, more is found.
    if (levels === 0) return this.chance(0.6) ? {} : this.filter(type, 0, targets);
    const leads = (id: string, far: string, { targets }: EdgeField) => this.#isOf(id, targets) && this.#isOf(far, targets);
    const edges = [...(this.#model.edgeFields.get(type)?.values() ?? [])].filter((e) =>
      world.edges.some(
        (w) => w.type === e.type && ((e.direction === "OUT" && leads(w.from, w.to, e)) || (e.direction === "IN" && leads(w.to, w.from, e))),
      ),
    );
    if (edges.length === 0) return this.filter(type, 0, targets);
    const edge = this.#one(edges);
    const onEdge = (edge.dated || edge.propertiesType) && this.chance(0.2) ? { edge: this.#edgeFilter(edge) } : {};
    const through = (left: number) => ({
      [names.where(edge.name)]: { node: this.nested(edge.to, levels - 1, left, edge.targets), ...onEdge },
    });
    if (wraps > 0 && this.chance(0.15)) return { not: through(wraps - 1) };
    if (wraps > 0 && this.chance(0.15)) return { any: [through(wraps - 1), this.filter(type, 0, targets)] };
    return this.chance(0.2) ? { ...this.filter(type, 0, targets), ...through(wraps) } : through(wraps);
  }

  /** Whether a node of the world is of one of some types. */
  #isOf(id: string, types: readonly string[]): boolean {
    const node = world.nodes.find((n) => n.id === id);
    return node !== undefined && types.includes(node.type);
  }

  #filters(type: string, field: string): boolean {
    const input = this.#model.schema.getType(names.filter(type));
    return isInputObjectType(input) && input.getFields()[field] !== undefined;
  }

  #takesReach({ owner, name }: EdgeField): boolean {
    const type = this.#model.schema.getType(owner);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    return field?.args.some((argument) => argument.name === "reach") === true;
  }

  #onProperty(targets: readonly string[], properties: readonly Property[]): [string, unknown] {
    const property = this.#one(properties);
    const ids = world.nodes.filter((n) => targets.includes(n.type)).map((n) => n.id);
    return [property.name, property.name === "id" ? this.#some(ids, 5) : this.#condition(property)];
  }

  /** Ids of what the edge leads to, and of what reaches that. */
  #byIds(edges: readonly EdgeField[], reach: Reach): [string, unknown] {
    const edge = this.#walked(edges);
    const types = [...edge.targets, ...typesReaching(this.#model, edge.targets, reach)];
    const ids = world.nodes.filter((n) => types.includes(n.type)).map((n) => n.id);
    const tops = ids.filter((id) => TOPS.includes(id));
    const asked = [...this.#some(this.chance(0.6) ? tops : ids, 3), ...this.#some(ids, 2)];
    // Where one type alone is possible, its prefix may be left out.
    const [prefix] = edge.targets.length === 1 ? edge.targets.map((type) => `${this.#model.nodes.get(type)?.prefix}:`) : [];
    return [edge.name, prefix !== undefined && this.chance(0.3) ? asked.map((id) => id.replace(prefix, "")) : asked];
  }

  /** An edge field, more often one that the world has edges for. */
  #walked(edges: readonly EdgeField[]): EdgeField {
    const known = edges.filter((e) => world.edges.some((w) => w.type === e.type));
    return this.#one(this.chance(0.9) && known.length > 0 ? known : edges);
  }

  #where(edges: readonly EdgeField[], depth: number): [string, unknown] {
    const edge = this.#walked(edges);
    const onNode = this.chance(0.7) ? { node: this.filter(edge.to, depth - 1, edge.targets) } : {};
    const onEdge = (edge.dated || edge.propertiesType) && this.chance(0.5) ? { edge: this.#edgeFilter(edge) } : {};
    return [names.where(edge.name), { ...onNode, ...onEdge }];
  }

  #edgeFilter(edge: EdgeField): Input {
    const dated = edge.dated ? ["since", "since", "until", "certainty", "note", "claims", "recordedOn", "evidence", "evidence"] : [];
    const name = this.#one([...dated, ...edge.properties.keys()]);
    if (name === "claims") return { claims: this.#some(["claim:a", "claim:b", "claim:c", "claim:none"], 2) };
    if (name === "evidence") return { evidence: this.#evidence() };
    const own = edge.properties.get(name);
    if (own) return { [name]: this.#condition(own) };
    if (name === "certainty") return { certainty: this.#some(this.#model.enums.get("Certainty") ?? [], 2) };
    return { [name]: name === "note" ? this.#text(["Steel", "Straße", "in passing"]) : this.#date(DATES) };
  }

  #evidence(): Input {
    const least = this.#one([0, 1, 2]);
    return {
      ...(this.chance(0.5) ? { minSources: least } : {}),
      ...(this.chance(0.5) ? { maxSources: least + this.#one([0, 1]) } : {}),
      ...(this.chance(0.5) ? { official: this.chance(0.5) } : {}),
    };
  }

  #condition(property: Property): unknown {
    const stored = [...world.nodes, ...world.edges].flatMap((thing) => thing.properties[property.name] ?? []);
    if (property.kind === "enum") return this.#some(this.#model.enums.get(property.type) ?? [], 3);
    if (property.type === "Float" || property.type === "Int") {
      // Of a property that nothing has, any number.
      const numbers = [...stored.filter((v) => typeof v === "number"), ...(stored.length === 0 ? [1, 2.5] : [])];
      const number = () => this.#one(numbers);
      const [min = 0, max = 0] = [number(), number()].sort((a, b) => Number(a) - Number(b));
      return this.#oneOf({ is: () => [number(), number()], min: () => min, max: () => max });
    }
    if (property.type === "PartialDate") return this.#date([...DATES, ...stored.filter((v) => typeof v === "string")]);
    const texts = ["a", ...stored.filter((v) => typeof v === "string")];
    // A code that can be none is refused.
    return this.#text(
      texts,
      texts.filter((text) => validateScalar(property.type, text) === null),
    );
  }

  #date(dates: readonly string[]): unknown {
    const date = () => this.#one(dates);
    // A range that is turned round is refused.
    const [from, to] = [date(), date()].sort((a, b) => (daysOf(a)[0] < daysOf(b)[0] ? -1 : 1));
    return this.#oneOf({ is: () => [date(), date()], from: () => from, to: () => to });
  }

  #text(texts: readonly string[], whole: readonly string[] = texts): unknown {
    const part = () => Array.from(this.#one(texts)).slice(0, 3).join("");
    return this.#oneOf({
      ...(whole.length > 0 ? { is: () => [this.#one(whole)] } : {}),
      contains: () => (this.chance(0.5) ? part().toUpperCase() : part()),
      startsWith: part,
    });
  }

  #oneOf(tests: Readonly<Record<string, () => unknown>>): unknown {
    const made = this.#some(Object.keys(tests), 2).map((name) => [name, tests[name]?.()]);
    return Object.fromEntries([...made, ...(this.chance(0.15) ? [["exists", this.chance(0.6)]] : [])]);
  }
}

/** Whether the edges of a list say through which node they were found. */
export function saysVia(model: Model, { type, field }: Pick<Ask, "type" | "field">): boolean {
  const edge = model.schema.getType(names.edge(type, field?.propertiesType ?? null));
  return isObjectType(edge) && edge.getFields().via !== undefined;
}

/** What the edges of a list can say beside their node. */
export function edgeNames(field: EdgeField | null): string[] {
  return field ? [...(field.dated ? DATED.keys() : []), ...field.properties.keys()] : [];
}
