import type { GatheredRows, Row, Statement } from "../../compile/index.ts";
import { authoritiesOf } from "../authorities.ts";
import { LIMITS } from "../limits.ts";
import { textsIn } from "../rows.ts";

/** The statements that look for measures like some others. */
export interface Statements {
  /** Rows `[measure's id, kind, ids of its goods, ids of who imposed it]`. */
  readonly measures: (ids: readonly string[]) => Statement;
  /** Rows `[good's id, id of what lies above or below it]`. */
  readonly related: (goods: readonly string[]) => Statement;
  /** Rows `[measure's id, kind, ids of those of the goods that it covers, how many it covers in all, ids of who imposed it]`. */
  readonly others: (goods: readonly string[], kinds: readonly string[]) => Statement;
  /** Rows `[agency's id, id of what it belongs to]`. */
  readonly agencies: (authorities: readonly string[]) => Statement;
}

/** A measure, as far as it counts. */
interface Compared {
  readonly id: string;
  readonly kind: string;
  /** Its goods; of another, those that are the same as some of the asked ones', or lie above or below them. */
  readonly goods: readonly string[];
  /** How many goods it has in all. */
  readonly total: number;
  readonly imposedBy: readonly string[];
}

/** Finds the measures like each of some. A row is `[other's id, score, how many pairs, pairs of goods]`. */
export function* findSimilar(
  statements: Statements,
  starts: readonly string[],
  first: number,
): Generator<Statement, Map<string, GatheredRows>, readonly Row[]> {
  const asked = (yield statements.measures(starts)).map(([id, kind, goods, by]) => compared(id, kind, goods, textsIn(goods).length, by));
  const able = asked.filter(({ goods, imposedBy }) => goods.length > 0 && imposedBy.length > 0);
  if (able.length === 0) return new Map();
  const goods = [...new Set(able.flatMap((one) => one.goods))];
  const related = relatedOf(goods, yield statements.related(goods));
  const kinds = [...new Set(able.map(({ kind }) => kind))];
  const found = yield statements.others([...related.keys()], kinds);
  const others = found.map(([id, kind, own, total, by]) => compared(id, kind, own, Number(total), by));
  const sides = authoritiesOf(yield statements.agencies([...new Set([...able, ...others].flatMap(({ imposedBy }) => imposedBy))]));
  const placed = others.filter(({ imposedBy }) => imposedBy.length > 0).map((other) => ({ other, side: sides(other.imposedBy) }));
  return new Map(
    able.map((one) => {
      const side = sides(one.imposedBy);
      const byOthers = placed.filter(({ other, side: theirs }) => other.kind === one.kind && ![...theirs].some((id) => side.has(id)));
      const all = byOthers.map(({ other }) => other);
      return [one.id, rowsOf(one, all, related, first)];
    }),
  );
}

function compared(id: unknown, kind: unknown, goods: unknown, total: number, imposedBy: unknown): Compared {
  return { id: String(id), kind: String(kind), goods: textsIn(goods), total, imposedBy: textsIn(imposedBy) };
}

/** By a commodity, which of the asked goods are the same, or lie above or below it. */
type Related = ReadonlyMap<string, readonly string[]>;

function relatedOf(goods: readonly string[], rows: readonly Row[]): Related {
  const related = new Map(goods.map((good) => [good, [good]]));
  for (const [own, other] of rows) {
    const known = related.get(String(other)) ?? [];
    related.set(String(other), known);
    if (!known.includes(String(own))) known.push(String(own));
  }
  return related;
}

function rowsOf(one: Compared, others: readonly Compared[], related: Related, first: number): GatheredRows {
  const own = new Set(one.goods);
  const scored = others.flatMap((other) => {
    const score = scoreOf(own, other, related);
    return score > 0 ? [{ other, score }] : [];
  });
  scored.sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1));
  const rows = scored.slice(0, first).map(({ other, score }) => {
    const pairs = pairsOf(own, other, related);
    const shown = pairs.slice(0, LIMITS.sharedGoods).map(({ own: mine, other: theirs }, i) => [i, mine, theirs, mine === theirs] as const);
    return [other.id, score, pairs.length, shown] as const;
  });
  const cut =
    scored.length > rows.length
      ? `${scored.length} measures by others are like this; the ${rows.length} that are most alike are given. Ask for first: ${Math.min(scored.length, LIMITS.similar)}.`
      : null;
  return { rows, cut };
}

/** How alike the goods of two measures are, as `SimilarMeasure.score` words it. */
function scoreOf(own: ReadonlySet<string>, other: Compared, related: Related): number {
  const theirs = new Set(other.goods);
  const met = new Set<string>();
  let sum = 0;
  for (const good of theirs) {
    const mine = (related.get(good) ?? []).filter((id) => own.has(id));
    for (const id of mine) met.add(id);
    if (mine.length > 0) sum += own.has(good) ? 1 : RELATED;
  }
  for (const id of met) sum += theirs.has(id) ? 1 : RELATED;
  return Math.round((sum / (own.size + other.total)) * 10_000) / 10_000;
}

/** What a commodity gives to a score where the other measure covers what lies above or below it. */
const RELATED = 1 / 2;

function pairsOf(own: ReadonlySet<string>, { goods }: Compared, related: Related) {
  const pairs = goods.flatMap((other) => (related.get(other) ?? []).filter((id) => own.has(id)).map((id) => ({ own: id, other })));
  const place = (pair: (typeof pairs)[number]) => `${pair.own === pair.other ? 0 : 1}\n${pair.own}\n${pair.other}`;
  return pairs.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
