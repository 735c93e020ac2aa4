import { Refusal } from "../ask.ts";
import { McpStatusDocument } from "../generated/operations.ts";
import { day, known, name, on, tool } from "../tool.ts";

/** Where a measure stands. */
export const status = tool({
  name: "status",
  title: "Status of a measure on a day",
  description:
    "Whether a measure was in force, suspended, ended, not yet announced … on a day, which act decided that and who says so; and the spans of its whole life. With `known`: as it looked from a day, without what was published later.",
  input: {
    measure: name("the measure"),
    on,
    known,
    from: day("first day of the spans").optional(),
    to: day("last day of the spans").optional(),
  },
  answer: async (args, call) => {
    const { id, label } = await call.node(args.measure, ["MEASURE"]);
    const { measure } = await call.data(McpStatusDocument, {
      id,
      on: args.on ?? null,
      from: args.from ?? null,
      to: args.to ?? null,
      known: args.known ?? null,
    });
    if (!measure)
      throw new Refusal(
        `As known on ${args.known}, no source had spoken of ${label} (${id}) yet. Leave \`known\` out, or give a later day.`,
      );
    const { claims, ...answer } = measure;
    const { edges, totalCount } = claims;
    // What is claimed of it is no list to turn pages of here: `node` has all.
    const said = edges.map(({ node, ...own }) => ({ ...own, ...node }));
    return { days: call.days(args, true), answer: { ...answer, claims: { nodes: said, totalCount } } };
  },
});
