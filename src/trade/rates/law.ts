/**
 * Which duties count for a line of goods on a day, and what they come to: the law of docs/rates.md over plain values. What takes what's place and what is not
 * charged beside what is data, in edges; here is only how they are read.
 */

import { all, lawOf, type Status, type Sure } from "../status/index.ts";
import { type Height, rateOf } from "./height.ts";
import type { Candidate, EdgeName, Line, State } from "./layer.ts";
import { type Reaching, reachingOn, type Tree, treeOf } from "./reaches.ts";
import { giveWay } from "./stacking.ts";

/** A duty on a day. */
export interface Layer extends Height {
  readonly candidate: Candidate;
  readonly status: Status;
  readonly state: State;
  /** The goods under whose name it hits the line, by id. */
  readonly through: string;
  /** The measure to which it gives way, or with which it is never charged together, by id. */
  readonly inFavourOf: string | null;
  /** The edges that this rests on. */
  readonly edges: readonly EdgeName[];
}

/** The reasons of `NoTotal` in schema/rate.graphql. */
export type NoTotal = "NO_RATE" | "OTHER_UNIT" | "ALTERNATIVES" | "OPEN" | "TOO_MANY_LAYERS";

/** All duties of a line on a day, and their sum. */
export interface Stack {
  readonly layers: readonly Layer[];
  readonly total: number | null;
  readonly whyNoTotal: readonly NoTotal[];
}

/** Tells the status of a duty on a day. */
export type StatusOfDay = (candidate: Candidate, day: string) => Status;

/** The status by the law; series.ts works it out once for all days. */
export const statusOfDay: StatusOfDay = ({ own, parts }, day) => lawOf(own, parts, day).on(day).status;

/** Decides the layers of a line on a day. `isCut` where more duties than the candidates have to do with it. */
export function stackOn(line: Line, candidates: readonly Candidate[], isCut: boolean, tree = treeOf(line), statusOn = statusOfDay) {
  return (day: string): Stack => {
    const based = candidates.flatMap((candidate) => baseOf(candidate, tree, statusOn(candidate, day), day) ?? []);
    const wholes = new Set(based.flatMap((one) => wholesOf(one, based)));
    const entire = based.map((one) => (wholes.has(one.candidate.id) && isLive(one) ? { ...one, state: "IN_PARTS" as const } : one));
    const given = giveWay(entire.filter(isLive), day);
    const layers = entire.map((one) => layerOf(one, given.get(one.candidate.id)));
    return { layers, ...totalOf(layers, isCut) };
  };
}

/** A duty before it is held against the others. */
export interface Based {
  readonly candidate: Candidate;
  readonly reaching: Reaching;
  readonly status: Status;
  readonly state: State;
}

const isLive = ({ state }: Based) => state === "COUNTS" || state === "OPEN";

/** What a duty is by itself; null where it is no layer of the line on the day. */
function baseOf(candidate: Candidate, tree: Tree, status: Status, day: string): Based | null {
  if (status === "NOT_YET_ANNOUNCED") return null;
  const reaching = reachingOn(candidate, tree, day);
  return reaching && { candidate, reaching, status, state: stateOf(candidate, reaching, status) };
}

/** The first state that fits for certain; what may take the duty out, or not bring it in, leaves it open. */
function stateOf({ isConditional, isCut }: Candidate, reaching: Reaching, status: Status): State {
  const { exempts, excludes, excludesSome, covers, imposedBy, target } = reaching;
  if (status !== "IN_FORCE" && status !== "UNKNOWN") return "NOT_IN_FORCE";
  if (exempts?.sure === 2) return "EXEMPT";
  if (excludes?.sure === 2) return "GOODS_EXCLUDED";
  if (!reaching.coversWhole || excludesSome?.sure === 2) return "PART_OF_GOODS";
  if (!reaching.targetsWhole) return "PART_OF_EXPORTER";
  if (isConditional) return "CONDITIONAL";
  const isOpen = [exempts, excludes, excludesSome].some((one) => one !== null) || status === "UNKNOWN" || isCut;
  const brought: Sure = all(covers.sure, imposedBy.sure, target?.sure ?? 2);
  return isOpen || brought < 2 ? "OPEN" : "COUNTS";
}

/** Of the wholes of a duty, those in whose place it stands. */
function wholesOf(part: Based, based: readonly Based[]): string[] {
  const wholes = based.filter(({ candidate }) => part.candidate.wholes.includes(candidate.id) && candidate.id !== part.candidate.id);
  return wholes.filter((whole) => isLive(part) || rateOf(whole).rate === null).map(({ candidate }) => candidate.id);
}

/** What became of a duty that was held against the others. */
export interface Given {
  readonly state: State;
  readonly inFavourOf: string | null;
  readonly by: EdgeName | null;
}

function layerOf(one: Based, given: Given | undefined): Layer {
  const { candidate, reaching, status } = one;
  const state = given?.state ?? one.state;
  const named = (type: string, edge: { to: string; since: string | null; until: string | null; from?: string }): EdgeName => ({
    type,
    from: edge.from ?? candidate.id,
    to: edge.to,
    since: edge.since,
    until: edge.until,
  });
  const some = state === "PART_OF_GOODS" && reaching.coversWhole ? reaching.excludesSome : null;
  const excludes = state === "GOODS_EXCLUDED" ? reaching.excludes : some;
  return {
    candidate,
    status,
    state,
    ...rateOf(one),
    through: reaching.covers.edge.to,
    inFavourOf: given?.inFavourOf ?? null,
    edges: [
      named("IMPOSED_BY", reaching.imposedBy.edge),
      ...(reaching.target ? [named("TARGETS", reaching.target.edge)] : []),
      named("COVERS", reaching.covers.edge),
      ...(state === "EXEMPT" && reaching.exempts ? [named("EXEMPTS", reaching.exempts.edge)] : []),
      ...(excludes ? [named("EXCLUDES", excludes.edge)] : []),
      ...(given?.by ? [given.by] : []),
    ],
  };
}

/** Sums what counts. Rates are decimal: a sum is rounded to a millionth of a per cent, so that no binary dust is left in it. */
function totalOf(layers: readonly Layer[], isCut: boolean): Pick<Stack, "total" | "whyNoTotal"> {
  const counting = layers.filter(({ state }) => state === "COUNTS");
  const reasons: readonly (readonly [NoTotal, boolean])[] = [
    ["NO_RATE", counting.some(({ rate, hasSpecific }) => rate === null && !hasSpecific)],
    ["OTHER_UNIT", counting.some(({ rate, unit, hasSpecific }) => hasSpecific || (rate !== null && unit !== "PERCENT"))],
    ["ALTERNATIVES", layers.some(({ state }) => state === "ALTERNATIVE")],
    ["OPEN", layers.some(({ state }) => state === "OPEN")],
    ["TOO_MANY_LAYERS", isCut],
  ];
  const whyNoTotal = reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
  const sum = counting.reduce((total, { rate }) => total + (rate ?? 0), 0);
  return { total: whyNoTotal.length > 0 ? null : Math.round(sum * 1e6) / 1e6, whyNoTotal };
}
