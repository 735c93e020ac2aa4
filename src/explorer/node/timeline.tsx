import { useState } from "react";
import { useDays } from "../app/address.ts";
import { dateWords } from "../app/day.ts";
import { NodeLink, ViewLink } from "../app/link.tsx";
import { useAnswer } from "../data/use-answer.ts";
import { wordsOf } from "../data/words.ts";
import { type MomentsFragment, NodeTimelineDocument } from "../generated/operations.ts";
import { Empty, Problem, Skeleton } from "../ui/note.tsx";
import type { PageNode } from "./facts.ts";
import { MoreButton } from "./relation-rows.tsx";

/** How many entries a further page has. */
const PAGE = 30;

/** What happened around the node, newest first. */
export function NodeTimeline({ node }: { readonly node: PageNode }) {
  const { timeline } = node;
  const asked = timelineOf(node);
  return (
    <section className="node-part" aria-label="What happened around it">
      <div className="node-part-head">
        <h2>
          What happened around it <span className="group-count">{timeline.totalCount.toLocaleString("en")}</span>
        </h2>
        {asked && (
          <ViewLink to="/timeline" asked={asked} className="no-print">
            See it as a timeline
          </ViewLink>
        )}
      </div>
      {timeline.nodes.length === 0 ? (
        <Empty>Nothing dated has to do with it by this day.</Empty>
      ) : (
        <Moments moments={timeline} id={node.id} />
      )}
    </section>
  );
}

function Moments({ moments, id }: { readonly moments: MomentsFragment; readonly id: string }) {
  const [more, setMore] = useState(false);
  const { nodes, pageInfo } = moments;
  return (
    <>
      <ol className="moments">
        {nodes.map(({ date, kind, node, by }, i) => (
          <li key={`${date} ${kind} ${node.id} ${by?.id}`} className="moment">
            <span className="moment-date">
              {date === nodes[i - 1]?.date ? <span className="aloud">{dateWords(date)}</span> : dateWords(date)}
            </span>
            <span className="moment-kind">{wordsOf("TimelineKind", kind)}</span>
            <span>
              {node.id === id ? <em className="moment-self">this one</em> : <NodeLink id={node.id}>{node.label}</NodeLink>}
              {by && (
                <span className="moment-by">
                  by {by.id === id ? <em className="moment-self">this one</em> : <NodeLink id={by.id}>{by.label}</NodeLink>}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage &&
        (more ? (
          <EarlierMoments id={id} after={pageInfo.endCursor} />
        ) : (
          <MoreButton label="what happened before" onClick={() => setMore(true)} />
        ))}
    </>
  );
}

function EarlierMoments({ id, after }: { readonly id: string; readonly after: string | null }) {
  const { on, known } = useDays();
  const variables = { id, after, first: PAGE, direction: "DESC" as const, on, known };
  const { data, error, again } = useAnswer(NodeTimelineDocument, variables, { subject: id });
  if (error && !data) return <Problem error={error} again={again} />;
  if (!data) return <Skeleton lines={6} />;
  return data.node ? <Moments moments={data.node.timeline} id={id} /> : null;
}

/** What the timeline's view is asked by for this node; null where it has no filter of this type. */
function timelineOf({ __typename, id }: PageNode): Record<string, string> | null {
  if (__typename === "Commodity") return { commodities: id };
  return ["Country", "Agency", "Firm", "Person"].includes(__typename) ? { actors: id } : null;
}
