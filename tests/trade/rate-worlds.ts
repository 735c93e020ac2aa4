import type { Random } from "../support/random.ts";
import { type Edge, type Given, type History, randomHistory, statusIn, type World, worldOf } from "./status-worlds.ts";

/*
 * The law of docs/rates.md written a second time, another way: dates are days, one each, and what counts is found by walking over all nodes and edges of a
 * world. A graph with partial dates stands for many such worlds.
 */

/** An edge that is no effect on a measure: memberships, goods, targets, terms. */
export interface Link {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly since: Given;
  readonly until: Given;
  readonly recordedOn: Given;
  readonly scope?: string | undefined;
  readonly newRate?: number | undefined;
  /** The words of a schedule: with USD in them, a part of the duty is in money. */
  readonly duty?: string | undefined;
  readonly specificDuty?: number | undefined;
}

/** A duty, beside the dates that its history has. */
export interface Duty {
  readonly id: string;
  readonly kind: string;
  readonly effect: string;
  readonly flow: Given;
  readonly rate: number | null;
  readonly rateUnit: string | null;
  readonly onlyFor: readonly string[];
  /** Of columns of tariff schedules alone. */
  readonly dutyType?: string | null;
}

export interface RateGraph {
  readonly duties: readonly Duty[];
  readonly history: History;
  readonly links: readonly Link[];
}

/** The nodes that every such graph has, by their types. */
export const NODES: Readonly<Record<string, readonly string[]>> = {
  Country: ["country:I", "country:E", "country:F", "country:X", "country:Y", "country:G"],
  Agency: ["agency:i", "agency:x", "agency:g"],
  Firm: ["firm:e", "firm:f", "firm:g"],
  Commodity: ["hs-85", "hs-8505", "hs-850511", "hs-85051110", "group", "part", "all-goods"].map((key) => `commodity:${key}`),
};

const HEIGHTS: readonly Partial<Link>[] = [
  { newRate: 5 },
  { newRate: 5 },
  { newRate: 7.5 },
  { newRate: 0, duty: "Free" },
  { newRate: 5, duty: "5% + 1 USD/kg", specificDuty: 1 },
  { duty: "1 USD/kg", specificDuty: 1 },
  { duty: "See another heading" },
];

const SCOPES = [undefined, undefined, "ALL", "GOODS", "FIRMS", "SHIPS"];

