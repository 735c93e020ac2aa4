import {
  collect,
  cypher,
  EMPTY,
  itemsOf,
  ObjectBuilder,
  type ObjectOf,
  type Parameters,
  type Selected,
  selectedOn,
  shapedBy,
  type Value,
} from "../../compile/index.ts";
import { spanOf } from "../status/index.ts";
import { grouped } from "./groups.ts";
import { everyOf, type Period, periodsOf, type Span } from "./periods.ts";
import { addRows, type InOrder } from "./rows.ts";
import { type Asked, askedAt, countedIn, source, UNCERTAIN, UNDATED } from "./source.ts";

/** The fields that are read of the counts of whole periods. */
const OF_TOTALS = ["periods", "undated", "uncertain"];

/** A period with what it counts. */
interface CountedPeriod extends Period {
  readonly isRough: boolean;
  readonly count: number;
  readonly unknown: number | null;
}

/** The counts of whole periods, by their keys. */
type Totals = ReadonlyMap<string, { readonly count: number; readonly unknown: number }>;

/** statistics: measures counted by periods, all of it by one statement: a subquery for the periods, and one for each `rows`. */
export const statistics: ObjectOf = (field, site) => {
  const { context } = field;
  const asked = askedAt(context, site);
  const result = new ObjectBuilder();
  const parts = selectedOn("Statistics", field.selections, context);
  const span = (parameters: Parameters): Span => ({
    from: String(parameters[asked.from.name]),
    to: String(parameters[asked.to.name]),
    every: everyOf(site.args.text("every")),
  });
  const inOrder: InOrder = (parameters) => {
    const { from, to } = span(parameters);
    const periods = periodsOf(span(parameters));
    const placed = asked.isStock ? periods : withYears(periods, from, to);
    return new Map(placed.map(({ label, until }) => [asked.isStock ? until : label, label]));
  };
  const totals = parts.some(({ name }) => OF_TOTALS.includes(name)) ? addTotals(result, asked) : () => new Map();
  const rows = new Map(parts.flatMap((part) => (part.name === "rows" ? [[part.key, addRows(result, asked, inOrder, part)]] : [])));
  const plain = Object.fromEntries(["count", "unit", "parts"].map((name) => [name, site.args.text(name)]));
  return {
    calls: result.calls,
    columns: result.columns,
    shape: (row, parameters) => {
      const found = totals(row);
      const { from, to } = span(parameters);
      const values: Readonly<Record<string, unknown>> = {
        ...plain,
        from,
        to,
        undated: asked.isStock ? null : (found.get(UNDATED)?.count ?? 0),
        uncertain: asked.isStock ? null : (found.get(UNCERTAIN)?.count ?? 0),
      };
      return shapedBy(
        parts.map((part) => {
          if (part.name === "rows") return [part.key, rows.get(part.key)?.(row, parameters) ?? []];
          if (part.name !== "periods") return [part.key, values[part.name]];
          return [part.key, countedPeriods(found, span(parameters), asked.isStock).map((one) => shapedPeriod(one, part))];
        }),
      );
    },
  };
};

/** The periods of a span, each whole year that lies in it before its first part: where only that is known of a date. */
function withYears(periods: readonly Period[], from: string, to: string): Period[] {
  const all = new Map<string, Period>();
  for (const period of periods) {
    const label = period.label.slice(0, 4);
    const { first, last } = spanOf(label);
    if (first >= from && last <= to && !all.has(label)) all.set(label, { label, from: first, until: last });
    all.set(period.label, period);
  }
  return [...all.values()];
}

/** All periods of the span, and those years of which something is known no better. */
function countedPeriods(totals: Totals, span: Span, isStock: boolean): CountedPeriod[] {
  const periods = periodsOf(span);
  const own = new Set(periods.map(({ label }) => label));
  const placed = isStock ? periods : withYears(periods, span.from, span.to);
  return placed.flatMap((period): CountedPeriod[] => {
    const found = totals.get(isStock ? period.until : period.label);
    const isRough = !own.has(period.label);
    if (isRough && !found) return [];
    return [{ ...period, isRough, count: found?.count ?? 0, unknown: isStock ? (found?.unknown ?? 0) : null }];
  });
}

function shapedPeriod({ label, from, until, isRough, count, unknown }: CountedPeriod, { selections, context }: Selected) {
  const values: Readonly<Record<string, unknown>> = { period: label, from, until, rough: isRough, count, unknown };
  return shapedBy(selectedOn("StatisticsPeriod", selections, context).map(({ key, name }) => [key, values[name]]));
}

/** Counts whole periods: each thing that is counted once, whatever groups it is in. */
function addTotals(result: ObjectBuilder, asked: Asked): (row: readonly Value[]) => Totals {
  const { context } = asked;
  const [periods, into] = [context.name("list"), context.name("columns")];
  const { clauses, unit } = grouped(context, { ...asked, periods }, []);
  const measures = source(asked, { periods, isWhole: true, later: [clauses] });
  const found = cypher`${measures} ${clauses} ${countedIn(periods, unit, EMPTY)}`;
  result.calls.push(collect([found], [cypher`p`, cypher`k`, cypher`o`], into));
  const column = result.column(into);
  return (row) =>
    new Map(itemsOf(row[column]).map(([key, count, unknown]) => [String(key), { count: Number(count), unknown: Number(unknown) }]));
}
