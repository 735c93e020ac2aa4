import { CLAIM, DATED, type EdgeField, names, oneOf, requestError, wholeOf } from "../../model/index.ts";
import { type Bounds, both, EVERYWHERE } from "../cypher/bounds.ts";
import { bind, Condition, call, cypher, type Fragment, join, type Name, Stored, stored, where } from "../cypher/fragment.ts";
import { labelCondition, labelled, matchById, matchByIds, pattern, patternBack } from "../cypher/patterns.ts";
import type { Context } from "../request/context.ts";
import { ALWAYS, dayAt } from "../request/day.ts";
import { fullId, idsAt } from "../request/ids.ts";
import type { Site } from "../request/site.ts";
import { type Anchor, type Filter, membership, passing, rankOf, startAsKnown, startOf, startOfAny } from "./anchors.ts";
import { dayOf, edgeIsThere, nodeIsThere, propertyAsOf } from "./as-of.ts";
import { edgeProperty, evidenceConditions } from "./evidence.ts";
import { inMonths } from "./months.ts";
import { partCondition } from "./parts.ts";
import { propertyConditions } from "./properties.ts";
import { reachAt, typesReaching } from "./reach.ts";
import { type IdSet, idSet, inSet, knownIds, memberOn } from "./sets.ts";

/** How deep not, any, all and …Where nest: the embedded engine reads 64 levels of nesting, those of the selections around a filter included. */
const MAX_DEPTH = 5;

/** What a filter is on. */
export interface Filtered {
  /** The node type or interface that has the filter. */
  readonly type: string;
  /** The node types that may come: those of the interface to which the edge leads. */
  readonly targets: readonly string[];
}

/** A filter while its conditions are gathered. */
interface Parts {
  readonly conditions: Condition[];
  readonly anchors: Anchor[];
  readonly narrowing: Condition[];
  readonly present: Set<string>;
  readonly within: Map<string, Bounds>;
  walks: boolean;
}

/** Opens a filter that is an argument of a field; null where it was not given. */
export function filterAt(site: Site, name: string): Site | null {
  return site.args.has(name) ? site.under(name) : null;
}

/** Compiles a filter on the node `node`; without a filter, everything passes. */
export function compileFilter(context: Context, of: Filtered, node: Name, site: Site | null): Filter {
  const into: Parts = { conditions: [], anchors: [], narrowing: [], present: new Set(), within: new Map(), walks: false };
  if (!site) return into;
  if (site.depth > MAX_DEPTH) {
    throw requestError(
      "BAD_FILTER",
      `This filter is nested deeper than ${MAX_DEPTH} levels of not, any, all and …Where. Write it flatter.`,
    );
  }
  const isComputed = (key: string) => computedBy(context, of.type, key) !== undefined;
  const [computed, plain] = [site.args.names.filter(isComputed), site.args.names.filter((key) => !isComputed(key))];
  for (const key of plain) addKey(context, of, node, key, site, into);
  // Last: what has to be found out with them is looked at only where all else is as wanted.
  for (const key of computed) addComputed(context, of, node, key, site, into);
  return ordered(into);
}

/** The computed field whose filter is one of a type's; undefined where it is none. */
function computedBy({ model }: Context, type: string, key: string) {
  return [...(model.computed.get(type)?.values() ?? [])].find((field) => field.filter?.name === key);
}

function ordered(into: Parts): Filter {
  // The embedded engine is twice as fast where bounds come first; the order of the others stays as it was.
  const boundsFirst = (condition: Condition) => Number(condition.kind !== "bound");
  return {
    conditions: [...into.conditions].sort((a, b) => boundsFirst(a) - boundsFirst(b)),
    anchors: [...into.anchors].sort((a, b) => a.rank - b.rank),
    narrowing: into.narrowing,
    present: into.present,
    within: into.within,
    walks: into.walks,
  };
}

