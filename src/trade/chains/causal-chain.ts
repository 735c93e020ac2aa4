import { gatheredField } from "../../compile/index.ts";
import type { Model } from "../../model/index.ts";
import { chain, type Links } from "./chain.ts";

/** causalChain: what brought an act about, back to the first causes, and what it brought about, forward to the last effects. */
export const causalChain = gatheredField((context, site) => chain(context, site, "CausalStep", causalLinks(context.model)));

/** The edges that the schema marks with @causal: forward leads from the cause to the effect. */
function causalLinks({ edges }: Model): Links {
  const causal = (cause: "FROM" | "TO") => [...edges.values()].filter((edge) => edge.cause === cause).map(({ type }) => type);
  return { along: causal("FROM"), against: causal("TO") };
}
