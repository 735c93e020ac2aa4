import { useLocation } from "wouter";
import { pageOf, useLinkTo } from "../app/address.ts";
import { ViewLink } from "../app/link.tsx";
import { shapeOf } from "../ui/type-tag.tsx";
import type { PageNode } from "./facts.ts";
import { type Group, headingOf, inReadingOrder } from "./relations.ts";

const WIDTH = 320;
const ROW = 30;
const CENTRE = 26;
const FAR = 116;
/** How many families it has room for; the list beside it has all. */
const MOST = 12;

/** The node and what lies one step from it, families grouped: a picture without the graph's library. It says nothing that the groups do not. */
export function SmallGraph({ node }: { readonly node: PageNode }) {
  const groups = inReadingOrder(node.neighbours).filter(({ field }) => field !== "claims");
  const shown = groups.slice(0, MOST);
  if (shown.length === 0) return null;
  const height = Math.max(shown.length * ROW, 60);
  const middle = height / 2;
  return (
    <figure className="small-graph no-print">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        width="100%"
        role="img"
        aria-label={`${node.label}, and ${shown.length} families of neighbours`}
      >
        {shown.map((group, i) => (
          <Arm key={`${group.field} ${group.direction}`} group={group} from={middle} to={ROW / 2 + i * ROW} />
        ))}
        <circle cx={CENTRE} cy={middle} r={18} className="small-centre" />
        <path
          d={shapeOf(node.__typename)}
          transform={`translate(${CENTRE - 8} ${middle - 8})`}
          className="small-shape small-shape-centre"
        />
      </svg>
      <figcaption>
        {groups.length > shown.length && `${groups.length - shown.length} more families. `}
        <ViewLink to="/graph" asked={{ at: node.id }}>
          Walk on in the graph
        </ViewLink>
      </figcaption>
    </figure>
  );
}

/** One family: a curve, the shape of what it leads to, and how many. */
function Arm({ group, from, to }: { readonly group: Group; readonly from: number; readonly to: number }) {
  const linkTo = useLinkTo();
  const [, navigate] = useLocation();
  const [first] = group.nodes;
  const isOne = group.totalCount === 1 && first !== undefined;
  const bend = (CENTRE + FAR) / 2;
  const arrow = group.direction === "IN" ? `M${CENTRE + 26} ${from - 4 + (to - from) * 0.04}l-7 4 7 4` : `M${FAR - 20} ${to - 4}l7 4-7 4`;
  const text = isOne ? `${group.label}: ${first.label}` : `${group.label} ${group.totalCount}`;
  const visit = () =>
    isOne ? navigate(linkTo(pageOf(first.id))) : document.getElementById(`group-${group.field}`)?.scrollIntoView({ block: "center" });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same links stand in the groups, for keys too
    <g className="small-arm" onClick={visit}>
      <path d={`M${CENTRE} ${from}C${bend} ${from} ${bend} ${to} ${FAR} ${to}`} className="small-line" />
      <path d={arrow} className="small-line" />
      <circle cx={FAR} cy={to} r={11} className="small-end" />
      <path d={shapeOf(first?.__typename ?? "")} transform={`translate(${FAR - 6} ${to - 6}) scale(0.75)`} className="small-shape" />
      <text x={FAR + 18} y={to + 4} className="small-text">
        {shortened(text)}
        <title>{headingOf(group)}</title>
      </text>
    </g>
  );
}

const LETTERS = 29;
const shortened = (text: string): string => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text);
