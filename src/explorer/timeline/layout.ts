import { groupBy } from "../data/group-by.ts";
import type { Item } from "./items.ts";
import type { Lane } from "./lanes.ts";

/** Heights in pixels, and how many rows a lane has before the rest is counted. */
export const ROW = 18;
const HEAD = 24;
const FOOT = 8;
const BAR_ROWS = 6;
const DOT_ROWS = 7;
/** How wide a dot is with the air around it, and how wide the stretch is of which a bubble counts the rest. */
const DOT = 14;
const BUCKET = 36;

/** Where a thing is drawn. */
export interface Placed {
  readonly item: Item;
  readonly x: number;
  /** Where it ends; of a dot the same as `x`. */
  readonly x1: number;
  readonly y: number;
  /** How much room its label has to the right, in pixels. */
  readonly room: number;
}

/** Several things for which there is no room: their number. */
export interface Bubble {
  readonly x: number;
  readonly y: number;
  readonly items: readonly Item[];
}

/** A lane with what is in it. */
export interface LaidLane {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly placed: readonly Placed[];
  readonly bubbles: readonly Bubble[];
}

/** The places of all things, from `top` down. `xOf` says where a day is; what lies outside of the width is left out. */
export function layOut(
  lanes: readonly Lane[],
  items: readonly Item[],
  xOf: (day: number) => number,
  width: number,
  top: number,
): readonly LaidLane[] {
  const byLane = groupBy(
    items.filter((item) => xOf(item.until) > 0 && xOf(item.from) < width),
    ({ lane }) => lane,
  );
  let y = top;
  return lanes.map((lane) => {
    const laid = layLane(lane, byLane.get(lane.id) ?? [], xOf, width, y);
    y += laid.height;
    return laid;
  });
}

function layLane(lane: Lane, items: readonly Item[], xOf: (day: number) => number, width: number, top: number): LaidLane {
  const bars = pack(
    items
      .filter(({ shape }) => shape === "bar")
      .map((item) => ({ item, x: Math.max(0, xOf(item.from)), x1: Math.min(width, xOf(item.until)) })),
    BAR_ROWS,
    (span) => span.x1 + 3,
  );
  const dots = pack(
    items.filter(({ shape }) => shape === "dot").map((item) => ({ item, x: xOf(item.from + 0.5), x1: xOf(item.from + 0.5) })),
    DOT_ROWS,
    (span) => span.x + DOT,
  );
  const dotsTop = top + HEAD + bars.rows * ROW;
  const foot = dotsTop + dots.rows * ROW;
  const bubbles = bubblesOf([...bars.left, ...dots.left], foot + ROW / 2);
  const height = foot - top + (bubbles.length > 0 ? ROW + 2 : 0) + FOOT;
  return {
    lane,
    top,
    height,
    placed: [...withRoom(bars.placed, top + HEAD, width), ...withRoom(dots.placed, dotsTop, width)],
    bubbles,
  };
}

interface Unplaced {
  readonly item: Item;
  readonly x: number;
  readonly x1: number;
}

/** Puts each into the first row that is free there; what finds none is left. */
function pack(spans: readonly Unplaced[], most: number, endOf: (span: Unplaced) => number) {
  const ends: number[] = [];
  const placed: (Unplaced & { readonly row: number })[] = [];
  const left: Unplaced[] = [];
  for (const span of [...spans].sort((a, b) => a.x - b.x)) {
    const free = ends.findIndex((end) => end <= span.x);
    const row = free >= 0 ? free : ends.length;
    if (row >= most) left.push(span);
    else {
      ends[row] = endOf(span);
      placed.push({ ...span, row });
    }
  }
  return { placed, left, rows: ends.length };
}

/** Each with its height and the room until the next one of its row. */
function withRoom(placed: readonly (Unplaced & { readonly row: number })[], top: number, width: number): readonly Placed[] {
  const next = new Map<number, number>();
  const laid: Placed[] = [];
  for (const { item, x, x1, row } of [...placed].reverse()) {
    laid.push({ item, x, x1, y: top + row * ROW + ROW / 2, room: (next.get(row) ?? width) - x });
    next.set(row, x);
  }
  return laid.reverse();
}

function bubblesOf(left: readonly Unplaced[], y: number): readonly Bubble[] {
  const groups = groupBy(left, ({ x }) => Math.floor(x / BUCKET));
  return [...groups].map(([bucket, spans]) => ({ x: (bucket + 0.5) * BUCKET, y, items: spans.map(({ item }) => item) }));
}

/** Where the lines to and from an act end: at the first of its things that is drawn, in a bubble if need be. */
export function anchorsOf(lanes: readonly LaidLane[]): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const found = new Map<string, { readonly x: number; readonly y: number; readonly from: number }>();
  const offer = ({ about, act, from }: Item, x: number, y: number) => {
    // What others did to an act is no place of its own.
    if (about !== act) return;
    const known = found.get(about);
    if (!known || from < known.from) found.set(about, { x, y, from });
  };
  for (const { placed, bubbles } of lanes) {
    for (const { item, x, y } of placed) offer(item, x, y);
    for (const { items, x, y } of bubbles) for (const item of items) offer(item, x, y);
  }
  return found;
}
