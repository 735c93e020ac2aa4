import { ClaimCard } from "./claim-card.tsx";
import type { Pair, Side } from "./pairs.ts";

/** What can't both be right, side by side, both sides laid out alike. */
export function Contradictions({ pairs, level = 3 }: { readonly pairs: readonly Pair[]; readonly level?: 2 | 3 }) {
  if (pairs.length === 0) return null;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="evidence-part" aria-label="Where sources disagree">
      <Heading className="evidence-heading">{pairs.length === 1 ? "Sources disagree" : `Sources disagree, ${pairs.length} times`}</Heading>
      {pairs.map(({ key, about, sides: [one, other] }) => (
        <figure key={key} className="pair">
          <figcaption className="pair-about">{about ?? "They can’t both be right"}</figcaption>
          <div className="pair-sides">
            <SideShown side={one} />
            <SideShown side={other} />
          </div>
        </figure>
      ))}
    </section>
  );
}

function SideShown({ side: { claim, value } }: { readonly side: Side }) {
  if (claim) return <ClaimCard claim={claim} says={value ?? undefined} />;
  return (
    <article className="claim">
      <p className="claim-says">{value ?? "Another value"}</p>
      <p className="claim-statement">The record’s own value, which no claim gives. It rests on what is said of the whole.</p>
    </article>
  );
}
