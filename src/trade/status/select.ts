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
  inOrderOfDays,
  inTurn,
  itemsOf,
  type Name,
  NOTES,
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
import { LIMITS } from "../limits.ts";
import { knownDay, knownOn, statusDay } from "./day.ts";
import { EFFECTS, type Effect } from "./effects.ts";
import { factsIn, gatherFacts, isBare, textOf } from "./facts.ts";
import { type Answer, lawOf, nameOf } from "./law.ts";
import { type StatusSpan, spansOf } from "./spans.ts";

/** How to ask which edge decided a status: that takes longer than the status itself. */
interface DecidedBy {
  readonly decidedBy: () => Effect | null;
}

/** A status, or a span of one, and what decided it. */
type Decided = Answer & DecidedBy;
type Spanned = Omit<StatusSpan, "decidedBy"> & DecidedBy;

/** Reads a part of a status, or of a span of one, from the columns of the measure. */
type ReadPart<Of = Decided> = (decided: Of, row: readonly Value[], parameters: Readonly<Record<string, Value>>) => unknown;

/** Compiles `statusOn(date, known) { status decidedBy { … } fromParts { … } }` into the object that has it. */
export function selectStatus(object: ObjectParts, node: Name, [owner]: readonly [string, ...string[]], field: Selected): void {
  const site = field.site(owner);
  const { day, known } = statusDay(field.context, site, "date");
  // What decided it is told as it was known on the same day.
  const context = knownOn(field.context, known);
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
    const law = lawOf(own, parts, day);
    const decided = { ...law.on(day), decidedBy: () => law.decidedBy(day) };
    return shapedBy(readers.map(([key, read]) => [key, read(decided, row, parameters)]));
  };
}

/** Compiles `statuses(from, to, known) { status from until decidedBy { … } }` into the object that has it. */
export function selectSpans(object: ObjectParts, node: Name, [owner]: readonly [string, ...string[]], field: Selected): void {
  const site = field.site(owner);
  const known = knownDay(field.context, site);
  const context = knownOn(field.context, known);
  const day = (name: string) => site.parameter((args) => (args.has(name) ? inOrderOfDays(args).text(name) : null));
  const [from, to] = [day("from"), day("to")];
  const { clause, facts } = gatherFacts(context, node, known);
  object.calls.push(clause);
  const column = object.column(facts);
  const readers = selectedOn("StatusSpan", field.selections, context).map((part): [string, ReadPart<Spanned>] => [
    part.key,
    part.name === "decidedBy" ? addDecidingEdge(object, node, known, part) : (span) => dated(span)[part.name],
  ]);
  const watched = field.context.field;
  object.reader(field.key, field.types, (row, parameters) => {
    const { own, parts } = factsIn(row[column]);
    const asked = { from: textOf(parameters[from.name]), to: textOf(parameters[to.name]) };
    const { spans, isCut } = spansOf(lawOf(own, parts), asked, LIMITS.statusSpans);
    if (isCut) parameters[NOTES]?.leftOut(watched, MORE_SPANS);
    const decided = spans.map((span): Spanned => ({ ...span, decidedBy: () => span.decidedBy }));
    return decided.map((span) => shapedBy(readers.map(([key, read]) => [key, read(span, row, parameters)])));
  });
}

/** What is said where a measure has more spans. */
const MORE_SPANS = `A measure here stands in more than ${LIMITS.statusSpans} spans along time: these are the first. Ask for those from the day after the last of them.`;

const dated = ({ status, from, until }: Spanned): Readonly<Record<string, unknown>> => ({ status, from, until });

function compilePart(object: ObjectParts, node: Name, known: Parameter | null, part: Selected): ReadPart {
  if (part.name === "decidedBy") return addDecidingEdge(object, node, known, part);
  if (part.name === "fromParts") return addParts(object, node, known, part);
  return ({ status }) => status;
}

/** Adds the edges that reach the measure: which of them decided is known once the status is. */
function addDecidingEdge(object: ObjectParts, node: Name, known: Parameter | null, field: Selected): ReadPart<DecidedBy> {
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
