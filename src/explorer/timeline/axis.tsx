import { scaleUtc } from "d3-scale";
import { dayAfter, monthWords } from "../app/day.ts";
import type { Span } from "./entries.ts";
import { AXIS, type Brush } from "./use-pointers.ts";

/** How far apart the figures of the axis are about, in pixels, and how wide a letter of one is. */
const ROOM = 96;
const LETTER = 7;
const MS = 86_400_000;

/** The days above the lanes: years from afar, months and days from near. A drag along it brushes a stretch. */
export function Axis({
  time,
  width,
  height,
  brush,
}: {
  readonly time: Span;
  readonly width: number;
  readonly height: number;
  readonly brush: Brush | null;
}) {
  const scale = scaleUtc([new Date(time.from * MS), new Date(time.until * MS)], [0, width]);
  const days = scale.ticks(Math.max(2, Math.floor(width / ROOM))).filter((tick) => tick.getUTCHours() === 0);
  // The first of a month is a tick between weeks too: days beside it that have no room give way, as does what would be cut at the end.
  const ends = (tick: Date) => scale(tick) + 4 + LETTER * tickWords(tick).length;
  const isFirst = (tick: Date | undefined) => tick?.getUTCDate() === 1;
  const ticks = days.filter((tick, i) => {
    const [before, next] = [days[i - 1], days[i + 1]];
    if (ends(tick) > width) return false;
    if (isFirst(tick)) return true;
    const isFree = !(before && isFirst(before)) || ends(before) < scale(tick) + 4;
    return isFree && !(next && isFirst(next) && ends(tick) > scale(next) + 4);
  });
  return (
    <g>
      <rect className="time-axis-band" width={width} height={AXIS} />
      {ticks.map((tick) => (
        <g key={tick.getTime()} transform={`translate(${scale(tick).toFixed(1)} 0)`}>
          <line className="time-grid" y1={AXIS} y2={height} />
          <text className="time-tick" x={4} y={21}>
            {tickWords(tick)}
          </text>
        </g>
      ))}
      {brush && <rect className="time-brush" x={brush.from * width} width={(brush.to - brush.from) * width} height={height} />}
    </g>
  );
}

/** A year at its first day, a month at its, else the day. */
function tickWords(tick: Date): string {
  const day = dayAfter("1970-01-01", Math.round(tick.getTime() / MS));
  const [year = "", month = "", of = ""] = day.split("-");
  if (of !== "01") return `${Number(of)} ${monthWords(month)}`;
  return month === "01" ? year : `${monthWords(month)} ${year}`;
}
