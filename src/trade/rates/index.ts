import {
  type Context,
  fullId,
  inOrderOfDays,
  NOTES,
  type ObjectOf,
  type Parameter,
  type Parameters,
  type Selected,
  type Site,
  type Value,
} from "../../compile/index.ts";
import { requestError } from "../../model/index.ts";
import { knownDay, knownOn } from "../status/index.ts";
import { type Asked, MOST_LAYERS } from "./gather.ts";
import { stackOn } from "./law.ts";
import { compileRates, type ReadRates } from "./select.ts";
import { type Span, stacksBetween } from "./series.ts";

export { MOST_LAYERS };

/** The most rows of a span: beyond, it is refused. */
export const MOST_ROWS = 100;

/** effectiveRate: the duties on a line on a day. One statement gathers what may matter on any day; which of it counts is decided as the rows are shaped. */
export const effectiveRate: ObjectOf = (field, site) => {
  const day = site.args.has("on") ? site.text("on") : (field.context.asOf.valid?.day ?? field.context.today());
  return compiled(field, site, (rates, row, parameters) => {
    const on = String(parameters[day.name]);
    const { line, candidates, isCut } = rates.facts(row);
    return rates.read(row, parameters)({ from: on, until: on, stack: stackOn(line, candidates, isCut)(on) });
  });
};

/** effectiveRates: the same over a span, a row for each time in which nothing changes. */
export const effectiveRates: ObjectOf = (field, site) => {
  const from = site.parameter((args) => inOrderOfDays(args).text("from"));
  const to = site.text("to");
  const plan = compiled(field, site, (rates, row, parameters) => {
    const { line, candidates, isCut } = rates.facts(row);
    const span = { from: String(parameters[from.name]), to: String(parameters[to.name]), most: MOST_ROWS };
    return within(stacksBetween(line, candidates, isCut, span)).map(rates.read(row, parameters));
  });
  return { ...plan, shape: (row, parameters) => plan.shape(row, parameters) ?? [] };
};

/** The rows of a span, unless there are too many. Throws BAD_FILTER. */
function within(rows: readonly Span[]): readonly Span[] {
  const beyond = rows[MOST_ROWS];
  if (!beyond) return rows;
  const message = `to: there are more than ${MOST_ROWS} rows by then. Ask for the days before ${beyond.from}, and then go on from there.`;
  throw requestError("BAD_FILTER", message);
}

/** Compiles the arguments and the selection; the value is null where the importer, the exporter or the goods are not in the graph. */
function compiled(
  field: Selected,
  site: Site,
  shape: (rates: ReadRates, row: readonly Value[], parameters: Parameters) => unknown,
): ReturnType<ObjectOf> {
  const known = knownDay(field.context, site);
  const context = knownOn(field.context, known);
  const asked = askedOf(context, site, known);
  const rates = compileRates(context, asked, field.selections);
  const watched = field.context.field;
  const lookup = context.model.lookups.find(({ type }) => type === "Commodity");
  return {
    calls: rates.calls,
    columns: rates.columns,
    shape: (row, parameters) => {
      const { line } = rates.facts(row);
      const missing = [...(line.authorities.length === 0 ? [asked.importer] : []), ...(line.partners.length === 0 ? [asked.exporter] : [])];
      for (const { name } of missing) parameters[NOTES]?.missing(watched, String(parameters[name]));
      const [code, edition] = [asked.code, asked.edition].map(({ name }) => String(parameters[name]));
      if (line.goods.length === 0 && lookup && code && edition)
        parameters[NOTES]?.missingCode(watched, { lookup, value: code, within: [edition] });
      return missing.length > 0 || line.goods.length === 0 ? null : shape(rates, row, parameters);
    },
  };
}

function askedOf(context: Context, site: Site, known: Parameter | null): Asked {
  const country = (name: string) => site.parameter((args) => fullId(context.model, args.text(name), name, { types: ["Country"] }));
  return {
    importer: country("importer"),
    exporter: country("exporter"),
    code: site.text("hsCode"),
    edition: site.text("edition"),
    known,
  };
}