/** Adds the conditions of one field of a filter. */
function addKey(context: Context, of: Filtered, node: Name, key: string, site: Site, into: Parts): void {
  const { type } = of;
  const property = context.model.properties.get(type)?.get(key);
  const edges = context.model.edgeFields.get(type);
  const edge = edges?.get(key);
  if (key === "not") addNegation(context, of, node, site, into);
  else if (key === "any" || key === "all") addAlternatives(context, of, node, key, site, into);
  else if (key === "type") addTypes(context, of, node, site, into);
  else if (key === "id") addIds(context, of, node, site, into);
  else if (property) {
    const expression = propertyAsOf(context.asOf, property, node);
    const tests = propertyConditions(property, expression, site);
    into.conditions.push(...tests);
    // A missing value passes no test but that for its absence.
    const wantsValue = !property.list && tests.some(({ kind }) => kind !== "absence");
    if (!wantsValue) return;
    const months = inMonths(context, of.targets, property, node, site);
    if (expression instanceof Stored) {
      into.present.add(key);
      into.narrowing.push(...months);
      addBounds(
        into,
        key,
        tests.flatMap(({ bounds }) => bounds ?? []),
      );
    } else into.anchors.push(...startAsKnown(of.targets, months));
  } else if (edge) addEdgeIds(context, type, node, edge, site, into);
  else {
    const through = [...(edges?.values() ?? [])].find((e) => names.where(e.name) === key);
    const whole = key === names.isPart ? wholeOf(edges) : undefined;
    if (through) addEdgeWhere(context, node, through, site.under(key, null, 1), into);
    else if (whole) into.conditions.push(new Condition(partCondition(context, node, whole, site.args.flag(key)), "other"));
    else if (key !== "reach" && key !== "on") throw requestError("BAD_FILTER", `${key} is no field of a filter on ${type}.`);
  }
}

/** Notes what a stored date lies between, beside what is known of that already. */
function addBounds({ within }: Parts, name: string, bounds: readonly Bounds[]): void {
  if (bounds.length > 0) within.set(name, bounds.reduce(both, within.get(name) ?? EVERYWHERE));
}

/** Adds the condition of a computed field. */
function addComputed(context: Context, { type, targets }: Filtered, node: Name, key: string, site: Site, into: Parts): void {
  const filter = context.computed[computedBy(context, type, key)?.name ?? ""]?.filter;
  if (!filter) throw new Error(`Nothing computes the filter ${type}.${key}: register it in src/trade.`);
  const others = ordered(into);
  const { conditions, anchors, narrowing } = others;
  const isNarrow = anchors.length > 0 || narrowing.length > 0;
  const start = isNarrow ? passing(context, node, targets, others) : null;
  const { condition, found } = filter(context, node, site.under(key), { start, conditions });
  into.walks = true;
  into.conditions.push(new Condition(condition, "other"));
  // What was found has passed all of these: no other start is narrower.
  if (found) into.anchors.unshift({ rank: rankOf(others), fulfils: [...into.conditions], clause: found });
}

/**
 * `not`: a condition on a missing value is null, neither true nor false; what does not pass a condition passes its negation. Of no condition, as
 * where its variable was left out, there is no negation.
 */
function addNegation(context: Context, of: Filtered, node: Name, site: Site, into: Parts): void {
  const { conditions, walks } = compileFilter(context, of, node, site.under("not", null, 1));
  if (conditions.length === 0) return;
  into.walks ||= walks;
  into.conditions.push(new Condition(cypher`NOT coalesce(${join(conditions, " AND ")}, false)`, "other"));
}