/** A graph at random, whose dates are some of those given. */
export function randomRates(random: Random, dates: readonly Given[], size: number): RateGraph {
  const chance = (share: number) => random.below(100) < share * 100;
  const date = () => (chance(0.7) ? null : random.pick(dates));
  const link = (from: string, type: string, to: string, more: Partial<Link> = {}): Link => ({
    type,
    from,
    to,
    since: date(),
    until: chance(0.85) ? null : random.pick(dates),
    recordedOn: chance(0.85) ? null : random.pick(["2025-01-01", "2025-09-01"]),
    ...more,
  });
  const fixed = { since: null, until: null, recordedOn: null };
  const tree = (from: string, to: string, more: Partial<Link> = fixed) => link(`commodity:${from}`, "PART_OF", `commodity:${to}`, more);
  // In some graphs most duties hit the line, so that much is left to be held against each other.
  const isClose = chance(0.5);
  const { acts, edges } = randomHistory(random, dates, size);
  const early = { announcedOn: "2024-01-01", inForceFrom: "2024-06-01", inForceUntil: null };
  const history: History = {
    acts: acts.map((act) => (chance(isClose ? 0.95 : 0.7) ? { ...act, ...early } : act)),
    edges: edges.filter(() => chance(isClose ? 0.1 : 0.4)),
  };
  const ids = history.acts.map(({ id }) => id);
  const measure = () => random.pick(ids);
  const circle = (a: string, b: string) => [link(a, "GIVES_WAY_TO", b, fixed), link(b, "GIVES_WAY_TO", a, fixed)];
  const near = ["commodity:hs-850511", "commodity:hs-8505", "commodity:all-goods"];
  const goods = () => random.pick(isClose ? near : [...(NODES.Commodity ?? []), ...near]);
  const links = [
    link("agency:i", "PART_OF", "country:I", fixed),
    link("agency:x", "PART_OF", "country:X", fixed),
    link("agency:g", "PART_OF", "country:G", fixed),
    link("country:I", "PART_OF", "country:X"),
    link("country:G", "PART_OF", "country:X", fixed),
    link("country:E", "PART_OF", "country:Y"),
    link("country:F", "PART_OF", "country:E"),
    link("firm:e", "HEADQUARTERED_IN", "country:E"),
    link("firm:f", "HEADQUARTERED_IN", "country:F", fixed),
    link("firm:g", "HEADQUARTERED_IN", "country:G", fixed),
    tree("hs-8505", "hs-85"),
    tree("hs-850511", "hs-8505"),
    tree("hs-85051110", "hs-850511"),
    tree("hs-85", "all-goods"),
    tree("hs-850511", "group", {}),
    tree("part", "hs-850511", {}),
    ...ids.flatMap((id) => [
      link(
        id,
        "IMPOSED_BY",
        isClose
          ? "country:I"
          : random.pick(["country:I", "country:I", "country:X", "agency:i", "agency:i", "agency:x", "country:G", "agency:g"]),
        isClose ? fixed : {},
      ),
      ...Array.from({ length: 1 + random.below(2) }, () => link(id, "COVERS", goods(), chance(0.3) ? random.pick(HEIGHTS) : {})),
      ...Array.from({ length: isClose ? 0 : random.below(3) }, () =>
        link(
          id,
          "TARGETS",
          random.pick([...(NODES.Country ?? []), "country:E", "country:E", "country:E", "country:Y", ...(NODES.Firm ?? [])]),
          {
            scope: random.pick(SCOPES),
          },
        ),
      ),
      ...(chance(0.3) ? [link(id, "EXEMPTS", random.pick(["country:E", "country:Y", "country:F", "country:G"]))] : []),
      ...(chance(isClose ? 0.05 : 0.2) ? [link(id, "EXCLUDES", goods())] : []),
      ...(chance(0.5) ? [link(id, "GIVES_WAY_TO", measure())] : []),
      ...(chance(0.2) ? circle(id, measure()) : []),
    ]),
    ...history.acts.flatMap(({ id }, at) => (at > 0 && chance(0.35) ? [link(id, "PART_OF", ids[random.below(at)] ?? id, fixed)] : [])),
  ];
  const duties = ids.map((id): Duty => {
    const rate = chance(0.8) ? random.pick([10, 12.5, 25, 0]) : null;
    return {
      id,
      kind: isClose ? "TARIFF" : random.pick([...DUTIES, "TARIFF", "TARIFF", "BAN"]),
      effect: random.pick(["RESTRICTING", "RESTRICTING", "LIBERALISING"]),
      flow: isClose ? "IMPORT" : random.pick(["IMPORT", "IMPORT", "IMPORT", "BOTH", null, null, "EXPORT"]),
      rate,
      rateUnit: rate === null ? null : random.pick(["PERCENT", "PERCENT", "PERCENT", "USD_PER_TON"]),
      onlyFor: chance(0.12) ? ["MILITARY_END_USE"] : [],
      dutyType: chance(isClose ? 0.7 : 0.3) ? random.pick(["MFN", "MFN", "PREFERENTIAL", "PREFERENTIAL", "NON_MFN"]) : null,
    };
  });
  return { duties, history, links: distinct(links) };
}

/** One edge for each type, ends and first day, as the loader keeps them. */
function distinct(links: readonly Link[]): readonly Link[] {
  return [...new Map(links.map((one) => [[one.type, one.from, one.to, one.since].join(), one])).values()];
}

/** An edge of a world, as it was known; its days as texts, so that they compare. */
interface Held {
  readonly link: Link;
  readonly holds: boolean;
}

