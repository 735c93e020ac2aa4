import { z } from "zod";
import { rowsAfter, skipOf } from "../answer.ts";
import { McpSearchDocument } from "../generated/operations.ts";
import { NodeType } from "../generated/values.ts";
import { after, first, known, on, tool } from "../tool.ts";

/** The most hits that the graph gives. */
const MOST = 200;

/** Nodes by words. */
export const search = tool({
  name: "search",
  title: "Search",
  description:
    "Finds countries, agencies, firms, people, goods, measures, agreements, commitments, events, claims and sources by words of their names, titles and summaries, best first. Start here to find an id. Tolerates typing errors.",
  input: {
    text: z.string().min(1).max(1_000).describe("words, in any script"),
    types: z.array(z.enum(NodeType)).max(12).optional().describe("only nodes of these types"),
    on,
    known,
    first: first(10),
    after,
  },
  answer: async (args, call) => {
    const asked = Math.min(MOST, skipOf(args.after) + args.first + 1);
    const { text, types = null, on: valid = null, known: as = null } = args;
    const { search: hits } = await call.data(McpSearchDocument, { text, types, first: asked, on: valid, known: as });
    const found = hits.map(({ node }) => node);
    return {
      days: call.days(args),
      ...rowsAfter(found, args.after, args.first),
      ...(found.length === 0 ? { notes: ["Nothing holds these words: try fewer or others, or without `types`."] } : {}),
    };
  },
});
