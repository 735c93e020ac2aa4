import { ViewLink } from "../app/link.tsx";
import { useEvidence } from "../evidence/use-evidence.ts";
import { Mark, type Sureness } from "../ui/mark.tsx";
import { StatusChip } from "../ui/status.tsx";
import { TypeTag } from "../ui/type-tag.tsx";
import type { PageNode } from "./facts.ts";

/** How many other names stand at the head before the rest is folded. */
const NAMES = 6;

/** What the page is about: its name, its type, what it is in a sentence, and its other names. */
export function NodeHead({ node, sureness }: { readonly node: PageNode; readonly sureness: Sureness }) {
  const { open } = useEvidence();
  const hasEvidence = node.__typename !== "Claim" && node.__typename !== "Source";
  return (
    <header className="node-head">
      <p className="node-kicker">
        <TypeTag type={node.__typename} />
        {node.__typename === "Measure" && <StatusChip status={node.statusOn.status} />}
        {node.__typename === "Commitment" && <CommitmentStanding node={node} />}
      </p>
      <h1 className="node-title">
        {node.label} {hasEvidence && <Mark sureness={sureness} about={node.label} onOpen={() => open({ of: "node", id: node.id })} />}
      </h1>
      {"summary" in node && node.summary && <p className="node-summary">{node.summary}</p>}
      {"aliases" in node && node.aliases.length > 0 && <Aliases names={node.aliases} />}
      <p className="node-ways no-print">
        {node.__typename !== "Claim" && node.__typename !== "Source" && (
          <ViewLink to="/graph" asked={{ at: node.id }} className="button">
            Open as graph
          </ViewLink>
        )}
      </p>
    </header>
  );
}

function Aliases({ names }: { readonly names: readonly string[] }) {
  const [first, rest] = [names.slice(0, NAMES), names.slice(NAMES)];
  return (
    <div className="node-aliases">
      <span>Also: {first.join(" · ")}</span>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more names</summary>
          {rest.join(" · ")}
        </details>
      )}
    </div>
  );
}

function CommitmentStanding({ node }: { readonly node: PageNode & { readonly __typename: "Commitment" } }) {
  const { standing, daysLate } = node.scoreOn;
  return (
    <span className="small">
      {STANDINGS[standing]}
      {daysLate !== null && `, ${daysLate} ${daysLate === 1 ? "day" : "days"}`}
    </span>
  );
}

const STANDINGS: Readonly<Record<(PageNode & { readonly __typename: "Commitment" })["scoreOn"]["standing"], string>> = {
  NOT_YET_UNDERTAKEN: "Not yet undertaken",
  BROKEN: "Broken",
  KEPT_LATE: "Kept, late",
  KEPT: "Kept",
  KEPT_PERHAPS_LATE: "Kept, perhaps late",
  LATE: "Late",
  OPEN: "Open",
};
