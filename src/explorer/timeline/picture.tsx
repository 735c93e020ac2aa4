import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { numberOf } from "../app/day.ts";
import { type Answering, Arcs, ArrowHead } from "./arcs.tsx";
import { Axis } from "./axis.tsx";
import type { Item } from "./items.ts";
import type { Lane } from "./lanes.ts";
import { anchorsOf, type LaidLane, layOut } from "./layout.ts";
import { Counted, Thing } from "./things.tsx";
import { AXIS, usePointers } from "./use-pointers.ts";
import { useWheel, type Window } from "./use-window.ts";

/** How wide it is at least, in pixels. */
const LEAST = 200;

interface PictureProps {
  readonly time: Window;
  readonly lanes: readonly Lane[];
  readonly items: readonly Item[];
  readonly answers: readonly Answering[];
  /** The day of the slider; null is today. */
  readonly on: string | null;
}

/** What acts did, in lanes along time, and what answered what. Plus and minus zoom, arrows move. */
export function Picture({ time, lanes, items, answers, on }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [pointed, setPointed] = useState<Item | null>(null);
  const point = useCallback((item: Item | null) => setPointed(item), []);
  useWheel(box, time);
  const { brush, handlers } = usePointers(time);
  const { from, until } = time;
  const laid = useMemo(
    () => layOut(lanes, items, (day) => ((day - from) / (until - from)) * width, width, AXIS),
    [lanes, items, from, until, width],
  );
  const anchors = useMemo(() => anchorsOf(laid), [laid]);
  const last = laid.at(-1);
  const height = last ? last.top + last.height : AXIS;
  const day = on === null ? null : ((numberOf(on) + 1 - from) / (until - from)) * width;
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds no drawing */}
      <div
        ref={box}
        className="time-box"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture takes keys
        tabIndex={0}
        aria-label="Timeline as a picture; the table below has the same. Plus and minus zoom, arrows move."
        onKeyDown={(event) => onKey(event, time)}
      >
        <svg className="time-picture" width={width} height={height} aria-hidden="true" {...handlers}>
          <ArrowHead />
          <Axis time={time} width={width} height={height} brush={brush} />
          <LaneNames lanes={laid} width={width} />
          <Arcs answers={answers} anchors={anchors} pointed={pointed?.about ?? null} />
          {laid.map(({ lane, placed }) => (
            <g key={lane.id} data-lane={lane.id}>
              {placed.map((one) => (
                <Thing key={one.item.key} placed={one} onPoint={point} />
              ))}
            </g>
          ))}
          {laid.flatMap(({ lane, bubbles }) =>
            bubbles.map((bubble) => (
              <Counted key={`${lane.id} ${bubble.x}`} bubble={bubble} onChoose={() => time.zoom(0.4, bubble.x / width)} />
            )),
          )}
          {day !== null && day >= 0 && day <= width && <line className="time-day" x1={day} x2={day} y1={AXIS - 8} y2={height} />}
        </svg>
      </div>
      <p className="time-said small" aria-hidden="true">
        {pointed?.words ?? (
          <span className="quiet">Drag to move, Ctrl and the wheel or two fingers to zoom; drag along the days to choose a stretch.</span>
        )}
      </p>
    </div>
  );
}

/** What the lanes are called, and a line between each two. */
function LaneNames({ lanes, width }: { readonly lanes: readonly LaidLane[]; readonly width: number }) {
  return lanes.map(({ lane, top }, i) => (
    <g key={lane.id}>
      {i > 0 && <line className="time-edge" x2={width} y1={top} y2={top} />}
      <text className="time-name" x={4} y={top + 17}>
        {lane.label}
      </text>
    </g>
  ));
}

function onKey(event: KeyboardEvent, { zoom, pan }: Window): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "+" || event.key === "=") zoom(0.7);
  else if (event.key === "-") zoom(1 / 0.7);
  else if (event.key === "ArrowLeft") pan(-0.15);
  else if (event.key === "ArrowRight") pan(0.15);
  else return;
  event.preventDefault();
}

/** The width of a box, in pixels, as it changes. */
function useWidth(box: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1_000);
  // Before the first paint, so that nothing is drawn at another width.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    setWidth(Math.max(LEAST, Math.floor(element.clientWidth)));
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(LEAST, Math.floor(entry.contentRect.width))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
