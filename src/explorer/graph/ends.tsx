import { Fragment } from "react";
import { NodeLink } from "../app/link.tsx";
import { plainWords } from "../data/words.ts";
import type { GraphPathsQuery } from "../generated/operations.ts";
import { Empty } from "../ui/note.tsx";
import type { Picture } from "./picture.ts";
import type { GraphState } from "./state.ts";

interface EndsProps {
  readonly picture: Picture;
  readonly paths: GraphPathsQuery["paths"] | undefined;
  readonly state: GraphState;
}

/** The ends that the reader marked, and what joins them. */
export function Ends({ picture, paths, state }: EndsProps) {
  const { ends } = state;
  if (ends.length === 0) return null;
  const labelOf = (key: string) => picture.nodes.find((node) => node.key === key)?.label ?? key;
  return (
    <section className="ends" aria-label="Path">
      <h2 className="drawn-head">What joins two of them</h2>
      <ul className="ends-marked">
        {ends.map((key) => (
          <li key={key}>
            {labelOf(key)}{" "}
            <button type="button" className="drawn-do" onClick={() => state.mark(key)}>
              Take back<span className="aloud"> {labelOf(key)}</span>
            </button>
          </li>
        ))}
      </ul>
      {ends.length === 1 && <p className="small quiet">Mark another end.</p>}
      {ends.length === 2 && paths && <Paths paths={paths} />}
    </section>
  );
}

function Paths({ paths }: { readonly paths: GraphPathsQuery["paths"] }) {
  if (paths.length === 0) return <Empty>Nothing joins them within five steps on this day.</Empty>;
  return (
    <ol className="ends-paths">
      {paths.map(({ nodes, hops }) => (
        <li key={nodes.map(({ id }) => id).join(" ")}>
          {nodes.map(({ id, label }, i) => (
            <Fragment key={id}>
              {i > 0 && <span className="quiet"> {wordsOfHop(hops[i - 1], nodes[i - 1]?.id)} </span>}
              <NodeLink id={id}>{label}</NodeLink>
            </Fragment>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** How a step reads in the direction in which it is walked: against the edge it is said with an arrow. */
function wordsOfHop(hop: GraphPathsQuery["paths"][number]["hops"][number] | undefined, from: string | undefined): string {
  const words = (hop?.relationships ?? []).map((edge) => {
    const said = plainWords(edge.type);
    return edge.from.id === from ? `— ${said} →` : `← ${said} —`;
  });
  return [...new Set(words)].join(" and ");
}
