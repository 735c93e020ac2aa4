import { useState } from "react";
import { useDays } from "../app/address.ts";
import { dateWords } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { fieldWords } from "../data/field-words.ts";
import { kindOf } from "../data/node-id.ts";
import { useAnswer } from "../data/use-answer.ts";
import { wordsOf } from "../data/words.ts";
import { type ClaimRowFragment, NodeSayingsDocument, type NodeSayingsQuery } from "../generated/operations.ts";
import { Problem, Skeleton } from "../ui/note.tsx";
import { TypeTag } from "../ui/type-tag.tsx";
import { MoreButton } from "./relation-rows.tsx";
import type { Group } from "./relations.ts";

interface SayingsProps {
  readonly id: string;
  readonly field: string;
  readonly group: Group;
  readonly after?: string | null;
}

/** Edges without days: what is said of a node, what a source says, what a claim is about. */
export function SayingPages({ id, field, group, after = null }: SayingsProps) {
  const { on, known } = useDays();
  const [more, setMore] = useState(false);
  const isListed = field !== "source" && field !== "contradicts";
  const { data, error, again } = useAnswer(NodeSayingsDocument, { id, ...kindOf(id), after, on, known }, { subject: id, pause: !isListed });
  if (!isListed) return <Names group={group} />;
  if (error && !data) return <Problem error={error} again={again} />;
  if (!data) return <Skeleton lines={Math.min(5, group.totalCount)} />;
  const { items, next } = itemsOf(data.node, field);
  return (
    <>
      <ul className="rows">{items}</ul>
      {next !== null &&
        (more ? (
          <SayingPages id={id} field={field} group={group} after={next} />
        ) : (
          <MoreButton label={group.label} onClick={() => setMore(true)} />
        ))}
    </>
  );
}

function Names({ group }: { readonly group: Group }) {
  return (
    <ul className="rows">
      {group.nodes.map(({ __typename, id, label }) => (
        <li key={id} className="edge-row">
          <TypeTag type={__typename} isShort />
          <NodeLink id={id}>{label}</NodeLink>
        </li>
      ))}
    </ul>
  );
}

interface Items {
  readonly items: readonly React.ReactNode[];
  readonly next: string | null;
}

function itemsOf(node: NodeSayingsQuery["node"], field: string): Items {
  if (node && "says" in node && node.says) {
    return { items: node.says.nodes.map((claim) => <ClaimItem key={claim.id} claim={claim} isOfSource />), next: nextOf(node.says) };
  }
  if (node && "about" in node && node.about && field === "about") {
    const items = node.about.edges.map(({ field: named, node: thing }) => (
      <li key={`${thing.id} ${named}`} className="edge-row">
        <TypeTag type={thing.__typename} isShort />
        <span className="edge-name">
          <NodeLink id={thing.id}>{thing.label}</NodeLink>
          {named && <span className="edge-note">{fieldWords(named)}</span>}
        </span>
      </li>
    ));
    return { items, next: nextOf(node.about) };
  }
  if (node && "claims" in node && node.claims) {
    const byId = new Map(node.claims.edges.map(({ node: claim }) => [claim.id, claim]));
    return { items: [...byId.values()].map((claim) => <ClaimItem key={claim.id} claim={claim} />), next: nextOf(node.claims) };
  }
  return { items: [], next: null };
}

const nextOf = ({ pageInfo }: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } }) =>
  pageInfo.hasNextPage ? pageInfo.endCursor : null;

function ClaimItem({ claim, isOfSource = false }: { readonly claim: ClaimRowFragment; readonly isOfSource?: boolean }) {
  return (
    <li className="edge-row">
      <TypeTag type="Claim" isShort />
      <span className="edge-name">
        <NodeLink id={claim.id}>{claim.label}</NodeLink>
        {!isOfSource && <span className="edge-note">{claim.source.publisher ?? claim.source.title}</span>}
      </span>
      <span className="edge-days">
        {wordsOf("Certainty", claim.certainty)}
        {claim.recordedOn && `, ${dateWords(claim.recordedOn)}`}
      </span>
    </li>
  );
}
