import {
  anyOf,
  bind,
  carry,
  collect,
  compileEdge,
  compileObject,
  cypher,
  distinguishingValues,
  edgeIsThere,
  inTurn,
  itemsOf,
  type Name,
  ObjectBuilder,
  type ObjectParts,
  type Parameter,
  placeOf,
  type Selected,
  type Shaped,
  selectedOn,
  shapedBy,
  stored,
  untilOf,
  type Value,
  where,
} from "../../compile/index.ts";
import { statusDay } from "./day.ts";
import { factsIn, gatherFacts, isBare } from "./facts.ts";
import { type Answer, decide, decidingEffect, EFFECTS, type Effect } from "./law.ts";

/** A status, and how to ask which edge decided it: that takes longer than the status itself. */
interface Decided extends Answer {
  readonly decidedBy: () => Effect | null;
}

/** Reads a part of a status from the columns of the measure. */
type ReadPart = (decided: Decided, row: readonly Value[], parameters: Readonly<Record<string, Value>>) => unknown;

/** Compiles `statusOn(date, known) { status decidedBy { … } fromParts { … } }` into the object that has it. */
export function selectStatus(object: ObjectParts, node: Name, [owner]: readonly [string, ...string[]], field: Selected): void {
  const site = field.site(owner);
  const { day, known } = statusDay(field.context, site, "date");
  // What decided it is told as it was known on the same day.
  const context = known === field.context.asOf.known ? field.context : field.context.withAsOf({ ...field.context.asOf, known });
  const { clause, facts } = gatherFacts(context, node, known);
  object.calls.push(clause);
  const read = compileStatus(object, node, object.column(facts), known, { context, selections: field.selections });
  object.reader(field.key, field.types, (row, parameters) => read(row, parameters, String(parameters[day.name])));
}

/** Compiles what is selected of the status of a measure whose facts (`gatherFacts`) stand in a column, and returns how to read it for a day. */
export function compileStatus(
  object: ObjectParts,
  node: Name,
  facts: number,
  known: Parameter | null,
  { context, selections }: Pick<Selected, "context" | "selections">,
): (row: readonly Value[], parameters: Readonly<Record<string, Value>>, day: string) => Shaped {
  const readers = selectedOn("StatusOn", selections, context).map((part): [string, ReadPart] => [
    part.key,
    compilePart(object, node, known, part),
  ]);
  return (row, parameters, day) => {
    const { own, parts } = factsIn(row[facts]);
    const answer = decide(own, parts, day);
    const decided = { ...answer, decidedBy: () => (answer.parts === null ? decidingEffect(own, day) : null) };
    return shapedBy(readers.map(([key, read]) => [key, read(decided, row, parameters)]));
  };
}

function compilePart(object: ObjectParts, node: Name, known: Parameter | null, part: Selected): ReadPart {
  if (part.name === "decidedBy") return addDecidingEdge(object, node, known, part);
  if (part.name === "fromParts") return addParts(object, node, known, part);
  return ({ status }) => status;
}

/** Adds the edges that reach the measure: which of them decided is known once the status is. */
function addDecidingEdge(object: ObjectParts, node: Name, known: Parameter | null, field: Selected): ReadPart {
  const { context } = field;
  const [effect, act, into] = [context.name("effect"), context.name("act"), context.name("columns")];
  const item = new ObjectBuilder();
  const end = {
    edgeType: "DecidingEdge",
    place: placeOf(context, act, "Act"),
    edge: effect,
    via: null,
    properties: new Map(),
    position: () => [],
    tag: "",
  };
  const read = compileEdge(item, end, field);
  const types = selectedOn("DecidingEdge", field.selections, context).filter((part) => part.name === "type");
  const names = [cypher`type(${effect})`, stored(act, "id"), stored(effect, "since"), untilOf(effect, known)].map((name) =>
    item.column(name),
  );
  const ties = distinguishingValues(effect).map((tie) => item.column(tie));
  const found = cypher`MATCH (${node})<-[${bind(effect)}:${anyOf(EFFECTS)}]-(${bind(act)})${where(edgeIsThere({ valid: null, known }, effect))}`;
  object.calls.push(collect([found, cypher`WITH ${carry([effect, act], item.calls)}`, ...inTurn(item.calls)], item.columns, into));
  const column = object.column(into);
  return ({ decidedBy }, row, parameters) => {
    const effect = decidedBy();
    if (effect === null) return null;
    const name = nameOf(effect);
    const isIt = (columns: readonly Value[]) => name === JSON.stringify(names.map((name) => columns[name] ?? null));
    const tie = (columns: readonly Value[]) => JSON.stringify(ties.map((at) => columns[at]));
    const [found] = itemsOf(row[column])
      .filter(isIt)
      .sort((a, b) => (tie(a) < tie(b) ? -1 : 1));
    if (!found) throw new Error("A statement returned no edge for the effect that decided a status.");
    const edge = read(found, parameters);
    for (const { key } of types) edge[key] = found[names[0] ?? 0];
    return edge;
  };
}

/** What tells an effect on a measure from the others: edges that have all of this alike are alike to the law. */
function nameOf({ type, act, written, until }: Effect): string {
  return JSON.stringify([type, act, written, until]);
}

/** Adds the measures below a package: which of them gave the status is known once it is. */
function addParts(object: ObjectParts, node: Name, known: Parameter | null, field: Selected): ReadPart {
  const { context } = field;
  const [part, into] = [context.name("node"), context.name("columns")];
  const item = new ObjectBuilder();
  const read = item.nest(compileObject(context, placeOf(context, part, "Measure"), field.selections));
  const id = item.column(stored(part, "id"));
  const found = cypher`MATCH (${node})<-[:PART_OF*1..]-(${bind(part)}:Measure) WHERE ${isBare(context, node, known)}`;
  object.calls.push(collect([found, cypher`WITH DISTINCT ${carry([part], item.calls)}`, ...inTurn(item.calls)], item.columns, into));
  const column = object.column(into);
  return ({ parts }, row, parameters) => {
    const byId = new Map(itemsOf(row[column]).map((columns) => [String(columns[id]), columns]));
    return (parts ?? []).flatMap((part) => {
      const columns = byId.get(part);
      return columns ? [read(columns, parameters)] : [];
    });
  };
}
