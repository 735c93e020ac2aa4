import type { TimelineAnswersQuery } from "../generated/operations.ts";

/** One act that answers another. */
export type Answering = TimelineAnswersQuery["relationships"]["nodes"][number];

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far back a bow begins, in pixels. */
const LEAN = 26;

interface ArcsProps {
  readonly answers: readonly Answering[];
  readonly anchors: ReadonlyMap<string, Point>;
  /** The act at which the reader points: what answers it, and what it answers, stand out. */
  readonly pointed: string | null;
}

/** Bows from what was answered to what answered it: the ladder of escalation. */
export function Arcs({ answers, anchors, pointed }: ArcsProps) {
  return (
    <g className={pointed === null ? "time-arcs" : "time-arcs time-arcs-pointed"}>
      {answers.map(({ type, from, to }) => {
        const [end, start] = [anchors.get(from.id), anchors.get(to.id)];
        if (!start || !end) return null;
        const isPointed = pointed === from.id || pointed === to.id;
        return (
          <path
            key={`${from.id} ${type} ${to.id}`}
            className={`time-arc time-arc-${type.toLowerCase().replaceAll("_", "-")}${isPointed ? " time-arc-on" : ""}`}
            data-from={from.id}
            data-to={to.id}
            d={bow(start, end)}
            markerEnd="url(#time-arrow)"
          />
        );
      })}
    </g>
  );
}

/** From lane to lane a bow that leaves and meets level; within a lane one that rises above it. */
function bow(start: Point, end: Point): string {
  const lean = Math.max(LEAN, Math.abs(end.x - start.x) / 2);
  const to = `${(end.x - 7).toFixed(1)},${end.y.toFixed(1)}`;
  if (Math.abs(end.y - start.y) > 60) {
    return `M${start.x.toFixed(1)},${start.y.toFixed(1)}C${(start.x + lean).toFixed(1)},${start.y.toFixed(1)} ${(end.x - lean).toFixed(1)},${end.y.toFixed(1)} ${to}`;
  }
  const rise = Math.min(start.y, end.y) - Math.min(46, 14 + Math.abs(end.x - start.x) / 6);
  return `M${start.x.toFixed(1)},${start.y.toFixed(1)}C${(start.x + lean / 2).toFixed(1)},${rise.toFixed(1)} ${(end.x - lean / 2).toFixed(1)},${rise.toFixed(1)} ${to}`;
}

/** The head of the bows. */
export function ArrowHead() {
  return (
    <defs>
      <marker
        id="time-arrow"
        viewBox="0 0 8 8"
        refX="6"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto"
        markerUnits="userSpaceOnUse"
      >
        <path className="time-arrow" d="M0 0.5 7 4 0 7.5z" />
      </marker>
      <pattern id="time-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="time-hatch" width="2.4" height="6" />
      </pattern>
      <linearGradient id="time-soft">
        <stop offset="0" stopColor="white" stopOpacity="0.1" />
        <stop offset="0.18" stopColor="white" />
        <stop offset="0.82" stopColor="white" />
        <stop offset="1" stopColor="white" stopOpacity="0.1" />
      </linearGradient>
      <mask id="time-soft-mask" maskContentUnits="objectBoundingBox">
        <rect width="1" height="1" fill="url(#time-soft)" />
      </mask>
    </defs>
  );
}
