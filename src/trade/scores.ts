import {
  anyOf,
  asKnown,
  bind,
  type ComputedField,
  type Context,
  carry,
  collect,
  compileEdge,
  cypher,
  edgeIsThere,
  inTurn,
  itemsOf,
  type Name,
  ObjectBuilder,
  type ObjectParts,
  type Parameter,
  type Parameters,
  placeOf,
  propertiesAsOf,
  type Selected,
  type Shaped,
  selectedOn,
  shapedBy,
  stored,
  type Value,
  where,
} from "../compile/index.ts";
import { HISTORY_STEP } from "../model/index.ts";
import { begun, knownOn, spanOf, statusDay } from "./status/index.ts";

/** The relationship types from an act to what it did about a commitment. */
const DEEDS = ["CARRIES_OUT", "BREAKS"] as const;

/** What decides how a commitment stands on a day. */
interface Facts {
  readonly status: string;
  /** The day since which that is so; null where nobody says. */
  readonly since: string | null;
  readonly pledgedOn: string | null;
  readonly dueOn: string | null;
}

/** How a commitment stands on a day, as schema/commitment.graphql words it, and by how many days it is late. */
function standingOn({ status, since, pledgedOn, dueOn }: Facts, day: string): { standing: string; daysLate: number | null } {
  const isLate = (on: string) => dueOn !== null && on > spanOf(dueOn).last;
  const late = (on: string) => (dueOn === null ? null : daysBetween(spanOf(dueOn).last, on));
  if (pledgedOn !== null && spanOf(pledgedOn).first > day) return { standing: "NOT_YET_UNDERTAKEN", daysLate: null };
  if (status === "BREACHED") return { standing: "BROKEN", daysLate: null };
  if (status !== "FULFILLED") return isLate(day) ? { standing: "LATE", daysLate: late(day) } : { standing: "OPEN", daysLate: null };
  if (dueOn === null) return { standing: "KEPT", daysLate: null };
  if (since === null) return { standing: "KEPT_PERHAPS_LATE", daysLate: null };
  const { first, last } = spanOf(since);
  if (isLate(first)) return { standing: "KEPT_LATE", daysLate: late(first) };
  return { standing: isLate(last) ? "KEPT_PERHAPS_LATE" : "KEPT", daysLate: null };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * The status on a day, and the day since which it is so: of the values in the node's history that were known, the last that had begun, as
 * `status` as of the day has it. Of several in a row that are alike, the first says since when.
 */
function statusIn(history: Value | undefined, plain: string, day: string, known: string | null): Pick<Facts, "status" | "since"> | null {
  const steps = (Array.isArray(history) ? history : [])
    .map((step) => String(step).split(HISTORY_STEP))
    .flatMap(([field, since = "", recordedOn = "", value = plain, from = "", over = "~"]) => {
      const isKnown = known === null || (recordedOn <= known && from <= known && over > known);
      return field === "status" && isKnown ? [{ since, value }] : [];
    });
  const at = steps.findLastIndex(({ since }) => since <= day);
  const status = steps[at] ?? steps[0];
  if (!status) return null;
  const run = steps.slice(0, at + 1).findLastIndex(({ value }) => value !== status.value) + 1;
  return { status: status.value, since: at < 0 ? null : steps[run]?.since || null };
}

/** `scoreOn(date, known) { standing status since daysLate by { … } }` of a commitment. */
export const scoreOn: ComputedField = {
  select: (object, node, [owner], field) => {
    const { day, known } = statusDay(field.context, field.site(owner), "date");
    const context = knownOn(field.context, known);
    const properties = ["pledgedOn", "dueOn"].flatMap((name) => context.model.properties.get(owner)?.get(name) ?? []);
    const dates = object.column(propertiesAsOf({ valid: null, known }, properties, node));
    const [status, history] = [
      object.column(stored(node, "status")),
      object.column(known === null ? stored(node, "history") : asKnown(node)),
    ];
    const readers = selectedOn("CommitmentScore", field.selections, context).map((part): [string, ReadPart] => [
      part.key,
      part.name === "by" ? addDeeds(object, node, known, part) : ({ facts, day }) => partOf(facts, day, part.name),
    ]);
    object.reader(field.key, field.types, (row, parameters) => {
      const on = String(parameters[day.name]);
      const [pledgedOn, dueOn] = (Array.isArray(row[dates]) ? row[dates] : []).map((date) => (typeof date === "string" ? date : null));
      const plain = String(row[status]);
      const then = statusIn(row[history], plain, on, known && String(parameters[known.name]));
      const facts = { status: plain, since: pledgedOn ?? null, ...then, pledgedOn: pledgedOn ?? null, dueOn: dueOn ?? null };
      return shapedBy(readers.map(([key, read]) => [key, read({ facts, day: on, row, parameters })]));
    });
  },
};

/** What a part of a score is read from. */
interface Scored {
  readonly facts: Facts;
  readonly day: string;
  readonly row: readonly Value[];
  readonly parameters: Parameters;
}

type ReadPart = (scored: Scored) => unknown;

function partOf(facts: Facts, day: string, name: string): unknown {
  const { standing, daysLate } = standingOn(facts, day);
  return { standing, daysLate, status: facts.status, since: facts.since }[name] ?? null;
}

/** Adds the edges from acts that did something about a commitment: which of them had begun is asked for each day. */
function addDeeds(object: ObjectParts, node: Name, known: Parameter | null, field: Selected): ReadPart {
  const { context } = field;
  const [edge, act, into] = [context.name("edge"), context.name("act"), context.name("columns")];
  const item = new ObjectBuilder();
  const read = compileEdge(item, endOf(context, act, edge), field);
  const types = selectedOn("ScoreEdge", field.selections, context).filter(({ name }) => name === "type");
  const [type, since, id] = [cypher`type(${edge})`, stored(edge, "since"), stored(act, "id")].map((name) => item.column(name));
  const found = cypher`MATCH (${node})<-[${bind(edge)}:${anyOf(DEEDS)}]-(${bind(act)}:Node)${where(edgeIsThere({ valid: null, known }, edge))}`;
  object.calls.push(collect([found, cypher`WITH ${carry([edge, act], item.calls)}`, ...inTurn(item.calls)], item.columns, into));
  const column = object.column(into);
  return ({ day, row, parameters }) =>
    itemsOf(row[column])
      .map((columns) => ({ columns, from: textOf(columns[since ?? 0]), at: [textOf(columns[since ?? 0]), String(columns[id ?? 0])] }))
      .filter(({ from }) => from === "" || begun(spanOf(from), day) > 0)
      .sort((a, b) => (a.at.join("\n") < b.at.join("\n") ? -1 : 1))
      .map(({ columns }): Shaped => {
        const shaped = read(columns, parameters);
        for (const { key } of types) shaped[key] = columns[type ?? 0];
        return shaped;
      });
}

const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");

function endOf(context: Context, act: Name, edge: Name) {
  const place = placeOf(context, act, "Act");
  return { edgeType: "ScoreEdge", place, edge, via: null, properties: new Map(), position: () => [], tag: "" };
}
