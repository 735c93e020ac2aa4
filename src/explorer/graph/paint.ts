import type { Palette } from "./palette.ts";
import { LABEL_SIZE, type Laid, labelsOf, type Placed, pathOf, type Ring, ringOf, SMALLEST_SHAPE } from "./shapes.ts";

/** What is painted over the circles and lines of the picture. */
export interface Scene {
  readonly nodes: readonly Placed[];
  /** The edges that are asked for only where the reader points at something. */
  readonly edges: () => readonly Laid[];
  /** The node or edge that the reader points at. */
  readonly pointed: string | null;
  readonly width: number;
  readonly height: number;
}

/** Paints rings, shapes and labels, and the words of the edges at what the reader points at. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { edges, pointed, width, height } = scene;
  const nodes = scene.nodes.filter(({ x, y, radius: r }) => x > -r && x < width + r && y > -r && y < height + r);
  context.clearRect(0, 0, width, height);
  paintRings(context, nodes, palette);
  for (const node of nodes) if (node.radius >= SMALLEST_SHAPE) paintShape(context, node, palette);
  context.font = `${LABEL_SIZE}px ${palette.font}`;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { x, y, text } of labelsOf(nodes, (text) => context.measureText(text).width, width, height)) {
    context.lineWidth = 3;
    context.strokeStyle = palette.surface;
    context.strokeText(text, x, y);
    context.fillStyle = palette.text;
    context.fillText(text, x, y);
  }
  if (pointed === null) return;
  const touched = edges().filter(({ key, from, to }) => key === pointed || from.key === pointed || to.key === pointed);
  for (const { from, to, words } of touched.slice(0, 24))
    paintNote(context, words, (from.x + to.x) / 2, (from.y + to.y) / 2, palette, "middle");
  const node = nodes.find(({ key }) => key === pointed);
  if (node) paintNote(context, node.label, node.x, node.y - node.radius - 14, palette, "whole", width);
}

/** All rings that look alike in one stroke: two thousand strokes would take longer than all else. */
function paintRings(context: CanvasRenderingContext2D, nodes: readonly Placed[], palette: Palette): void {
  const alike = new Map<string, { readonly ring: Ring; readonly circles: [x: number, y: number, radius: number][] }>();
  const add = (ring: Ring, x: number, y: number, radius: number) => {
    const key = `${ring.stroke} ${ring.width} ${ring.dash}`;
    const found = alike.get(key);
    if (found) found.circles.push([x, y, radius]);
    else alike.set(key, { ring, circles: [[x, y, radius]] });
  };
  for (const node of nodes) {
    const { x, y, radius, isFamily, isEnd } = node;
    const ring = ringOf(node, palette);
    add(ring, x, y, radius);
    if (isFamily) add(ring, x, y, radius + 3);
    if (isEnd) add({ ...ring, stroke: palette.accent, width: 3, dash: [] }, x, y, radius + 5);
  }
  for (const { ring, circles } of alike.values()) {
    context.lineWidth = ring.width;
    context.strokeStyle = ring.stroke;
    context.setLineDash([...ring.dash]);
    context.beginPath();
    for (const [x, y, radius] of circles) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, Math.PI * 2);
    }
    context.stroke();
  }
  context.setLineDash([]);
}

function paintShape(context: CanvasRenderingContext2D, node: Placed, palette: Palette): void {
  const { x, y, radius, type } = node;
  const scale = (radius * 1.15) / 16;
  context.save();
  context.translate(x - 8 * scale, y - 8 * scale);
  context.scale(scale, scale);
  context.lineWidth = 1.5;
  context.strokeStyle = ringOf(node, palette).shape;
  context.stroke(pathOf(type));
  context.restore();
}

/** Words on a ground of their own, kept within the picture. */
function paintNote(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  palette: Palette,
  kind: "middle" | "whole",
  width = Infinity,
): void {
  const long = context.measureText(text).width + 10;
  const left = Math.max(4, Math.min(x - long / 2, width - long - 4));
  context.fillStyle = kind === "whole" ? palette.text : palette.raised;
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, y - 10, long, 20, 4);
  context.fill();
  context.stroke();
  context.fillStyle = kind === "whole" ? palette.surface : palette.text;
  context.fillText(text, left + 5, y);
}
