import { dateWords } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { wordsOf } from "../data/words.ts";
import type { ClaimShownFragment } from "../generated/operations.ts";

interface CardProps {
  readonly claim: ClaimShownFragment;
  /** What of the fact it gives, in words: `Announced: 5 Apr 2025`; absent where it speaks of the whole. */
  readonly says?: string | undefined;
}

/** One claim: what it says, in our words and in the source's, and who says it when. All claims look alike, whichever side they are on. */
export function ClaimCard({ claim, says }: CardProps) {
  const { source } = claim;
  return (
    <article className="claim" lang="en">
      {says && <p className="claim-says">{says}</p>}
      <p className="claim-statement">{claim.statement ?? (claim.quote ? null : claim.label)}</p>
      {claim.quote && (
        <blockquote className="claim-quote" lang={source.language ?? undefined}>
          “{claim.quote}”
        </blockquote>
      )}
      <p className="claim-source">
        <NodeLink id={source.id} className="claim-publisher">
          {source.publisher ?? source.title}
        </NodeLink>
        <span>{dateOf(source)}</span>
      </p>
      <ul className="claim-tags">
        <li>{source.reliability === "OFFICIAL" ? "Official source" : wordsOf("Reliability", source.reliability)}</li>
        <li>{wordsOf("Certainty", claim.certainty)}</li>
        {claim.locator && <li>{claim.locator}</li>}
      </ul>
      {claim.attributedTo && <p className="claim-cites">It cites: {claim.attributedTo}</p>}
      <p className="claim-links">
        {source.url && (
          <a href={source.url} rel="noreferrer noopener" target="_blank">
            Read the source<span className="aloud"> ({source.title}), in a new window</span>
          </a>
        )}
        <NodeLink id={claim.id}>
          This claim<span className="aloud">: {claim.label}</span>
        </NodeLink>
      </p>
    </article>
  );
}

function dateOf({ publishedOn, retrievedOn }: ClaimShownFragment["source"]): string {
  if (publishedOn) return dateWords(publishedOn);
  return retrievedOn ? `read ${dateWords(retrievedOn)}` : "no date";
}