/** `any` and `all`: members without a condition are left out, as where their variables were. An empty list is none: nothing passes `any` of it. */
function addAlternatives(context: Context, of: Filtered, node: Name, key: "any" | "all", site: Site, into: Parts): void {
  const members = site.args.inputs(key).map((_, i) => compileFilter(context, of, node, site.under(key, i, 1)));
  const parts = members.filter(({ conditions }) => conditions.length > 0);
  into.walks ||= parts.some(({ walks }) => walks);
  if (key === "all") {
    into.anchors.push(...parts.flatMap((part) => part.anchors));
    into.narrowing.push(...parts.flatMap((part) => part.narrowing));
    for (const { within } of parts) for (const [name, bounds] of within) addBounds(into, name, [bounds]);
  } else into.anchors.push(...startOfAny(parts.map((part) => startOf(part, of.targets))));
  const together = ({ conditions }: Filter) => (conditions.length === 1 ? join(conditions) : cypher`(${join(conditions, " AND ")})`);
  if (parts.length > 0) {
    const text = cypher`(${join(parts.map(together), key === "any" ? " OR " : " AND ")})`;
    into.conditions.push(new Condition(text, isLoneBound(parts[0]) ? "bound" : "other"));
  } else if (key === "any" && members.length === 0) into.conditions.push(new Condition(cypher`false`, "other"));
}

/** Whether a filter is one comparison with a bound. */
function isLoneBound(filter: Filter | undefined): boolean {
  return filter?.conditions.length === 1 && filter.conditions[0]?.kind === "bound";
}

/** `type`, of an interface: ids begin with their type's prefix. Reading it throws BAD_FILTER for a type that can't be here. */
function addTypes(context: Context, { targets }: Filtered, node: Name, site: Site, into: Parts): void {
  const possible = [...context.model.nodes.values()].filter((type) => targets.includes(type.name));
  const prefixOfType = (constant: string) => {
    const found = possible.find((type) => names.constant(type.name) === constant);
    if (found) return found.prefix;
    const others = oneOf(possible.map((type) => names.constant(type.name)));
    throw requestError("BAD_FILTER", `type: no ${constant} can be here: it would find nothing. Possible here: ${others}.`);
  };
  const prefixes = site.parameter((args) => args.texts("type").map(prefixOfType));
  into.conditions.push(new Condition(cypher`split(${node}.id, ':')[0] IN ${prefixes}`, "other"));
}

/** `id`: starts from the ids themselves, all of the type, so that no label need be checked (17 ms against 1 on the embedded engine). */
function addIds(context: Context, { targets: types }: Filtered, node: Name, site: Site, into: Parts): void {
  into.conditions.push(new Condition(cypher`${stored(node, "id")} IN ${idsAt(context, site, "id", { types })}`, "other"));
  into.present.add("id");
  const ids = site.parameter((args) => args.distinct("id").map((id) => fullId(context.model, id, "id", { types })));
  const id = context.name("id");
  into.anchors.push({ rank: 0, fulfils: [], clause: (found) => matchByIds(found, id, ids) });
}

/** What must hold, as of the day asked for, for an edge and what it leads to. */
function isThere(context: Context, edge: EdgeField, through: Name | null, far: Name): Fragment[] {
  return [...(edge.dated && through ? edgeIsThere(context.asOf, through) : []), ...nodeIsThere(context, far, edge.targets)];
}

/** A name for an edge that is looked through, where the day asked for has conditions on it. */
function throughName(context: Context): Name | null {
  return context.asOf === ALWAYS ? null : context.name("through");
}

/** `targets: ["country:US"]`: some edge leads to one of the ids, or to what they reach. */
function addEdgeIds(context: Context, type: string, node: Name, edge: EdgeField, site: Site, into: Parts): void {
  const reach = reachAt(site.args, "BELOW");
  const ids = idsAt(context, site, edge.name, { types: edge.targets, reaching: typesReaching(context.model, edge.targets, reach) });
  const on = site.args.has("on") ? dayAt(site, "on") : null;
  const day = dayOf(context, type, node);
  const set = idSet(context, edge, ids, { reach, on, dated: day !== null });
  const far = context.name("far");
  const through = throughName(context);
  const conditions = [...labelCondition(far, edge), ...isThere(context, edge, through, far), inSet(set, far, day)];
  const condition = new Condition(cypher`COUNT { MATCH ${pattern(node, through, far, edge)}${where(conditions)} } > 0`, "other");
  into.conditions.push(condition);
  into.walks = true;
  into.anchors.push(edgeAnchor(context, edge, set, day, condition));
}

