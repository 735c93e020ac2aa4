import { rowsOf } from "../answer.ts";
import { Refusal } from "../ask.ts";
import { McpNodeDocument, type McpNodeQuery } from "../generated/operations.ts";
import { after, first, known, name, on, tool } from "../tool.ts";

/** One node, with what sources say of it. */
export const node = tool({
  name: "node",
  title: "A node with its evidence",
  description:
    "Everything that one node's record says (of a measure: kind, dates, rate, status; of a firm: seat, LEI; …), how many edges of each kind it has, and, row by row, what sources claim about it: in which words, how sure, of which field, from which document. `edges` lists its edges with their own evidence.",
  input: { node: name("the node"), on, known, first: first(10), after },
  answer: async (args, call) => {
    const { id, label } = await call.node(args.node);
    const [isSource, isClaim] = [id.startsWith("source:"), id.startsWith("claim:")];
    const { node: found } = await call.data(McpNodeDocument, {
      id,
      isSubject: !isSource && !isClaim,
      isSource,
      isClaim,
      first: args.first,
      after: args.after ?? null,
      on: args.on ?? null,
      known: args.known ?? null,
    });
    if (!found)
      throw new Refusal(
        `${label} (${id}) was not there yet${args.on ? ` on ${args.on}` : ""}${args.known ? `, as known on ${args.known}` : ""}. Leave the day out to see it as it is today.`,
      );
    const { list, ...facts } = parted(found);
    return { days: call.days(args), answer: facts, ...(list ? rowsOf(list) : {}) };
  },
});

type Found = NonNullable<McpNodeQuery["node"]>;

/** The node's own facts, and the list that its rows are: what is claimed of it, what a source says, what a claim is about. */
function parted(found: Found) {
  if ("said" in found && found.said) {
    const { said: list, ...facts } = found;
    return { list, ...facts };
  }
  if ("about" in found && found.about) {
    const { about: list, ...facts } = found;
    return { list, ...facts };
  }
  if ("claims" in found && found.claims) {
    const { claims: list, ...facts } = found;
    return { list, ...facts };
  }
  return { list: null, ...found };
}
