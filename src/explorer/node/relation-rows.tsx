import { useState } from "react";
import { useDays } from "../app/address.ts";
import { NodeLink } from "../app/link.tsx";
import { useAnswer } from "../data/use-answer.ts";
import { useEvidence } from "../evidence/use-evidence.ts";
import { type MeasureStatus, NodeEdgesDocument, NodeStandingsDocument, type RelationshipType } from "../generated/operations.ts";
import { Mark, surenessOf } from "../ui/mark.tsx";
import { Problem, Skeleton } from "../ui/note.tsx";
import { StatusChip } from "../ui/status.tsx";
import { TypeTag } from "../ui/type-tag.tsx";
import { daysOf, type Edge, edgesOf, farEnd, type Group } from "./relations.ts";

/** How many edges a page of a group has. */
const PAGE = 20;

interface RowsProps {
  readonly group: Group;
  /** The far ends of edges of which sources dispute a value. */
  readonly disputed: ReadonlySet<string>;
}

/** Edges of a group, each with what it leads to, its days, and the mark that opens what it rests on. */
export function EdgeRows({ edges, group, disputed }: RowsProps & { readonly edges: readonly Edge[] }) {
  const { open } = useEvidence();
  const statusOf = useStandings(group, edges);
  return (
    <ul className="rows">
      {edges.map((edge) => {
        const end = farEnd(edge, group);
        const status = statusOf(end.id);
        return (
          <li key={`${edge.from.id} ${edge.to.id} ${edge.since}`} className="edge-row">
            <TypeTag type={end.__typename} isShort />
            <span className="edge-name">
              <NodeLink id={end.id}>{end.label}</NodeLink> {status && <StatusChip status={status} />}
              {edge.note && <span className="edge-note">{edge.note}</span>}
            </span>
            <span className="edge-days">{daysOf(edge)}</span>
            <Mark
              sureness={surenessOf(edge.certainty, edge.official, disputed.has(end.id))}
              about={`${group.label} ${end.label}`}
              onOpen={() => open({ of: "edge", from: edge.from.id, type: edge.type, to: edge.to.id, since: edge.since })}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Where the measures stand that name a node: that one names it does not say whether it still does anything. Undefined of others, and until it is answered. */
function useStandings({ type, direction }: Group, edges: readonly Edge[]): (id: string) => MeasureStatus | undefined {
  const { on, known } = useDays();
  const isNamed = (type === "TARGETS" || type === "EXEMPTS") && direction === "IN";
  const ids = isNamed ? edges.map(({ from }) => from.id) : [];
  const { data } = useAnswer(NodeStandingsDocument, { ids, on, known }, { pause: ids.length === 0, subject: ids.join(" ") });
  return (id) => data?.nodes.flatMap((node) => (node?.__typename === "Measure" && node.id === id ? [node.statusOn.status] : []))[0];
}

interface PagesProps extends RowsProps {
  readonly id: string;
  readonly type: RelationshipType;
  readonly after: string | null;
}

/** The edges of a group page by page, newest first. */
export function GroupPages({ id, type, group, disputed, after }: PagesProps) {
  const { on, known } = useDays();
  const [more, setMore] = useState(false);
  const ends = group.direction === "IN" ? { from: null, to: [id] } : { from: [id], to: null };
  const variables = { ...ends, types: [type], first: PAGE, after, on, known };
  const { data, error, again } = useAnswer(NodeEdgesDocument, variables, { subject: `${id} ${group.field}` });
  if (error && !data) return <Problem error={error} again={again} />;
  if (!data) return <Skeleton lines={Math.min(PAGE, group.totalCount)} />;
  const { nodes, pageInfo } = data.relationships;
  return (
    <>
      <EdgeRows edges={edgesOf(group, nodes)} group={group} disputed={disputed} />
      {pageInfo.hasNextPage &&
        (more ? (
          <GroupPages id={id} type={type} group={group} disputed={disputed} after={pageInfo.endCursor} />
        ) : (
          <MoreButton label={group.label} onClick={() => setMore(true)} />
        ))}
    </>
  );
}

/** Goes on with a list. */
export function MoreButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button more no-print" onClick={onClick}>
      Show more<span className="aloud">: {label}</span>
    </button>
  );
}