/** Starts from the ids of a set; what belongs to it on some days only is taken where the day of the node found is among them. */
function edgeAnchor(context: Context, edge: EdgeField, set: IdSet, day: Fragment | null, condition: Condition): Anchor {
  const id = context.name("id");
  const far = context.name("far");
  const through = throughName(context);
  const there = isThere(context, edge, through, far);
  const walk = (list: Fragment, at: Fragment, near: Fragment, conditions: readonly Fragment[]) =>
    cypher`UNWIND ${list} AS ${bind(id)} ${matchById(far, at)} MATCH ${patternBack(near, through, far, edge)}${where(conditions)}`;
  return {
    // Countries and agencies are hubs: an edge to one certain type (a commodity, an agreement) is the narrower start.
    rank: edge.targets.length === 1 ? 1 : 2,
    // Where the edge leads to nothing else, its condition holds for all that was found by walking it from the ids.
    fulfils: edge.closed ? [condition] : [],
    clause: (node, label) => {
      const near = labelled(bind(node), label);
      const { ids, dated } = set;
      const always = walk(ids, id, near, there);
      if (dated === null) return always;
      const member = day === null ? [] : [memberOn(id, day)];
      const sometimes = walk(dated, cypher`${id}[0]`, near, [...there, ...member]);
      return call(cypher`${always} RETURN ${node} UNION ALL ${sometimes} RETURN ${node}`, [node]);
    },
  };
}

/** `targetsWhere: { node: …, edge: … }`: some edge passes, and leads to a node that passes. */
function addEdgeWhere(context: Context, node: Name, edge: EdgeField, site: Site, into: Parts): void {
  const far = context.name("far");
  const through = context.name("through");
  const onNode = compileFilter(context, { type: edge.to, targets: edge.targets }, far, filterAt(site, "node"));
  const onEdge = site.args.has("edge") ? edgeConditions(context, edge, through, site.under("edge")) : [];
  into.walks = true;
  if (onNode.walks) {
    const near = context.name("node");
    const found = passing(context, far, edge.targets, onNode);
    const there = [...isThere(context, edge, through, far), ...onEdge];
    const back = cypher`MATCH ${patternBack(bind(near), through, far, edge)}${where(there)}`;
    const ids = cypher`${found} ${back} RETURN collect(DISTINCT ${near}.id)`;
    const { condition, anchor } = membership(context, node, ids, rankOf(onNode));
    into.conditions.push(condition);
    into.anchors.push(anchor);
    return;
  }
  const conditions = [...labelCondition(far, edge), ...isThere(context, edge, through, far), ...onEdge, ...onNode.conditions];
  into.conditions.push(new Condition(cypher`COUNT { MATCH ${pattern(node, through, far, edge)}${where(conditions)} } > 0`, "other"));
  const inner = startOf(onNode, edge.targets);
  if (inner) {
    const clause: Anchor["clause"] = (start, label) =>
      cypher`${inner.clause(far, null)} MATCH ${patternBack(labelled(bind(start), label), null, far, edge)}`;
    into.anchors.push({ rank: inner.rank + 1, fulfils: [], clause });
  }
}

/** Conditions on the properties of an edge. */
export function edgeConditions(context: Context, edge: Pick<EdgeField, "properties">, name: Name, site: Site): Fragment[] {
  return site.args.names.flatMap((key): Fragment[] => {
    if (key === "claims") {
      const claims = knownIds(context, CLAIM, idsAt(context, site, "claims", { types: [CLAIM] }));
      return [cypher`any(c IN ${name}.claims WHERE c IN ${claims})`];
    }
    if (key === "evidence") return evidenceConditions(name, context.asOf, site.under("evidence"));
    const property = edge.properties.get(key) ?? DATED.get(key);
    return property ? propertyConditions(property, edgeProperty(name, property, context.asOf), site) : [];
  });
}
