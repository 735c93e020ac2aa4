import type { ReactNode } from "react";
import { dateWords } from "../app/day.ts";
import { type Sureness, surenessWords } from "../ui/mark.tsx";
import { Empty } from "../ui/note.tsx";
import { ClaimCard } from "./claim-card.tsx";
import { Contradictions } from "./contradictions.tsx";
import type { Contradicted, Pair } from "./pairs.ts";

/** A claim about the fact, and what of it it says. */
export interface Said {
  readonly claim: Contradicted;
  /** In words; absent where it speaks of the whole. */
  readonly says?: string;
}

/** All that a fact rests on. */
export interface Evidence {
  readonly fact: ReactNode;
  readonly sureness: Sureness;
  /** Since when a source has said so, as a partial date; null where no source has a date. */
  readonly knownSince: string | null;
  readonly said: readonly Said[];
  readonly pairs: readonly Pair[];
  /** How many claims there are, in words. */
  readonly count: string;
  /** What leads on to those that are not here; absent where all are. */
  readonly more?: ReactNode;
  /** A remark on what is shown; absent where it speaks for itself. */
  readonly remark?: ReactNode;
}

/** How many claims there are, in words, and how many of them are official. */
export function claimsWords(claims: readonly Contradicted[]): string {
  const official = claims.filter(({ source }) => source.reliability === "OFFICIAL").length;
  const count = `${claims.length.toLocaleString("en")} ${claims.length === 1 ? "claim" : "claims"}`;
  return official > 0 ? `${count}, ${official} official` : count;
}

/** The evidence of one fact: how sure it is, what contradicts what, and each claim that it rests on. */
export function EvidenceBody({ evidence }: { readonly evidence: Evidence }) {
  const { fact, sureness, knownSince, said, pairs, count, more, remark } = evidence;
  return (
    <>
      <div className="evidence-fact">{fact}</div>
      <p className="evidence-sure">
        <span className={`mark-dot mark-${sureness}`} aria-hidden="true" />
        <span>
          {capital(surenessWords(sureness))}
          {knownSince && <span className="quiet">, known since {dateWords(knownSince)}</span>}
        </span>
      </p>
      {remark && <p className="evidence-remark">{remark}</p>}
      <Contradictions pairs={pairs} />
      <section className="evidence-part" aria-label="Who says so">
        <h3 className="evidence-heading">
          Who says so
          <span className="quiet tiny">{count}</span>
        </h3>
        {said.length === 0 && <Empty>No claim is recorded for it. It stands in the record alone.</Empty>}
        {said.map(({ claim, says }) => (
          <ClaimCard key={`${claim.id} ${says ?? ""}`} claim={claim} says={says} />
        ))}
        {more}
      </section>
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
