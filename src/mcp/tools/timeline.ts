import { z } from "zod";
import { rowsOf } from "../answer.ts";
import { Refusal } from "../ask.ts";
import { McpTimelineDocument } from "../generated/operations.ts";
import { TimelineKind } from "../generated/values.ts";
import { after, first, known, names, partialDay, tool } from "../tool.ts";

/** Of what there may be a timeline, by the prefix of its id. */
const LISTS: Readonly<Record<string, "actors" | "commodities" | "measures">> = {
  country: "actors",
  agency: "actors",
  firm: "actors",
  person: "actors",
  commodity: "commodities",
  measure: "measures",
};

/** What happened, day by day. */
export const timeline = tool({
  name: "timeline",
  title: "Timeline",
  description:
    "What happened, day by day, each entry with its sources: what was announced, came into force, was suspended, ended, agreed, said, licensed. About countries, agencies, firms, people, goods or measures (`about`), or about everything in a span of days.",
  input: {
    about: names("countries, agencies, firms, people, goods, measures; an entry has to do with one of each sort"),
    kinds: z.array(z.enum(TimelineKind)).min(1).optional().describe("only entries of these kinds"),
    from: partialDay("on this day or later"),
    to: partialDay("on this day or before"),
    newestFirst: z.boolean().default(false).describe("newest first instead of oldest"),
    known,
    first: first(15),
    after,
  },
  answer: async (args, call) => {
    const about = { actors: [], commodities: [], measures: [] } as Record<"actors" | "commodities" | "measures", string[]>;
    for (const id of (await call.ids(args.about)) ?? []) {
      const list = LISTS[id.replace(/:.*/, "")];
      if (!list)
        throw new Refusal(
          `There is no timeline of ${id}: give countries, agencies, firms, people, goods or measures. \`edges\` shows what an event or an agreement has to do with.`,
        );
      about[list].push(id);
    }
    const { timeline: page } = await call.data(McpTimelineDocument, {
      actors: given(about.actors),
      commodities: given(about.commodities),
      measures: given(about.measures),
      kinds: args.kinds ?? null,
      from: args.from ?? null,
      to: args.to ?? null,
      direction: args.newestFirst ? "DESC" : "ASC",
      first: args.first,
      after: args.after ?? null,
      known: args.known ?? null,
    });
    const world = args.from || args.to ? `${args.from ?? "the first day"} to ${args.to ?? "the last day"}` : "all days that the graph has";
    return { days: { world, known: call.known(args.known) }, ...rowsOf(page) };
  },
});

/** An empty list would ask for nothing. */
const given = (ids: string[]): string[] | null => (ids.length === 0 ? null : ids);
