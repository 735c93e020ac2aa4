import { memo } from "react";
import { NodeLink } from "../app/link.tsx";
import type { Item } from "./items.ts";
import type { Bubble, Placed } from "./layout.ts";

/** How many pixels a letter takes, on average, and the least that is worth a label. */
const LETTER = 6.7;
const LEAST = 44;

interface ThingProps {
  readonly placed: Placed;
  readonly onPoint: (item: Item | null) => void;
}

/** A dot or a bar, with its label where there is room: a link to the act's page. The table has the same for who goes by keys. */
export const Thing = memo(function Thing({ placed: { item, x, x1, y, room }, onPoint }: ThingProps) {
  const inside = item.shape === "bar" ? x1 - x - 8 : room - 18;
  const label = inside >= LEAST ? cut(item.label, inside) : "";
  return (
    <NodeLink
      id={item.act}
      tabIndex={-1}
      className={`time-thing time-${item.look}`}
      data-act={item.act}
      data-shape={item.shape}
      onMouseEnter={() => onPoint(item)}
      onMouseLeave={() => onPoint(null)}
    >
      <title>{item.words}</title>
      {item.shape === "bar" ? <Bar item={item} x={x} x1={x1} y={y} /> : <Dot look={item.look} x={x} y={y} />}
      {label && (
        <text className="time-label" x={item.shape === "bar" ? x + 5 : x + 9} y={y + 4}>
          {label}
        </text>
      )}
    </NodeLink>
  );
});

function Bar({ item, x, x1, y }: { readonly item: Item; readonly x: number; readonly x1: number; readonly y: number }) {
  const box = { x, y: y - 7, width: Math.max(3, x1 - x), height: 14, rx: 3 };
  return (
    <g mask={item.isSoft ? "url(#time-soft-mask)" : undefined}>
      <rect className="time-bar" {...box} />
      {item.look === "suspended" && <rect className="time-bar-hatched" {...box} />}
    </g>
  );
}

/** Statuses by shape as well as by colour: full, ring, crossed, struck; agreements are diamonds, changes triangles, what was said squares. */
export function Dot({ look, x, y }: { readonly look: Item["look"]; readonly x: number; readonly y: number }) {
  const at = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
  if (look === "deal") return <path className="time-dot" transform={at} d="M0-6.5 6.5 0 0 6.5-6.5 0z" />;
  if (look === "changed") return <path className="time-dot" transform={at} d="M0-5.5 5.5 4.5H-5.5z" />;
  if (look === "said") return <path className="time-dot" transform={at} d="M-4-4H4V4H-4z" />;
  return (
    <g transform={at}>
      <circle className="time-dot" r={5} />
      {look === "over" && <path className="time-stroke" d="M-5 0H5" />}
      {look === "suspended" && <path className="time-stroke" d="M-1.8-4.4V4.4M1.8-4.4V4.4" />}
    </g>
  );
}

/** The number of things for which there is no room; choosing it comes closer. */
export function Counted({ bubble: { x, y, items }, onChoose }: { readonly bubble: Bubble; readonly onChoose: () => void }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keys, plus comes closer
    <g className="time-bubble" onClick={onChoose}>
      <title>{`${items.length} more here: ${items.map(({ label }) => label).join("; ")}`}</title>
      <rect x={x - 16} y={y - 8} width={32} height={16} rx={8} />
      <text x={x} y={y + 4} textAnchor="middle">
        +{items.length}
      </text>
    </g>
  );
}

function cut(text: string, room: number): string {
  const letters = Math.floor(room / LETTER);
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}
