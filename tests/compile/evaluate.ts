import { type EdgeField, type Model, names, type Property } from "../../src/model/index.ts";
import { daysOf } from "../support/dates.ts";
import { type WorldEdge, type WorldNode, world } from "../support/world.ts";

/** A filter as a client writes it. */
export type Input = Readonly<Record<string, unknown>>;
export type Arguments = Readonly<Record<string, unknown>>;

/** One element of a list: a node, the edge that led to it, and the node that has the edge; null in a root list. */
export interface Item {
  readonly node: WorldNode;
  readonly edge: WorldEdge | null;
  readonly near: WorldNode | null;
}

type Thing = Pick<WorldNode, "properties">;

const byId = new Map(world.nodes.map((n) => [n.id, n]));

/** Whether an edge may have held on some day of `date`; it is left out only where its dates exclude all of them. */
export function mayHold(edge: WorldEdge, date: string): boolean {
  const { since, until } = edge.properties;
  const [first, last] = daysOf(date);
  return (typeof since !== "string" || daysOf(since)[0] <= last) && (typeof until !== "string" || daysOf(until)[1] >= first);
}

/** Texts in the order of their characters' numbers, as databases compare them; JavaScript compares UTF-16 units. */
function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function compare(a: unknown, b: unknown): number {
  return typeof a === "number" && typeof b === "number" ? a - b : compareTexts(String(a), String(b));
}

const isGiven = (value: unknown) => value !== undefined && value !== null;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : isGiven(value) ? [value] : []);

/** What the schema promises of filters, orders and edges, computed by looking at everything. */
export class Evaluator {
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  /** All nodes of a type, filtered and ordered. */
  all(type: string, args: Arguments): Item[] {
    const items = world.nodes.filter((node) => node.type === type).map((node): Item => ({ node, edge: null, near: null }));
    return this.#listed(items, type, args);
  }

  /** What lies at the other end of an edge field of a node and of those that it reaches, filtered and ordered; each edge counts. */
  ends(node: WorldNode, field: EdgeField, args: Arguments): Item[] {
    const reach = String(args.reach ?? "EXACT");
    const nears = reach === "EXACT" ? [node] : world.nodes.filter((near) => this.#standsFor(node.id, near, reach, null));
    const reached = nears.flatMap((near) =>
      this.#reached(near, field).filter((item) => this.#standsFor(node.id, near, reach, this.#dayFor(args.on, item.node))),
    );
    const items = reached.filter(
      ({ edge }) =>
        edge !== null &&
        (typeof args.on !== "string" || mayHold(edge, args.on)) &&
        (!isGiven(args.edge) || this.#edgePasses(edge, field, args.edge as Input)),
    );
    return this.#listed(items, field.to, args);
  }

  #reached(node: WorldNode, field: EdgeField): Item[] {
    const out = [["from", "to"]] as const;
    const back = [["to", "from"]] as const;
    const ways = field.symmetric ? [...out, ...back] : field.direction === "OUT" ? out : back;
    return world.edges.flatMap((edge): Item[] =>
      ways.flatMap(([near, far]) => {
        const other = byId.get(edge[far]);
        if (edge.type !== field.type || edge[near] !== node.id || !other) return [];
        return this.#model.possible.get(field.to)?.includes(other.type) ? [{ node: other, edge, near: node }] : [];
      }),
    );
  }

  #listed(items: readonly Item[], type: string, args: Arguments): Item[] {
    const steps = (args.orderBy ?? []) as readonly { field: string; direction?: "ASC" | "DESC" }[];
    const keys = steps.map(({ field, direction }) => ({
      read: (item: Item) => this.#orderValue(type, item, field),
      down: direction === "DESC",
    }));
    const ties = [
      (item: Item) => item.node.id,
      ...[0, 1, 2, 3].map((i) => (item: Item) => item.edge?.distinction[i]),
      (item: Item) => item.near?.id,
    ];
    return items
      .filter(({ node }) => this.passes(type, node, args.filter))
      .sort((a, b) => {
        for (const { read, down } of [...keys, ...ties.map((read) => ({ read, down: false }))]) {
          const [x, y] = [read(a) ?? null, read(b) ?? null];
          if (x === null || y === null) {
            if (x !== y) return x === null ? 1 : -1;
          } else if (compare(x, y) !== 0) return down ? compare(y, x) : compare(x, y);
        }
        return 0;
      });
  }

  #orderValue(type: string, { node, edge }: Item, field: string): unknown {
    const onEdge = field.startsWith("EDGE_");
    const camel = (onEdge ? field.slice(5) : field).toLowerCase().replace(/_([a-z])/g, (_, c: string) => c.toUpperCase());
    if (!onEdge && camel !== "id" && !this.#model.properties.get(type)?.has(camel)) throw new Error(`${type} has no ${camel}.`);
    return (onEdge ? edge : node)?.properties[camel];
  }

