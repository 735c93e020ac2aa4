import type { Palette } from "./palette.ts";
import { LABEL_SIZE, type Laid, labelsOf, type Placed, pathOf, ringOf, SMALLEST_SHAPE } from "./shapes.ts";

/** What is painted over the circles and lines of the picture. */
export interface Scene {
  readonly nodes: readonly Placed[];
  readonly edges: readonly Laid[];
  /** The node or edge that the reader points at. */
  readonly pointed: string | null;
  readonly width: number;
  readonly height: number;
}

/** Paints rings, shapes and labels, and the words of the edges at what the reader points at. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { nodes, edges, pointed, width, height } = scene;
  context.clearRect(0, 0, width, height);
  for (const node of nodes) paintNode(context, node, palette);
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
  const touched = edges.filter(({ key, from, to }) => key === pointed || from.key === pointed || to.key === pointed);
  for (const { from, to, words } of touched.slice(0, 24))
    paintNote(context, words, (from.x + to.x) / 2, (from.y + to.y) / 2, palette, "middle");
  const node = nodes.find(({ key }) => key === pointed);
  if (node) paintNote(context, node.label, node.x, node.y - node.radius - 14, palette, "whole", width);
}

function paintNode(context: CanvasRenderingContext2D, node: Placed, palette: Palette): void {
  const { x, y, radius, type, isFamily, isEnd } = node;
  const ring = ringOf(node, palette);
  context.lineWidth = ring.width;
  context.strokeStyle = ring.stroke;
  context.setLineDash([...ring.dash]);
  circle(context, x, y, radius);
  if (isFamily) circle(context, x, y, radius + 3);
  context.setLineDash([]);
  if (isEnd) {
    context.lineWidth = 3;
    context.strokeStyle = palette.accent;
    circle(context, x, y, radius + 5);
  }
  if (radius < SMALLEST_SHAPE) return;
  const scale = (radius * 1.15) / 16;
  context.save();
  context.translate(x - 8 * scale, y - 8 * scale);
  context.scale(scale, scale);
  context.lineWidth = 1.5;
  context.strokeStyle = ring.shape;
  context.stroke(pathOf(type));
  context.restore();
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.stroke();
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
