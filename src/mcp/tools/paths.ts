import { z } from "zod";
import { rowsAfter, skipOf } from "../answer.ts";
import { McpPathsDocument } from "../generated/operations.ts";
import { RelationshipType } from "../generated/values.ts";
import { after, first, known, name, on, tool } from "../tool.ts";

/** The most paths that the graph gives. */
const MOST = 50;

/** What joins two nodes. */
export const paths = tool({
  name: "paths",
  title: "Paths between two nodes",
  description:
    "What joins two nodes: the shortest ways along dated edges, each edge with its days, certainty and sources. For instance from a firm whose plant stopped to the ministry whose controls caused it.",
  input: {
    from: name("where paths begin"),
    to: name("where they end"),
    maxLength: z.int().min(1).max(6).default(4).describe("edges of a path at most"),
    types: z.array(z.enum(RelationshipType)).min(1).max(40).optional().describe("only along edges of these types"),
    inTimeOrder: z.boolean().default(false).describe("only paths that do not go back in time"),
    on,
    known,
    first: first(3, MOST),
    after,
  },
  answer: async (args, call) => {
    const [from, to] = await Promise.all([call.node(args.from), call.node(args.to)]);
    const { paths: found } = await call.data(McpPathsDocument, {
      from: [from.id],
      to: [to.id],
      maxLength: args.maxLength,
      types: args.types ?? null,
      inTimeOrder: args.inTimeOrder,
      first: Math.min(MOST, skipOf(args.after) + args.first + 1),
      on: args.on ?? null,
      known: args.known ?? null,
    });
    const rows = found.map(({ length, nodes, hops }) => ({
      length,
      way: nodes,
      edges: hops.flatMap(({ relationships }) => relationships),
    }));
    return {
      days: call.days(args),
      ...rowsAfter(rows, args.after, args.first),
      ...(rows.length === 0
        ? { notes: [`Nothing joins the two within ${args.maxLength} edges. A larger maxLength (6 at most) may find more.`] }
        : {}),
    };
  },
});
