import type { GatheredRows, Row, Statement } from "../../compile/index.ts";
import { authoritiesOf } from "../authorities.ts";
import { LIMITS } from "../limits.ts";
import { listsIn, textsIn } from "../rows.ts";
import { type Concentration, concentrationOf, countingOf, type Shares, type Stake, sharesOf } from "./figures.ts";

/** The statements that gather stages. */
export interface Statements {
  /** Rows `[commodity's id, id of what lies below it or of itself, how many steps]`. */
  readonly stages: (ids: readonly string[]) => Statement;
  /**
   * One row: a list of `[commodity's id, type, actor's id, edge's name, share, amount, unit, per, period, whether it holds]` for each edge of a producer or
   * user that had begun, one of `[commodity's id, measure's id, edge's name]` for each that names a commodity, and one of `[measure's id, status,
   * authorities' ids]` for the measures that are kept.
   */
  readonly entries: (ids: readonly string[]) => Statement;
  /** Rows `[id, id]`: from agencies to what they belong to, from firms to the country of their seat, and from commodities to what they lie under. */
  readonly sides: (ids: readonly string[]) => Statement;
  /** Rows `[id, id]`: from members to blocs, and from firms to those that own them, where both are among the ids. */
  readonly wholes: (ids: readonly string[]) => Statement;
}

/** A measure on a stage. */
interface OnStage {
  readonly measure: string;
  readonly status: string;
  readonly edge: string;
  readonly isByProducer: boolean;
}

/** What is known of one commodity. */
interface Entries {
  readonly stakes: readonly Stake[];
  readonly shares: readonly Shares[];
  readonly measures: readonly OnStage[];
}

/**
 * Gathers the stages of some commodities. A row is `[commodity's id, depth, producers, their number, users, their number, concentration, measures, their
 * number]`, its lists as `chokepoints.ts` reads them.
 */
