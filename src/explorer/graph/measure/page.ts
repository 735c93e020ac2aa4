import "../../ui/tokens.css";
import { Drawing } from "../drawing.ts";
import type { Drawn, DrawnEdge, Picture } from "../picture.ts";

/** How the nodes found their places, for scripts/graph-speed.ts. */
export interface Placing {
  /** Frames a second while the worker placed the nodes. */
  readonly frames: number;
  /** Seconds until all had their places. */
  readonly took: number;
}

/** What was drawn since this was last asked. */
export interface DrawnFrames {
  readonly frames: number;
  /** Milliseconds that a frame took the page's own script, in the fastest tenth: what the browser then draws by itself is not in it. */
  readonly own: number;
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

const took: number[] = [];

/** Draws so many nodes, and waits until all have their places. */
async function place(count: number): Promise<Placing> {
  const container = document.getElementById("canvas") as HTMLDivElement;
  container.style.cssText = "width: 900px; height: 650px";
  const drawing = new Drawing(container, { open() {}, centre() {}, mark() {}, ask() {}, point() {} });
  let before = 0;
  drawing.sigma.on("beforeRender", () => {
    before = performance.now();
  });
  drawing.sigma.on("afterRender", () => took.push(performance.now() - before));
  const begun = performance.now();
  drawing.show(pictureOf(count), { isOpen: () => false, ends: [] });
  let frames = 0;
  while (container.dataset.placing) {
    await nextFrame();
    frames++;
  }
  const seconds = (performance.now() - begun) / 1000;
  return { frames: frames / seconds, took: seconds };
}

function drawn(): DrawnFrames {
  const all = took.splice(0).sort((a, b) => a - b);
  return { frames: all.length, own: all[Math.floor(all.length / 10)] ?? 0 };
}

Object.assign(window, { place, drawn });
