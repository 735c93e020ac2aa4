import { addGathered, type ComputedField } from "../../compile/index.ts";
import type { Model } from "../../model/index.ts";
import { chain, type Links } from "./chain.ts";

/** causalChain: what brought an act about, back to the first causes, and what it brought about, forward to the last effects. */
export const causalChain: ComputedField = {
  select: (object, node, [owner], field) =>
    addGathered(object, ({ context }, site) => chain(context, site, "CausalStep", causalLinks(context.model)), node, owner, field),
};

/** The edges that the schema marks with @causal: forward leads from the cause to the effect. */
function causalLinks({ edges }: Model): Links {
  const causal = (cause: "FROM" | "TO") => [...edges.values()].filter((edge) => edge.cause === cause).map(({ type }) => type);
  return { along: causal("FROM"), against: causal("TO") };
}