/** One world that a graph stands for, on a day. */
export interface RateWorld {
  readonly graph: RateGraph;
  readonly day: number;
  readonly world: World;
  readonly held: readonly Held[];
}

/** Picks a world: a day for each date. */
export function rateWorld(random: Random, { duties, history, links }: RateGraph, day: number, known: Given): RateWorld {
  const heard = (recordedOn: Given | undefined) => known === null || (recordedOn ?? "") <= known;
  const edges = history.edges.filter(({ recordedOn }) => heard(recordedOn));
  const kept = links.filter(({ recordedOn }) => heard(recordedOn));
  // A world of effects dates those of one history: memberships are dated as effects of one day each.
  const dated = worldOf(
    random,
    { acts: [], edges: kept.map(({ from, to, since, until }): Edge => ({ type: "ENDS", from, to, since: since ?? "0001-01-01", until })) },
    day,
  );
  const held = kept.map((link, i): Held => {
    const { since, until } = dated.edges[i] ?? { since: 0, until: null };
    return { link, holds: since <= day && (until === null || until >= day) };
  });
  return {
    graph: { duties, history: { acts: history.acts, edges }, links: kept },
    day,
    world: worldOf(random, { acts: history.acts, edges }, day),
    held,
  };
}

/** What a layer is in a world. */
export interface Expected {
  readonly id: string;
  readonly state: string;
  readonly rate: number | null;
  readonly unit: string | null;
  readonly duty: string | null;
  readonly through: string;
  readonly inFavourOf: string | null;
}

const DUTIES = ["TARIFF", "TARIFF_QUOTA", "ANTI_DUMPING", "COUNTERVAILING", "SAFEGUARD", "FEE", "CARBON_BORDER"];
const before = (a: string, b: string) => (a < b ? -1 : 1);

