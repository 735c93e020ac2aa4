import type { Certainty, Reliability } from "../generated/operations.ts";
import { type Sureness, surenessOf } from "../ui/mark.tsx";

/** From the surest down, as the schema orders them. */
const ORDER: readonly Certainty[] = ["CONFIRMED", "REPORTED", "ALLEGED", "FORECAST", "INFERRED", "UNVERIFIED"];

/** What of a claim decides how sure it makes a fact. */
export interface Weighed {
  readonly certainty: Certainty;
  readonly source: { readonly reliability: Reliability };
}

/** How sure a fact is that rests on these claims: as sure as the surest of them, official where any of their sources is. */
export function surenessOfClaims(claims: readonly Weighed[], contradicted: boolean): Sureness {
  const best = ORDER.find((certainty) => claims.some((claim) => claim.certainty === certainty)) ?? null;
  const official = claims.some(({ source }) => source.reliability === "OFFICIAL");
  return surenessOf(best, official, contradicted);
}
