import type { Certainty, Reliability } from "../generated/operations.ts";
import "./mark.css";

/** How sure a fact is, as a small mark. */
export type Sureness = "official" | "reported" | "unsure" | "split" | "bare";

/** The mark of a fact: split where sources contradict each other, bare where nothing says how sure it is. */
export function surenessOf(certainty: Certainty | null, official: boolean, contradicted = false): Sureness {
  if (contradicted) return "split";
  if (certainty === null) return "bare";
  if (certainty === "CONFIRMED") return official ? "official" : "reported";
  return certainty === "REPORTED" ? "reported" : "unsure";
}

/** Surest first, as the schema orders them. */
const SUREST: readonly Certainty[] = ["CONFIRMED", "REPORTED", "ALLEGED", "FORECAST", "INFERRED", "UNVERIFIED"];

/** How sure a fact is that rests on these claims: as sure as the surest of them, official where any of their sources is. */
export function surenessOfClaims(
  claims: readonly { readonly certainty: Certainty; readonly source: { readonly reliability: Reliability } }[],
  contradicted = false,
): Sureness {
  const surest = SUREST.find((certainty) => claims.some((claim) => claim.certainty === certainty)) ?? null;
  const official = claims.some(({ source }) => source.reliability === "OFFICIAL");
  return surenessOf(surest, official, contradicted);
}

const MEANINGS: Readonly<Record<Sureness, string>> = {
  official: "confirmed by an official source",
  reported: "reported",
  unsure: "alleged, forecast or inferred",
  split: "sources contradict each other",
  bare: "no claim of its own",
};

/** What a mark means, in words. */
export const surenessWords = (sureness: Sureness): string => MEANINGS[sureness];

/** The mark that a fact wears: the button that opens what it rests on. */
export function Mark({ sureness, about, onOpen }: { readonly sureness: Sureness; readonly about: string; readonly onOpen: () => void }) {
  const words = `Evidence for ${about}: ${MEANINGS[sureness]}`;
  return (
    <button type="button" className="mark" title={words} aria-label={words} onClick={onOpen}>
      <span className={`mark-dot mark-${sureness}`} aria-hidden="true" />
    </button>
  );
}
