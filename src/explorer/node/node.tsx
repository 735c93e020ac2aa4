import { useEffect } from "react";
import { Link, useParams } from "wouter";
import { pageOf, useDays } from "../app/address.ts";
import { dateWords } from "../app/day.ts";
import { ViewLink } from "../app/link.tsx";
import { isDated } from "../data/node-id.ts";
import { useAnswer } from "../data/use-answer.ts";
import { NodePageDocument, type NodePageQuery } from "../generated/operations.ts";
import { useShare } from "../share/shared.ts";
import { Empty, Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { AskFurther } from "./ask.tsx";
import { StatusBand } from "./band.tsx";
import type { PageNode } from "./facts.ts";
import { Facts } from "./facts-list.tsx";
import { NodeHead } from "./head.tsx";
import "./node.css";
import { Relations } from "./relations.tsx";
import { SmallGraph } from "./small-graph.tsx";
import { surenessOf } from "./sureness.ts";
import { NodeTimeline } from "./timeline.tsx";

/** The page of a node of any type. */
export default function NodeView() {
  const id = useParams()["*"] ?? "";
  const { on, known } = useDays();
  const variables = { id, isDated: isDated(id), on, known };
  const { data, error, waiting, warnings, again } = useAnswer(NodePageDocument, variables, { subject: id });
  const title = data?.node?.label ?? data?.everywhere?.label;
  useShare(title === undefined ? null : { title, asked: { document: NodePageDocument, variables } });
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · trade-graph`;
  }, [title]);
  if (error && !data) {
    return (
      <div className="stack">
        <h1>This page can’t be shown</h1>
        <Problem error={error} again={again} />
      </div>
    );
  }
  if (!data) return <Skeleton lines={12} />;
  if (!data.node) return <NotThere everywhere={data.everywhere} on={on} known={known} />;
  return (
    <div className="node" aria-busy={waiting}>
      {error && <Problem error={error} again={again} />}
      <NodePage key={id} page={data} node={data.node} />
      <Warnings warnings={warnings} />
    </div>
  );
}

function NodePage({ page, node }: { readonly page: NodePageQuery; readonly node: PageNode }) {
  const sureness = surenessOf(page);
  return (
    <>
      <NodeHead node={node} sureness={sureness(null)} />
      {node.__typename === "Measure" && <StatusBand measure={node} />}
      <div className={isDated(node.id) ? "node-columns" : "node-columns node-plain"}>
        <div className="node-main">
          <Facts node={node} sureness={sureness} />
          <Relations page={page} node={node} />
        </div>
        {isDated(node.id) && (
          <aside className="node-aside" aria-label="Around it, as a picture">
            <SmallGraph node={node} />
          </aside>
        )}
      </div>
      <NodeTimeline node={node} />
      <AskFurther node={node} />
    </>
  );
}

interface NotThereProps {
  readonly everywhere: NodePageQuery["everywhere"];
  readonly on: string | null;
  readonly known: string | null;
}

/** A node that no day has, or that the day asked for has not yet. */
function NotThere({ everywhere, on, known }: NotThereProps) {
  if (!everywhere) {
    return (
      <div className="stack">
        <h1>No node has this address</h1>
        <Empty>
          Search by name above, or start from the <ViewLink to="/">home page</ViewLink>.
        </Empty>
      </div>
    );
  }
  const days = [on && `on ${dateWords(on)}`, known && `as known on ${dateWords(known)}`].filter(Boolean).join(", ");
  return (
    <div className="stack">
      <h1>{everywhere.label}</h1>
      <Empty>
        It was not there yet {days}. Choose a later day above, or <Link href={pageOf(everywhere.id)}>see it as it is today</Link>.
      </Empty>
    </div>
  );
}