  /** Whether a node of `type` (or of a type that implements it) passes a filter. */
  passes(type: string, node: WorldNode, filter: unknown): boolean {
    if (!isGiven(filter)) return true;
    const input = filter as Input;
    return Object.entries(input).every(([key, value]) => {
      if (!isGiven(value) || key === "reach" || key === "on") return true;
      if (key === "not") return saysNothing(value) || !this.passes(type, node, value);
      if (key === "any") {
        const members = list(value).filter((f) => !saysNothing(f));
        return members.some((f) => this.passes(type, node, f)) || (members.length === 0 && list(value).length > 0);
      }
      if (key === "all") return list(value).every((f) => this.passes(type, node, f));
      if (key === "type") return list(value).some((t) => t === names.constant(node.type));
      const property = this.#model.properties.get(type)?.get(key);
      if (property) return propertyPasses(property, node, value);
      const edges = [...(this.#model.edgeFields.get(type)?.values() ?? [])];
      if (key === "isPart") return value === edges.some((e) => e.name === "partOf" && this.#reached(node, e).length > 0);
      const byIds = edges.find((e) => e.name === key);
      if (byIds) {
        const reach = String(input.reach ?? "BELOW");
        const day = this.#dayFor(input.on, node);
        const prefix = this.#model.nodes.get(byIds.targets[0] ?? "")?.prefix;
        const ids = list(value).map((id) => (String(id).includes(":") ? id : `${prefix}:${id}`));
        return this.#reached(node, byIds).some((end) => ids.some((id) => this.#standsFor(id, end.node, reach, day)));
      }
      const where = edges.find((e) => `${e.name}Where` === key);
      if (!where) throw new Error(`${type} has no ${key} to filter by.`);
      const { node: onNode, edge: onEdge } = value as Input;
      return this.#reached(node, where).some(
        (end) =>
          this.passes(where.to, end.node, onNode) &&
          (!isGiven(onEdge) || (end.edge !== null && this.#edgePasses(end.edge, where, onEdge as Input))),
      );
    });
  }

  /** The day whose memberships count: the one given, else the own day of what is filtered or listed; null where it has none. */
  #dayFor(on: unknown, { type, properties }: WorldNode): string | null {
    const own = this.#model.nodes.get(type)?.date;
    const day = isGiven(on) ? on : own ? properties[own] : null;
    return typeof day === "string" ? day : null;
  }

  /** Whether a node that is named stands for another: it is that, or lies above it or below it, as far as it reaches. */
  #standsFor(named: unknown, node: WorldNode, reach: string, day: string | null): boolean {
    if (named === node.id) return true;
    const from = byId.get(String(named));
    const below = (reach === "BELOW" || reach === "ALL") && this.#climbs(node, named, day);
    return below || ((reach === "ABOVE" || reach === "ALL") && from !== undefined && this.#climbs(from, node.id, day));
  }

  /** Whether a way up leads from a node to an id, each step of which may have held on the day; on any day where there is none. */
  #climbs(node: WorldNode, to: unknown, day: string | null): boolean {
    const hierarchy = this.#model.nodes.get(node.type)?.hierarchy;
    return world.edges.some((edge) => {
      const above = byId.get(edge.to);
      if (!hierarchy || edge.type !== hierarchy || edge.from !== node.id || !above) return false;
      return (day === null || mayHold(edge, day)) && (above.id === to || this.#climbs(above, to, day));
    });
  }

  #edgePasses(edge: WorldEdge, field: EdgeField, filter: Input): boolean {
    return Object.entries(filter).every(([key, value]) => {
      if (!isGiven(value)) return true;
      if (key === "claims") return list(value).some((id) => list(edge.properties.claims).includes(id));
      if (key === "evidence") return evidencePasses(edge, value as Input);
      const [type, kind] =
        key === "certainty" ? (["Certainty", "enum"] as const) : ([key === "note" ? "String" : "PartialDate", "scalar"] as const);
      const property = field.properties.get(key) ?? { name: key, type, kind };
      return propertyPasses(property, edge, value);
    });
  }
}

/** Whether a filter has no condition: nothing is given, or what is given has none itself. An edge that is wanted is one, and so is a list. */
function saysNothing(filter: unknown): boolean {
  const input = (filter ?? {}) as Input;
  return Object.entries(input).every(([key, value]) => {
    if (!isGiven(value) || key === "reach" || key === "on") return true;
    if (key === "any") return list(value).length > 0 && list(value).every(saysNothing);
    if (key === "all") return list(value).every(saysNothing);
    if (key === "not") return saysNothing(value);
    return !Array.isArray(value) && typeof value === "object" && !key.endsWith("Where") && Object.values(value).every((v) => !isGiven(v));
  });
}

/** How many sources an edge rests on, and whether one is official: the stored texts begin with 1 for those. */
function evidencePasses(edge: WorldEdge, { minSources, maxSources, official }: Input): boolean {
  const sources = list(edge.properties.evidence).map(String);
  return (
    (!isGiven(minSources) || sources.length >= Number(minSources)) &&
    (!isGiven(maxSources) || sources.length <= Number(maxSources)) &&
    (!isGiven(official) || sources.some((s) => s.startsWith("1|")) === official)
  );
}

/** Conditions on one property; what is missing passes none but `exists: false`. */
function propertyPasses({ name, type, kind }: Pick<Property, "name" | "type" | "kind">, thing: Thing, condition: unknown): boolean {
  const values = list(thing.properties[name]);
  if (kind === "enum" || name === "id") return values.some((v) => list(condition).includes(v));
  const isDate = type === "PartialDate" || type === "Date";
  const { exists, ...tests } = condition as Input;
  const asked = Object.entries(tests).filter(([, wanted]) => isGiven(wanted));
  if (isGiven(exists) && values.length > 0 !== exists) return false;
  // Of a list, one member meets them all.
  const meetsAll = (value: unknown) =>
    asked.every(([test, wanted]) => {
      if (test === "is") return list(wanted).includes(value);
      if (typeof value === "number") return test === "min" ? value >= Number(wanted) : value <= Number(wanted);
      const [text, other] = [String(value), String(wanted)];
      if (isDate) return test === "from" ? daysOf(text)[0] >= daysOf(other)[0] : daysOf(text)[1] <= daysOf(other)[1];
      return test === "contains" ? text.toLowerCase().includes(other.toLowerCase()) : text.startsWith(other);
    });
  return asked.length === 0 || values.some(meetsAll);
}
