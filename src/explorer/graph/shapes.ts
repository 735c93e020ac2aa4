import type { MeasureStatus } from "../generated/operations.ts";
import { type Standing, standingOf } from "../ui/status.tsx";
import { shapeOf } from "../ui/type-tag.tsx";
import type { Palette } from "./palette.ts";

/** A node where it stands in the picture, in pixels from the upper left. */
export interface Placed {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly type: string;
  readonly label: string;
  readonly status: MeasureStatus | null;
  readonly isFamily: boolean;
  readonly isOpen: boolean;
  readonly isEnd: boolean;
}

/** An edge where it lies in the picture. */
export interface Laid {
  readonly key: string;
  readonly from: Placed;
  readonly to: Placed;
  readonly words: string;
  readonly isPath: boolean;
}

/** Below this radius a shape could not be told from another. */
export const SMALLEST_SHAPE = 6;
/** Letters of a label; a hovered node shows all of them. */
const LETTERS = 30;
/** How many labels are tried, the most important ones first: where there are more nodes, most would find no room. */
const TRIED = 200;
export const LABEL_SIZE = 12;

/** How a node's circle is filled and drawn round: status by colour and pattern, families by a double ring. */
export interface Ring {
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  readonly dash: readonly number[];
  /** The colour of the shape in it. */
  readonly shape: string;
}

export function ringOf(placed: Pick<Placed, "status" | "isFamily" | "isOpen">, palette: Palette): Ring {
  const plain = { fill: palette.raised, stroke: palette.line, width: placed.isOpen ? 2 : 1, dash: [], shape: palette.text };
  if (placed.status === null) return placed.isFamily ? { ...plain, dash: [2, 2] } : plain;
  const standing = standingOf(placed.status);
  const stroke = palette.status[standing];
  if (standing === "in-force") return { ...plain, fill: stroke, stroke, shape: palette.surface };
  return { ...plain, fill: palette.surface, stroke, width: standing === "over" ? 1 : 2.5, dash: DASHES[standing] };
}

const DASHES: Readonly<Record<Standing, readonly number[]>> = {
  "in-force": [],
  coming: [],
  suspended: [5, 3],
  over: [],
  unknown: [1.5, 2.5],
};

const paths = new Map<string, Path2D>();

/** The shape of a type, to be drawn in a square of 16. */
export function pathOf(type: string): Path2D {
  const path = paths.get(type) ?? new Path2D(shapeOf(type));
  paths.set(type, path);
  return path;
}

/** A label's place. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Labels that neither meet each other nor any larger node, the more important nodes first: what has no room has its label on being pointed at, and in the list. */
export function labelsOf(placed: readonly Placed[], widthOf: (text: string) => number, width: number, height: number): readonly Label[] {
  const seen = placed.filter(({ x, y }) => x > 0 && x < width && y > 0 && y < height);
  const ranked = [...seen].sort((a, b) => rankOf(b) - rankOf(a) || b.radius - a.radius);
  const taken: Box[] =
    seen.length > 400 ? [] : seen.map(({ x, y, radius: r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const labels: Label[] = [];
  for (const { x, y, label, ...node } of ranked.slice(0, TRIED)) {
    // The second ring of a family lies outside of it.
    const radius = node.radius + (node.isFamily ? 4 : 0);
    const text = label.length > LETTERS ? `${label.slice(0, LETTERS - 1).trimEnd()}…` : label;
    const long = widthOf(text);
    const half = LABEL_SIZE * 0.75;
    const places: readonly Label[] = [
      { x: x + radius + 4, y, text },
      { x: x - radius - 4 - long, y, text },
      { x: x - long / 2, y: y + radius + half + 2, text },
      { x: x - long / 2, y: y - radius - half - 2, text },
    ];
    for (const place of places) {
      const box = { left: place.x - 2, right: place.x + long + 2, top: place.y - half, bottom: place.y + half };
      if (box.left < 0 || box.right > width || taken.some((other) => meets(box, other))) continue;
      taken.push(box);
      labels.push(place);
      break;
    }
  }
  return labels;
}

const rankOf = ({ isOpen, isEnd, isFamily }: Placed): number => (isEnd ? 4 : 0) + (isOpen ? 2 : 0) + (isFamily ? 1 : 0);
