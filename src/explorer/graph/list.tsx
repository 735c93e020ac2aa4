import { spanWords } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { readEvidence } from "../evidence/reference.ts";
import { useEvidence } from "../evidence/use-evidence.ts";
import { StatusChip } from "../ui/status.tsx";
import { TypeTag } from "../ui/type-tag.tsx";
import { type Drawn, type DrawnEdge, isJoining, type Picture } from "./picture.ts";
import type { GraphState } from "./state.ts";

interface ListProps {
  readonly picture: Picture;
  readonly state: GraphState;
  readonly pointed: string | null;
  readonly onPoint: (key: string | null) => void;
}

/** All that is drawn, under the node around which it was found, with the same things to do. */
export function DrawnList(props: ListProps) {
  const { picture } = props;
  const families = picture.nodes.filter(({ count }) => count !== null).length;
  const tops = picture.nodes.filter(({ parent }) => parent === null);
  return (
    <section aria-label="What is drawn" className="drawn">
      <h2 className="drawn-head">
        What is drawn{" "}
        <span className="quiet small" role="status">
          {picture.nodes.length - families} nodes, {families} closed {families === 1 ? "family" : "families"}, {picture.edges.length} edges
        </span>
      </h2>
      <ul>
        {tops.map((node) => (
          <Branch key={node.key} node={node} {...props} />
        ))}
      </ul>
      <OtherEdges picture={picture} />
    </section>
  );
}

/** What joins neighbours with each other: the tree above says what joins each with the node around which it was found. */
function OtherEdges({ picture }: { readonly picture: Picture }) {
  const { open } = useEvidence();
  const byKey = new Map(picture.nodes.map((node) => [node.key, node]));
  const others = picture.edges.filter((edge) => !picture.nodes.some((node) => isJoining(edge, node)));
  if (others.length === 0) return null;
  return (
    <details className="drawn-others">
      <summary>{others.length === 1 ? "1 edge" : `${others.length} edges`} between these</summary>
      <ul>
        {others.map((edge) => {
          const evidence = readEvidence(edge.key);
          const sentence = `${byKey.get(edge.from)?.label} ${edge.words} ${byKey.get(edge.to)?.label}`;
          return (
            <li key={edge.key} className="drawn-row">
              <span className="drawn-name">
                {sentence} <span className="quiet">{spanWords(edge.since, edge.until)}</span>
              </span>
              {evidence && <Do sign={EVIDENCE} words={`Evidence: ${sentence}`} onClick={() => open(evidence)} />}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Two lines of a text and a mark at its beginning. */
const EVIDENCE = "M6 3h8M6 8h8M6 13h8M2 3h1M2 8h1M2 13h1";

function Branch({ node, ...props }: ListProps & { readonly node: Drawn }) {
  const members = props.picture.nodes.filter(({ parent }) => parent === node.key);
  const words = [...new Set(members.map((member) => member.words))];
  return (
    <li>
      <Row node={node} edge={props.picture.edges.find((edge) => isJoining(edge, node))} {...props} />
      {words.length > 0 && (
        <ul className="drawn-around">
          {words.map((word) => (
            <li key={word}>
              <span className="drawn-words">{word}</span>
              <ul>
                {members
                  .filter((member) => member.words === word)
                  .map((member) => (
                    <Branch key={member.key} node={member} {...props} />
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface RowProps extends Omit<ListProps, "picture"> {
  readonly node: Drawn;
  /** What joins it with the node around which it was found. */
  readonly edge: DrawnEdge | undefined;
}

function Row({ node, edge, state, pointed, onPoint }: RowProps) {
  const { open } = useEvidence();
  const { key, type, label, count, status, words } = node;
  const evidence = edge ? readEvidence(edge.key) : null;
  const point = {
    onMouseEnter: () => onPoint(key),
    onMouseLeave: () => onPoint(null),
    onFocus: () => onPoint(key),
    onBlur: () => onPoint(null),
  };
  if (count !== null) {
    return (
      <div className={`drawn-row${pointed === key ? " drawn-pointed" : ""}`} {...point}>
        <TypeTag type={type} isShort />
        <span className="drawn-name">{count} together</span>
        <button type="button" className="drawn-do" onClick={() => state.toggle(key)}>
          Open<span className="aloud"> {label}</span>
        </button>
      </div>
    );
  }
  const isMiddle = key === state.at;
  return (
    <div className={`drawn-row${pointed === key ? " drawn-pointed" : ""}`} {...point}>
      <TypeTag type={type} isShort />
      <span className="drawn-name">
        <NodeLink id={key}>{label}</NodeLink>
        {status && <StatusChip status={status} />}
      </span>
      <span className="drawn-doing">
        {evidence && <Do sign={EVIDENCE} words={`Evidence for ${words} ${label}`} onClick={() => open(evidence)} />}
        {!isMiddle && (
          <Do
            sign={state.isOpen(key) ? "M3 8h10" : "M3 8h10M8 3v10"}
            words={`${state.isOpen(key) ? "Close" : "Open"} what lies around ${label}`}
            pressed={state.isOpen(key)}
            onClick={() => state.toggle(key)}
          />
        )}
        {!isMiddle && (
          <Do sign="M8 2v3M8 11v3M2 8h3M11 8h3M8 7v2M7 8h2" words={`Put ${label} in the middle`} onClick={() => state.centre(key)} />
        )}
        <Do
          sign="M4 14V2h8l-2.5 3L12 8H4"
          words={`${state.ends.includes(key) ? "No longer an end of a path" : "Mark as an end of a path"}: ${label}`}
          pressed={state.ends.includes(key)}
          onClick={() => state.mark(key)}
        />
      </span>
    </div>
  );
}

interface DoProps {
  /** What the button shows, as the path of an SVG of 16 by 16. */
  readonly sign: string;
  /** What it does. */
  readonly words: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Do({ sign, words, pressed, onClick }: DoProps) {
  return (
    <button type="button" className="drawn-do" aria-label={words} title={words} aria-pressed={pressed} onClick={onClick}>
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 16 16">
        <path d={sign} fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
    </button>
  );
}