/** The layers of a line in a world. */
export function layersIn(rates: RateWorld, importer: string, exporter: string, line: string): Expected[] {
  const { graph, held, world, day } = rates;
  const holding = held.flatMap(({ link, holds }) => (holds ? [link] : []));
  const linksOf = (id: string, type: string, among: readonly Link[] = holding) =>
    among.filter((one) => one.type === type && one.from === id);
  /** Where PART_OF leads from a node, by how many steps. */
  const reached = (start: string, up: boolean, types: readonly string[]): Map<string, number> => {
    const steps = new Map([[start, 0]]);
    for (const [id, at] of steps) {
      for (const one of holding) {
        const [near, far] = up ? [one.from, one.to] : [one.to, one.from];
        if (one.type === "PART_OF" && near === id && types.includes(far.split(":")[0] ?? "") && !steps.has(far)) steps.set(far, at + 1);
      }
    }
    return steps;
  };
  const above = reached(line, true, ["commodity"]);
  const below = reached(line, false, ["commodity"]);
  below.delete(line);
  const partners = reached(exporter, true, ["country"]);
  const parts = reached(exporter, false, ["country"]);
  parts.delete(exporter);
  const authorities = [...reached(importer, true, ["country"]).keys()].flatMap((one) => [...reached(one, false, ["agency"]).keys()]);
  const every = (id: string, type: string) => linksOf(id, type, graph.links);
  const lineage = (id: string): Set<string> => {
    const all = new Set([id]);
    for (const one of all) {
      for (const { to } of every(one, "PART_OF")) all.add(to);
      for (const { type, from, to } of graph.history.edges) if (type === "REPLACES" && from === one) all.add(to);
    }
    return all;
  };
  const termsOf = (id: string, type: string) => [...lineage(id)].flatMap((one) => linksOf(one, type));
  const wholesOf = (id: string): string[] => every(id, "PART_OF").flatMap(({ to }) => [to, ...wholesOf(to)]);

  const based = graph.duties.flatMap((duty) => {
    const status = statusIn(world, duty.id, day);
    const covers = linksOf(duty.id, "COVERS").filter(({ to }) => above.has(to) || below.has(to));
    const anyRate = every(duty.id, "COVERS")
      .filter(({ to }) => isInTree(graph, line, to))
      .some(({ newRate }) => newRate !== undefined);
    if (!DUTIES.includes(duty.kind) || duty.flow === "EXPORT" || duty.flow === "OTHER") return [];
    if (duty.effect === "LIBERALISING" && duty.rate === null && !anyRate && !duty.dutyType) return [];
    if (status === "NOT_YET_ANNOUNCED" || covers.length === 0) return [];
    if (!linksOf(duty.id, "IMPOSED_BY").some(({ to }) => authorities.includes(to))) return [];
    const targets = linksOf(duty.id, "TARGETS").filter(({ scope }) => scope === undefined || scope === "ALL" || scope === "GOODS");
    const seat = (firm: string) => linksOf(firm, "HEADQUARTERED_IN").some(({ to }) => to === exporter || parts.has(to));
    const whole = targets.some(({ to }) => partners.has(to));
    const some = targets.some(({ to }) => parts.has(to) || (to.startsWith("firm:") && seat(to)));
    const names = every(duty.id, "TARGETS").length > 0;
    if (names && !whole && !some) return [];
    const isWhole = covers.some(({ to }) => above.has(to));
    const near = isWhole ? above : below;
    const [nearest] = covers
      .filter(({ to }) => near.has(to))
      .sort(
        (a, b) =>
          (near.get(a.to) ?? 0) - (near.get(b.to) ?? 0) || (a.to === b.to ? before(b.since ?? "", a.since ?? "") : before(a.to, b.to)),
      );
    const excluded = termsOf(duty.id, "EXCLUDES").map(({ to }) => to);
    const state =
      status !== "IN_FORCE" && status !== "UNKNOWN"
        ? "NOT_IN_FORCE"
        : linksOf(duty.id, "EXEMPTS").some(({ to }) => partners.has(to))
          ? "EXEMPT"
          : excluded.some((to) => above.has(to))
            ? "GOODS_EXCLUDED"
            : !isWhole || excluded.some((to) => below.has(to))
              ? "PART_OF_GOODS"
              : names && !whole
                ? "PART_OF_EXPORTER"
                : duty.onlyFor.length > 0
                  ? "CONDITIONAL"
                  : status === "UNKNOWN"
                    ? "OPEN"
                    : "COUNTS";
    const edgeRate = nearest?.newRate ?? null;
    const words = nearest?.duty ?? null;
    const rate = edgeRate ?? (inMoney(words) ? null : duty.rate);
    const unit = rate === null ? null : edgeRate === null ? duty.rateUnit : "PERCENT";
    return [{ id: duty.id, state, rate, unit, duty: words, through: nearest?.to ?? "" }];
  });

  const isLive = (state: string) => state === "COUNTS" || state === "OPEN";
  const inParts = new Set(
    based.flatMap((part) => wholesOf(part.id).filter((whole) => isLive(part.state) || based.find(({ id }) => id === whole)?.rate === null)),
  );
  const entire = based.map((one) => (isLive(one.state) && inParts.has(one.id) ? { ...one, state: "IN_PARTS" } : one));
  const typesOf = new Map(graph.duties.map(({ id, dutyType }) => [id, dutyType ?? null]));
  const live = entire.filter(({ state }) => isLive(state)).sort((a, b) => before(a.id, b.id));
  const yields = (id: string) => {
    const named = termsOf(id, "GIVES_WAY_TO").map(({ to }) => to);
    const own = live.find((one) => one.id === id);
    const replaced = (other: Omit<Expected, "inFavourOf">) => own !== undefined && takesThePlaceOf(typesOf, other, own);
    return live
      .filter((other) => other.id !== id && (replaced(other) || named.some((to) => lineage(other.id).has(to))))
      .map((other) => other.id);
  };
  return entire.map((one) => ({ inFavourOf: null, ...one, ...(isLive(one.state) ? settle(one.id, live, yields) : {}) }));
}

const inMoney = (words: string | null) => words?.includes("USD") === true;

