import { shapeOf } from "../ui/type-tag.tsx";
import type { Drawing } from "./drawing.ts";
import { LABEL_SIZE, type Laid, labelsOf, type Placed, ringOf } from "./shapes.ts";

/** The picture as it is seen, as a file of pixels. */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const { sigma } = drawing;
  const { width, height, palette } = drawing.scene();
  const canvas = document.createElement("canvas");
  const ratio = window.devicePixelRatio;
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no canvas.");
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  // What WebGL drew is there until the browser shows it: it is drawn anew and taken in one turn.
  sigma.refresh();
  for (const [name, layer] of Object.entries(sigma.getCanvases()))
    if (name !== "mouse") context.drawImage(layer, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture came out."))), "image/png"),
  );
}

/** The picture as it is seen, as lines and letters that stay sharp at any size. */
export function svgOf(drawing: Drawing, title: string): string {
  const { nodes, edges, width, height, palette } = drawing.scene();
  const measure = document.createElement("canvas").getContext("2d");
  if (measure) measure.font = `${LABEL_SIZE}px ${palette.font}`;
  const labels = labelsOf(nodes, (text) => measure?.measureText(text).width ?? text.length * 7, width, height);
  const line = ({ from, to, words, isPath }: Laid) => {
    const end = shortOf(from, to);
    return `<line x1="${n(from.x)}" y1="${n(from.y)}" x2="${n(end.x)}" y2="${n(end.y)}" stroke="${isPath ? palette.accent : palette.line}" stroke-width="${isPath ? 3 : 1}" marker-end="url(#arrow)"><title>${escaped(words)}</title></line>`;
  };
  const node = (placed: Placed) => {
    const ring = ringOf(placed, palette);
    const scale = (placed.radius * 1.15) / 16;
    const dash = ring.dash.length > 0 ? ` stroke-dasharray="${ring.dash.join(" ")}"` : "";
    return `<g transform="translate(${n(placed.x)} ${n(placed.y)})"><title>${escaped(placed.label)}</title><circle r="${n(placed.radius)}" fill="${ring.fill}" stroke="${ring.stroke}" stroke-width="${ring.width}"${dash}/>${placed.isFamily ? `<circle r="${n(placed.radius + 3)}" fill="none" stroke="${ring.stroke}"${dash}/>` : ""}<path d="${shapeOf(placed.type)}" transform="scale(${n(scale)}) translate(-8 -8)" fill="none" stroke="${ring.shape}" stroke-width="1.5"/></g>`;
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" font-family="${escaped(palette.font)}" font-size="${LABEL_SIZE}">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${palette.surface}"/>`,
    `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="${palette.line}"/></marker></defs>`,
    ...edges().map(line),
    ...nodes.map(node),
    ...labels.map(({ x, y, text }) => `<text x="${n(x)}" y="${n(y + 4)}" fill="${palette.text}">${escaped(text)}</text>`),
    "</svg>\n",
  ].join("\n");
}

const n = (value: number): string => value.toFixed(1);

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Where an arrow ends: at the ring of the node that it leads to. */
function shortOf(from: Placed, to: Placed): { readonly x: number; readonly y: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const long = Math.hypot(dx, dy) || 1;
  const at = Math.max(0, 1 - (to.radius + 2) / long);
  return { x: from.x + dx * at, y: from.y + dy * at };
}
