import { z } from "zod";
import { rowsOf } from "../answer.ts";
import { McpDisagreementsDocument } from "../generated/operations.ts";
import { after, first, known, names, tool } from "../tool.ts";

/** Where sources can't all be right. */
export const disagreements = tool({
  name: "disagreements",
  title: "Disagreements between sources",
  description:
    "Where sources contradict each other, about the nodes in `about` or about everything: both sides side by side, with their words, days and how far each source can be relied on. No side is called right.",
  input: {
    about: names("the measures, events, agreements, firms … that it is about"),
    fields: z.array(z.string().max(200)).min(1).max(20).optional().describe("only about these fields, as `field` of a row has them"),
    known,
    first: first(10),
    after,
  },
  answer: async (args, call) => {
    const { disagreements: page } = await call.data(McpDisagreementsDocument, {
      about: await call.ids(args.about),
      fields: args.fields ?? null,
      first: args.first,
      after: args.after ?? null,
      known: args.known ?? null,
    });
    const none = page.edges.length === 0 ? { notes: ["No sources disagree about it, as far as the graph has their claims."] } : {};
    return { days: call.days(args), ...rowsOf(page), ...none };
  },
});
