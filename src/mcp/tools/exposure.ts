import { z } from "zod";
import { rowsAfter, skipOf } from "../answer.ts";
import { McpExposureDocument } from "../generated/operations.ts";
import { MeasureStatus } from "../generated/values.ts";
import { after, first, known, name, on, tool } from "../tool.ts";

/** The most measures that the graph gives. */
const MOST = 200;

/** What reaches a firm, a country or goods. */
export const exposure = tool({
  name: "exposure",
  title: "Exposure",
  description:
    "The measures that reach a firm, a country or goods on a day, the nearest first, each with the chain of sourced edges by which it does: by name, through owners, the country of its seat or its bloc, or goods that it makes or uses.",
  input: {
    node: name("the firm, country, bloc or goods"),
    status: z.array(z.enum(MeasureStatus)).min(1).default(["IN_FORCE"]).describe("only measures that stand so on the day"),
    on,
    known,
    first: first(8),
    after,
  },
  answer: async (args, call) => {
    const { id } = await call.node(args.node, ["FIRM", "COUNTRY", "COMMODITY"]);
    const { node } = await call.data(McpExposureDocument, {
      id,
      on: args.on ?? null,
      status: args.status,
      first: Math.min(MOST, skipOf(args.after) + args.first + 1),
      known: args.known ?? null,
    });
    const reached = node && "exposure" in node ? node.exposure : [];
    const rows = reached.map(({ hops, ...row }) => ({ ...row, chain: hops.map(({ relationship }) => relationship) }));
    return {
      days: call.days(args, true),
      ...rowsAfter(rows, args.after, args.first),
      ...(rows.length === 0 ? { notes: [`No measure of the graph that is ${args.status.join(" or ")} reaches it on that day.`] } : {}),
    };
  },
});
