import { NodeLink } from "../app/link.tsx";
import { StatusChip } from "../ui/status.tsx";
import { TypeTag } from "../ui/type-tag.tsx";
import type { Drawn, Picture } from "./picture.ts";
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
          {picture.nodes.length - families} nodes, {families} closed families, {picture.edges.length} edges
        </span>
      </h2>
      <ul>
        {tops.map((node) => (
          <Branch key={node.key} node={node} {...props} />
        ))}
      </ul>
    </section>
  );
}

function Branch({ node, ...props }: ListProps & { readonly node: Drawn }) {
  const members = props.picture.nodes.filter(({ parent }) => parent === node.key);
  const words = [...new Set(members.map((member) => member.words))];
  return (
    <li>
      <Row node={node} {...props} />
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

function Row({ node, state, pointed, onPoint }: Omit<ListProps, "picture"> & { readonly node: Drawn }) {
  const { key, type, label, count, status } = node;
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
        {!isMiddle && (
          <button type="button" className="drawn-do" aria-pressed={state.isOpen(key)} onClick={() => state.toggle(key)}>
            {state.isOpen(key) ? "Close" : "Open"}
            <span className="aloud"> what lies around {label}</span>
          </button>
        )}
        {!isMiddle && (
          <button type="button" className="drawn-do" onClick={() => state.centre(key)}>
            Centre<span className="aloud"> {label}</span>
          </button>
        )}
        <button type="button" className="drawn-do" aria-pressed={state.ends.includes(key)} onClick={() => state.mark(key)}>
          End<span className="aloud"> of a path: {label}</span>
        </button>
      </span>
    </div>
  );
}
