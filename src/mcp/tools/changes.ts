import { z } from "zod";
import { rowsOf } from "../answer.ts";
import { McpChangesDocument } from "../generated/operations.ts";
import { ChangeKind } from "../generated/values.ts";
import { after, day, first, known, names, tool } from "../tool.ts";

/** What is another between two days. */
export const changes = tool({
  name: "changes",
  title: "Changes between two days",
  description:
    "What differs between two days: acts and edges that are new or ended, fields and statuses with another value, each with what says so. In the world (axis VALID), or in what sources had published (axis RECORDED: what we have learnt since).",
  input: {
    from: day("the day before the first one that counts, YYYY-MM-DD"),
    to: day("the last day that counts, YYYY-MM-DD"),
    axis: z.enum(["VALID", "RECORDED"]).default("VALID").describe("VALID: in the world; RECORDED: in what was published"),
    about: names("only of these nodes and what lies below them"),
    kinds: z.array(z.enum(ChangeKind)).min(1).optional().describe("only such changes; CHANGED has statuses"),
    known,
    first: first(15),
    after,
  },
  answer: async (args, call) => {
    const { changes: page } = await call.data(McpChangesDocument, {
      from: args.from,
      to: args.to,
      axis: args.axis,
      about: await call.ids(args.about),
      kinds: args.kinds ?? null,
      first: args.first,
      after: args.after ?? null,
      known: args.known ?? null,
    });
    const what = args.axis === "VALID" ? "in the world" : "in what was published";
    return { days: { world: `after ${args.from}, up to ${args.to}, ${what}`, known: call.known(args.known) }, ...rowsOf(page) };
  },
});
