import { useDays } from "../app/address.ts";
import { spanWords } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { useAnswer } from "../data/use-answer.ts";
import { EdgeEvidenceDocument, type EdgeEvidenceQuery, type EdgeType, type RelationshipType } from "../generated/operations.ts";
import { surenessOf } from "../ui/mark.tsx";
import { Empty, Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { claimsWords, type Evidence, EvidenceBody } from "./body.tsx";
import { pairsOf } from "./pairs.ts";
import type { EvidenceOf } from "./reference.ts";
import { remarkOn } from "./remark.tsx";

type Edge = EdgeEvidenceQuery["relationships"]["nodes"][number];

/** What an edge rests on. */
export function EdgeEvidence({ edge }: { readonly edge: EvidenceOf & { readonly of: "edge" } }) {
  const { on, known } = useDays();
  const { from, to } = edge;
  const { data, error, again, warnings } = useAnswer(
    EdgeEvidenceDocument,
    { from, to, type: edge.type as RelationshipType, like: edge.type as EdgeType, on, known },
    { subject: `${from} ${edge.type} ${to}` },
  );
  if (error && !data) return <Problem error={error} again={again} />;
  if (!data) return <Skeleton lines={8} />;
  const all = data.relationships.nodes;
  const found = all.find(({ since }) => (since ?? null) === edge.since) ?? all[0];
  if (!found) return <Empty>On this day it did not hold, or nobody had spoken of it. Choose another day, or go back to today.</Empty>;
  return (
    <>
      <EvidenceBody evidence={evidenceOf(data, found)} />
      <Warnings warnings={warnings} />
    </>
  );
}

function evidenceOf(data: EdgeEvidenceQuery, edge: Edge): Evidence {
  const disagreed = data.disagreements.nodes.filter((row) => row.field?.includes("(") && row.otherEnd?.id === edge.to.id);
  const pairs = pairsOf(disagreed, edge.claims);
  const label = data.start?.neighbours.find(({ direction }) => direction !== "IN")?.label ?? "leads to";
  return {
    fact: (
      <>
        <NodeLink id={edge.from.id}>{edge.from.label}</NodeLink>
        <span className="evidence-verb">{label}</span>
        <NodeLink id={edge.to.id}>{edge.to.label}</NodeLink>
        <p className="evidence-days">{spanWords(edge.since, edge.until) || "No source dates it"}</p>
        {edge.note && <p className="evidence-note">{edge.note}</p>}
      </>
    ),
    sureness: surenessOf(edge.certainty, edge.official, pairs.length > 0),
    knownSince: edge.recordedOn,
    said: edge.claims.map((claim) => ({ claim })),
    pairs,
    count: claimsWords(edge.claims),
    ...remarkOn(edge.claims),
  };
}