export function* gatherStages(
  statements: Statements,
  starts: readonly string[],
  first: number,
): Generator<Statement, Map<string, GatheredRows>, readonly Row[]> {
  const below = (yield statements.stages(starts)).map(([start, id, depth]) => ({
    start: String(start),
    id: String(id),
    depth: Number(depth),
  }));
  const ids = [...new Set(below.map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const [row] = yield statements.entries(ids);
  const counting = new Map([...stakesIn(row?.[0])].map(([id, stakes]) => [id, countingOf(stakes)]));
  const kept = listsIn(row?.[2]).map(([measure, status, by]) => ({ measure: String(measure), status: String(status), by: textsIn(by) }));
  const covering = coveringIn(row?.[1]);
  const firms = [...counting.values()].flat().flatMap(({ actor }) => (actor.startsWith("firm:") ? [actor] : []));
  const sides = authoritiesOf(yield statements.sides([...new Set([...firms, ...kept.flatMap(({ by }) => by), ...covering.keys()])]));
  const statuses = new Map(kept.map(({ measure, status, by }) => [measure, { status, side: sides(by) }]));
  const onWay = new Map(starts.map((start) => [start, new Set(below.flatMap((stage) => (stage.start === start ? [stage.id] : [])))]));
  const entriesOf = (start: string, id: string): Entries => {
    const stakes = counting.get(id) ?? [];
    // Who makes a commodity makes what lies below it, as far as anybody knows.
    const above = [...sides([id])].filter((one) => onWay.get(start)?.has(one));
    const made = above.flatMap((one) => counting.get(one) ?? []).flatMap(({ type, actor }) => (type === "PRODUCES" ? [actor] : []));
    return { stakes, shares: sharesOf(stakes), measures: measuresOf(covering.get(id) ?? [], statuses, sides(made)) };
  };
  const stages = below.map((stage) => ({ ...stage, entries: entriesOf(stage.start, stage.id) }));
  const compared = stages.flatMap(({ entries }) =>
    entries.shares.filter(({ latest }) => latest.length > 1).flatMap(({ producers }) => producers),
  );
  const wholes = authoritiesOf(compared.length > 0 ? yield statements.wholes([...new Set(compared)]) : []);
  const isWithin = (part: string, whole: string) => wholes([part]).has(whole);
  return new Map(
    starts.map((start) => [
      start,
      rowsOf(
        stages.filter((stage) => stage.start === start),
        first,
        isWithin,
      ),
    ]),
  );
}

function stakesIn(value: unknown): Map<string, Stake[]> {
  const stakes = new Map<string, Stake[]>();
  for (const [commodity, type, actor, edge, share, amount, unit, per, period, holds] of listsIn(value)) {
    const known = stakes.get(String(commodity)) ?? [];
    stakes.set(String(commodity), known);
    known.push({
      type: type === "USES" ? "USES" : "PRODUCES",
      actor: String(actor),
      edge: String(edge),
      share: numberIn(share),
      amount: numberIn(amount),
      unit: textIn(unit),
      per: textIn(per),
      period: textIn(period),
      holds: holds === true,
    });
  }
  return stakes;
}

/** The edges by which measures name commodities, by commodity. */
function coveringIn(value: unknown): Map<string, Covering[]> {
  const covering = new Map<string, Covering[]>();
  for (const [commodity, measure, edge] of listsIn(value)) {
    const known = covering.get(String(commodity)) ?? [];
    covering.set(String(commodity), known);
    known.push({ measure: String(measure), edge: String(edge) });
  }
  return covering;
}

interface Covering {
  readonly measure: string;
  readonly edge: string;
}

const numberIn = (value: unknown) => (typeof value === "number" ? value : null);
const textIn = (value: unknown) => (typeof value === "string" ? value : null);

/** The measures on a stage that are kept, each once: those of a producer's side first. */
function measuresOf(
  covering: readonly Covering[],
  statuses: ReadonlyMap<string, { readonly status: string; readonly side: ReadonlySet<string> }>,
  makers: ReadonlySet<string>,
): OnStage[] {
  const byMeasure = new Map<string, OnStage>();
  for (const { measure, edge } of covering) {
    const kept = statuses.get(measure);
    const known = byMeasure.get(measure);
    if (!kept || (known && known.edge < edge)) continue;
    byMeasure.set(measure, { measure, edge, status: kept.status, isByProducer: [...kept.side].some((id) => makers.has(id)) });
  }
  return [...byMeasure.values()].sort((a, b) => Number(b.isByProducer) - Number(a.isByProducer) || (a.measure < b.measure ? -1 : 1));
}

interface Stage {
  readonly id: string;
  readonly depth: number;
  readonly entries: Entries;
}

function rowsOf(stages: readonly Stage[], first: number, isWithin: (part: string, whole: string) => boolean): GatheredRows {
  const known = stages.filter(({ depth, entries }) => depth === 0 || entries.stakes.length + entries.measures.length > 0);
  const shown = known.sort((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1)).slice(0, first);
  const cut =
    known.length > shown.length
      ? `${known.length} stages lie on this way; the first ${shown.length} are given. Ask for first: ${Math.min(known.length, LIMITS.stages)}, or for the chokepoints of one of them.`
      : (shown.flatMap(({ id, entries }) => cutOf(id, entries) ?? [])[0] ?? null);
  return { rows: shown.map((stage) => rowOf(stage, isWithin)), cut };
}

/** What is said of a stage with more than its lists show; null where there is no more. */
function cutOf(id: string, { stakes, measures }: Entries): string | null {
  const of = (type: Stake["type"]) => stakes.filter((stake) => stake.type === type).length;
  const most = Math.max(of("PRODUCES"), of("USES"), measures.length);
  if (most <= LIMITS.stageEntries) return null;
  return `${id} has ${most} entries in one of its lists; the first ${LIMITS.stageEntries} are given. Ask for its producers, users and coveredBy.`;
}

function rowOf({ id, depth, entries: { stakes, shares, measures } }: Stage, isWithin: (part: string, whole: string) => boolean) {
  const compared = shares.map((one) => concentrationOf(one, isWithin));
  const counted = new Set(compared.flatMap((one) => one.counted));
  const [producers, users] = [stakes.filter(({ type }) => type === "PRODUCES"), stakes.filter(({ type }) => type === "USES")];
  const written = (stake: Stake, at: number) => {
    const { actor, share, amount, unit, per, period, edge } = stake;
    return [at, actor, share, amount, unit, per, period, counted.has(stake), edge] as const;
  };
  const count = (of: readonly Stake[]) => new Set(of.map(({ actor }) => actor)).size;
  return [
    id,
    depth,
    producers.slice(0, LIMITS.stageEntries).map(written),
    count(producers),
    users.slice(0, LIMITS.stageEntries).map(written),
    count(users),
    compared.map(({ concentration }, at) => concentrationRow(concentration, at)),
    measures.slice(0, LIMITS.stageEntries).map(({ measure, status, isByProducer, edge }, at) => [at, measure, status, isByProducer, edge]),
    measures.length,
  ];
}

function concentrationRow({ among, hhi, knownShare, knownCount, producerCount }: Concentration, at: number) {
  return [at, among, hhi, knownShare, knownCount, producerCount];
}
