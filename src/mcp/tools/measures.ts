import { z } from "zod";
import { rowsOf } from "../answer.ts";
import { McpMeasuresDocument, type MeasureFilter } from "../generated/operations.ts";
import { MeasureEffect, MeasureKind, MeasureStatus, Reach, TradeFlow } from "../generated/values.ts";
import { after, first, known, names, on, partialDay, tool } from "../tool.ts";

const several = <const Values extends readonly [string, ...string[]]>(values: Values, what: string) =>
  z.array(z.enum(values)).min(1).optional().describe(what);

/** Measures by plain filters. */
export const measures = tool({
  name: "measures",
  title: "Measures",
  description:
    "Measures of trade policy (tariffs, export controls, bans, quotas, subsidies, listings …) by who imposed them, at whom they are aimed, on which goods, of what kind, when announced, and how they stand on a day; each with who, whom, what, rate, status and sources. Newest first. For what reaches a firm through its owners, seat or goods use `exposure`; for the sum of duties `effective_rate`.",
  input: {
    imposedBy: names("countries, blocs or agencies that imposed them; of a country its agencies too"),
    targets: names("countries, blocs, firms, agencies or people at whom they are aimed"),
    covers: names("goods on which they are"),
    reach: z
      .enum(Reach)
      .default("ALL")
      .describe(
        "what `targets` and `covers` stand for. ALL: the node, what lies below and above it (of 850511 its chapter and `All goods` too; of Germany the EU too). BELOW, ABOVE, EXACT: only these",
      ),
    kinds: several(MeasureKind, "only of these kinds"),
    effect: several(MeasureEffect, "only those that restrict trade, or widen it"),
    flow: several(TradeFlow, "only on imports, or exports"),
    status: several(MeasureStatus, "only those that stand so on the day `on` (today when left out)"),
    announcedFrom: partialDay("announced on this day or later"),
    announcedTo: partialDay("announced on this day or before"),
    parts: z
      .boolean()
      .default(true)
      .describe("false leaves out measures that are parts of others: a package and its parts are one act told twice"),
    oldestFirst: z.boolean().default(false).describe("oldest first instead of newest"),
    on,
    known,
    first: first(10),
    after,
  },
  answer: async (args, call) => {
    const [imposedBy, targets, covers] = await Promise.all([
      call.ids(args.imposedBy, ["COUNTRY", "AGENCY"]),
      call.ids(args.targets, ["COUNTRY", "AGENCY", "FIRM", "PERSON"]),
      call.ids(args.covers, ["COMMODITY"]),
    ]);
    const { kinds: kind = null, effect = null, flow = null, reach, announcedFrom: from, announcedTo: to } = args;
    const filter: MeasureFilter = {
      kind,
      effect,
      flow,
      ...(args.parts ? {} : { isPart: false }),
      ...(args.status ? { status: { in: args.status } } : {}),
      ...(from || to ? { announcedOn: { from: from ?? null, to: to ?? null } } : {}),
      all: [...(imposedBy ? [{ imposedBy }] : []), ...(targets ? [{ targets, reach }] : []), ...(covers ? [{ covers, reach }] : [])],
    };
    const { measures: page } = await call.data(McpMeasuresDocument, {
      filter,
      direction: args.oldestFirst ? "ASC" : "DESC",
      first: args.first,
      after: args.after ?? null,
      on: args.on ?? null,
      known: args.known ?? null,
    });
    return { days: call.days(args), ...rowsOf(page) };
  },
});
