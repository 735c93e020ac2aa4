import { z } from "zod";
import { rowsOf } from "../answer.ts";
import { Refusal } from "../ask.ts";
import { McpEdgesDocument } from "../generated/operations.ts";
import { RelationshipType } from "../generated/values.ts";
import { after, first, known, names, on, tool } from "../tool.ts";

/** Dated edges, each with what it rests on. */
export const edges = tool({
  name: "edges",
  title: "Edges with their evidence",
  description:
    "The dated edges that begin at some nodes (`from`), lead to some (`to`), or join both: who imposed what (measure IMPOSED_BY agency), on which goods (measure COVERS commodity), aimed at whom (TARGETS), what ended, suspended, caused or answered what. Each with its first and last day, certainty and claims. Newest first.",
  input: {
    from: names("where edges begin"),
    to: names("where they lead"),
    types: z.array(z.enum(RelationshipType)).max(40).optional().describe("only edges of these types; `node` shows which a node has"),
    on,
    known,
    first: first(10),
    after,
  },
  answer: async (args, call) => {
    if (args.from === undefined && args.to === undefined && args.types === undefined)
      throw new Refusal("Say of what: `from`, `to` or `types`. The edges of one node are from it or to it: two questions.");
    const [from, to] = await Promise.all([call.ids(args.from), call.ids(args.to)]);
    const { relationships } = await call.data(McpEdgesDocument, {
      from,
      to,
      types: args.types ?? null,
      first: args.first,
      after: args.after ?? null,
      on: args.on ?? null,
      known: args.known ?? null,
    });
    return { days: call.days(args), ...rowsOf(relationships) };
  },
});
