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

/** Surest first. */
const SUREST: readonly Certainty[] = ["CONFIRMED", "REPORTED", "ALLEGED", "FORECAST", "INFERRED", "UNVERIFIED"];

/** The mark of what several claims say together: that of the surest. */
export function surenessOfClaims(
  claims: readonly { readonly certainty: Certainty | null; readonly source: { readonly reliability: Reliability } }[],
): Sureness {
  const certainty = SUREST.find((sure) => claims.some((claim) => claim.certainty === sure)) ?? null;
  return surenessOf(
    certainty,
    claims.some(({ source }) => source.reliability === "OFFICIAL"),
  );
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
