import "../../ui/tokens.css";
import { Drawing } from "../drawing.ts";
import type { Drawn, DrawnEdge, Picture } from "../picture.ts";

/** What was measured, for scripts/graph-speed.ts. */
export interface Measured {
  /** Frames a second while the picture is moved, with all that is painted over it. */
  readonly framesMoved: number;
  /** Milliseconds that a frame takes the page's own script, in the fastest tenth: what the browser then draws by itself is not in it. */
  readonly frame: number;
  /** Frames a second while the worker places the nodes. */
  readonly framesPlaced: number;
  /** Seconds until all have their places. */
  readonly placed: number;
}

const TYPES = ["Country", "Agency", "Firm", "Commodity", "Measure", "Agreement", "Event"];
const STATUSES = ["IN_FORCE", "SUSPENDED", "SCHEDULED", "REVOKED", null] as const;

/** A picture like that of many opened hubs: each node hangs at one of the first twenty, and every second has another edge besides. */
function pictureOf(count: number): Picture {
  const nodes = Array.from({ length: count }, (_, i): Drawn => {
    const status = STATUSES[i % STATUSES.length] ?? null;
    return {
      key: `n${i}`,
      type: TYPES[i % TYPES.length] ?? "",
      label: `A node of some name ${i}`,
      status,
      count: null,
      parent: i < 20 ? null : `n${i % 20}`,
      words: "",
    };
  });
  const edge = (key: string, from: number, to: number): DrawnEdge => ({
    key,
    from: `n${from}`,
    to: `n${to}`,
    words: "targets",
    since: null,
    until: null,
    isPath: false,
  });
  const edges = nodes.flatMap((_, i) => [
    ...(i === 0 ? [] : [edge(`a${i}`, i, i < 20 ? 0 : i % 20)]),
    ...(i % 2 === 0 || i < 20 ? [] : [edge(`b${i}`, i, (i * 7919) % count)]),
  ]);
  return { nodes, edges, left: [] };
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

async function measure(count: number): Promise<Measured> {
  const container = document.getElementById("canvas") as HTMLDivElement;
  container.style.cssText = "width: 900px; height: 650px";
  const drawing = new Drawing(container, { open() {}, centre() {}, mark() {}, ask() {}, point() {} });
  const begun = performance.now();
  drawing.show(pictureOf(count), { isOpen: () => false, ends: [] });
  let frames = 0;
  while (container.dataset.placing) {
    await nextFrame();
    frames++;
  }
  const placed = (performance.now() - begun) / 1000;
  const camera = drawing.sigma.getCamera();
  const took: number[] = [];
  let before = 0;
  drawing.sigma.on("beforeRender", () => {
    before = performance.now();
  });
  drawing.sigma.on("afterRender", () => took.push(performance.now() - before));
  const start = performance.now();
  let moved = 0;
  while (performance.now() - start < 5_000) {
    camera.setState({ x: 0.5 + 0.1 * Math.sin(moved / 10), ratio: 0.8 + 0.2 * Math.cos(moved / 10) });
    await nextFrame();
    moved++;
  }
  const frame = took.sort((a, b) => a - b)[Math.floor(took.length / 10)] ?? 0;
  return { framesMoved: moved / ((performance.now() - start) / 1000), frame, framesPlaced: frames / placed, placed };
}

Object.assign(window, { measure });
