import { lazy, Suspense, useEffect, useState } from "react";
import { NodeLink, ViewLink } from "../app/link.tsx";
import { GraphAroundDocument } from "../generated/operations.ts";
import { useShare } from "../share/shared.ts";
import { Empty, Problem, Skeleton } from "../ui/note.tsx";
import { StatusLegend } from "../ui/status.tsx";
import { Ends } from "./ends.tsx";
import "./graph.css";
import { DrawnList } from "./list.tsx";
import type { Left } from "./picture.ts";
import { MOST, useGraphState } from "./state.ts";
import { usePicture } from "./use-picture.ts";

/** The library that draws is loaded once there is something to draw: the list beside it needs none. */
const Canvas = lazy(() => import("./canvas.tsx"));

/** What lies around a node, as a picture that grows where the reader opens it, and as a list that does the same. */
export default function GraphView() {
  const state = useGraphState();
  const { picture, paths, error, again, asked } = usePicture(state);
  const [pointed, setPointed] = useState<string | null>(null);
  const centre = picture?.nodes.find(({ key }) => key === state.at);
  const title = centre ? `Around ${centre.label}` : "Graph";
  useShare(centre ? { title, asked: { document: GraphAroundDocument, variables: asked } } : null);
  useEffect(() => {
    document.title = `${title} · trade-graph`;
  }, [title]);
  if (state.at === null) return <Nowhere />;
  if (error && !picture) {
    return (
      <div className="stack">
        <h1>Graph</h1>
        <Problem error={error} again={again} />
      </div>
    );
  }
  if (!picture) return <Skeleton height={560} />;
  if (!centre) return <Nowhere isGone />;
  return (
    <div className="graph">
      <header className="graph-head">
        <h1>{title}</h1>
        <p className="quiet small">
          A click opens what lies around a node, a double click puts it in the middle, a click with shift marks an end of a path. The list
          does the same by keyboard.
        </p>
      </header>
      {error && <Problem error={error} again={again} />}
      <div className="graph-body">
        <Suspense fallback={<Skeleton height={560} />}>
          <Canvas picture={picture} state={state} pointed={pointed} onPoint={setPointed} title={title} />
        </Suspense>
        <div className="graph-side">
          <Ends picture={picture} paths={paths} state={state} />
          <DrawnList picture={picture} state={state} pointed={pointed} onPoint={setPointed} />
        </div>
      </div>
      <footer className="graph-foot">
        <StatusLegend />
        <NotDrawn left={picture.left} />
        {state.nodes.length >= MOST && (
          <p className="small quiet">No more than {MOST} nodes are open at once. Close one to open another.</p>
        )}
      </footer>
    </div>
  );
}

/** What there is and is not drawn, and where it is listed. */
function NotDrawn({ left }: { readonly left: readonly Left[] }) {
  if (left.length === 0) return null;
  return (
    <div className="small note note-warning">
      Not drawn, for want of room; the pages of the nodes list all:
      <ul className="graph-left">
        {left.map(({ words, node }) => (
          <li key={`${node?.key} ${words}`}>
            {words}
            {node && (
              <>
                {" of "}
                <NodeLink id={node.key}>{node.label}</NodeLink>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Nowhere({ isGone = false }: { readonly isGone?: boolean }) {
  return (
    <div className="stack">
      <h1>Graph</h1>
      <Empty>
        {isGone ? "The node in the middle was not there on this day, or there is none of its address. " : "A picture begins at a node. "}
        Search for one above and choose “Open as graph”, or begin with{" "}
        <ViewLink to="/graph" asked={{ at: "measure:us-2025-04-reciprocal-tariff-china" }}>
          the US reciprocal tariff on China
        </ViewLink>
        .
      </Empty>
    </div>
  );
}