/** Whether one ordinary duty may be charged and never another beside it: the better column, then what is surely no higher, or nobody knows which. */
function takesThePlaceOf(
  typesOf: ReadonlyMap<string, string | null>,
  one: Omit<Expected, "inFavourOf">,
  other: Omit<Expected, "inFavourOf">,
): boolean {
  const [type, otherType] = [typesOf.get(one.id), typesOf.get(other.id)];
  if (!type || !otherType) return false;
  if (otherType === "MFN" && type !== "MFN") return true;
  if (type === "MFN" && otherType !== "MFN") return false;
  if (type !== otherType) return type === "NON_MFN";
  const inPercent = ({ rate, unit, duty }: typeof one) => (rate !== null && unit === "PERCENT" && !inMoney(duty) ? rate : null);
  const [height, otherHeight] = [inPercent(one), inPercent(other)];
  const asWritten = ({ rate, unit, duty }: typeof one) => [rate, unit, duty].join();
  const alike = height === null || otherHeight === null ? one.duty !== null && asWritten(one) === asWritten(other) : height === otherHeight;
  if (alike) return before(one.id, other.id) < 0;
  if (type !== "PREFERENTIAL") return true;
  // The other stays where it is the lower one for sure.
  return !(otherHeight === 0 || (height !== null && otherHeight !== null && otherHeight < height));
}

/** Whether goods lie above or below a line by edges that hold on any day. */
function isInTree({ links }: RateGraph, line: string, goods: string): boolean {
  const walk = (id: string, up: boolean): readonly string[] =>
    links.flatMap((one) => {
      const [near, far] = up ? [one.from, one.to] : [one.to, one.from];
      return one.type === "PART_OF" && near === id && far.startsWith("commodity:") ? [far, ...walk(far, up)] : [];
    });
  return [line, ...walk(line, true), ...walk(line, false)].includes(goods);
}

/** What becomes of one of the duties that may count, given which of them each gives way to. */
function settle(
  id: string,
  live: readonly { readonly id: string; readonly state: string }[],
  yields: (id: string) => readonly string[],
): { state: string; inFavourOf: string | null } {
  const known = new Map<string, boolean | null>(live.map((one) => [one.id, null]));
  const isOpen = (one: string) => live.find((other) => other.id === one)?.state === "OPEN";
  // Again and again: what gives way to something that stands falls, what gives way to nothing that may stand stands.
  for (let round = 0; round <= live.length; round++) {
    for (const one of live) {
      const others = yields(one.id).map((other) => known.get(other));
      if (others.includes(true)) known.set(one.id, false);
      else if (!isOpen(one.id) && others.every((other) => other === false)) known.set(one.id, true);
    }
  }
  const stands = known.get(id);
  if (stands === true) return { state: "COUNTS", inFavourOf: null };
  if (stands === false) return { state: "GIVES_WAY", inFavourOf: yields(id).find((other) => known.get(other) === true) ?? null };
  const unsettled = (one: string) => known.get(one) === null && !isOpen(one);
  const leadsTo = (from: string, to: string, seen: readonly string[] = []): boolean =>
    unsettled(from) &&
    !seen.includes(from) &&
    yields(from).some((next) => unsettled(next) && (next === to || leadsTo(next, to, [...seen, from])));
  const circle = unsettled(id) ? yields(id).find((other) => unsettled(other) && leadsTo(other, id)) : undefined;
  return circle === undefined ? { state: "OPEN", inFavourOf: null } : { state: "ALTERNATIVE", inFavourOf: circle };
}

/** The sum of the layers of a world; null where there is none. */
export function totalIn(layers: readonly Expected[]): number | null {
  const counting = layers.filter(({ state }) => state === "COUNTS");
  const isTold = counting.every(({ rate, unit, duty }) => rate !== null && unit === "PERCENT" && !inMoney(duty));
  if (!isTold || layers.some(({ state }) => state === "OPEN" || state === "ALTERNATIVE")) return null;
  return counting.reduce((sum, { rate }) => sum + (rate ?? 0), 0);
}
