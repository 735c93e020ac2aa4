/** What one edge says of a producer or user. */
export interface Stake {
  readonly type: "PRODUCES" | "USES";
  readonly actor: string;
  /** The edge's name, `from|TYPE|to|since`. */
  readonly edge: string;
  readonly share: number | null;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly per: string | null;
  readonly period: string | null;
  /** Whether the edge may hold on the day. */
  readonly holds: boolean;
}

/** How concentrated shares are: the type `Concentration` of the schema. */
export interface Concentration {
  readonly among: "COUNTRIES" | "FIRMS";
  readonly hhi: number | null;
  readonly knownShare: number | null;
  readonly knownCount: number;
  readonly producerCount: number;
}

/** Of the edges of one commodity that had begun, those that count on the day, as the schema's `Stake` words it, in the order in which they are shown. */
export function countingOf(stakes: readonly Stake[]): Stake[] {
  const of = (stake: Stake) => stakes.filter(({ type, actor }) => type === stake.type && actor === stake.actor);
  const counts = (stake: Stake) => {
    if (stake.period === null) return stake.holds;
    const isLatest = (figure: "share" | "amount") => stake[figure] !== null && stake.period === latestOf(of(stake), figure);
    return stake.share === null && stake.amount === null ? stake.holds : isLatest("share") || isLatest("amount");
  };
  return stakes.filter(counts).sort(inOrder);
}

/** The latest period for which there is a figure of a sort; null where none has one. */
function latestOf(stakes: readonly Stake[], figure: "share" | "amount"): string | null {
  const periods = stakes.flatMap((stake) => (stake[figure] !== null && stake.period !== null ? [stake.period] : []));
  return periods.reduce<string | null>((latest, period) => (latest === null || period > latest ? period : latest), null);
}

function inOrder(a: Stake, b: Stake): number {
  return (b.share ?? -1) - (a.share ?? -1) || byText(a.actor, b.actor) || byText(b.period ?? "", a.period ?? "") || byText(a.edge, b.edge);
}

const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** The shares of one sort of producers that count for concentration, each producer's latest: without those within others'. */
export interface Shares {
  readonly among: Concentration["among"];
  readonly producers: readonly string[];
  readonly latest: readonly Stake[];
}

/** The producers of one commodity, countries and firms apart, with the latest share of each. */
export function sharesOf(counting: readonly Stake[]): Shares[] {
  return (["COUNTRIES", "FIRMS"] as const).flatMap((among) => {
    const prefix = among === "COUNTRIES" ? "country:" : "firm:";
    const made = counting.filter(({ type, actor }) => type === "PRODUCES" && actor.startsWith(prefix));
    const producers = [...new Set(made.map(({ actor }) => actor))];
    // A share without a period is what holds now: it counts before any figure.
    const latest = producers.flatMap((producer) => {
      const shares = made.filter(({ actor, share }) => actor === producer && share !== null);
      const undated = shares.filter(({ period }) => period === null);
      return undated.length > 0 ? undated : shares.filter(({ period }) => period === latestOf(shares, "share"));
    });
    return producers.length > 0 ? [{ among, producers, latest }] : [];
  });
}

/** The index over the shares that count, and the shares that it rests on; `isWithin` says whether one producer is a part of another. */
export function concentrationOf(
  { among, producers, latest }: Shares,
  isWithin: (part: string, whole: string) => boolean,
): { readonly concentration: Concentration; readonly counted: readonly Stake[] } {
  const counted = latest.filter(({ actor }) => !latest.some((other) => other.actor !== actor && isWithin(actor, other.actor)));
  const shares = counted.map(({ share }) => share ?? 0);
  const sum = shares.reduce((total, share) => total + share, 0);
  const known = new Set(counted.map(({ actor }) => actor)).size;
  const isOneWhole = known === counted.length && sum <= 1 + ROUNDING * counted.length + 1e-9;
  const isKnown = counted.length > 0 && isOneWhole;
  const concentration = {
    among,
    hhi: isKnown ? rounded(shares.reduce((total, share) => total + share * share, 0) * 10_000, 2) : null,
    knownShare: isKnown ? rounded(sum, 4) : null,
    knownCount: known,
    producerCount: producers.length,
  };
  return { concentration, counted: isKnown ? counted : [] };
}

/** By how much a share may be too high that was rounded to a whole percent. */
const ROUNDING = 0.005;

function rounded(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}
