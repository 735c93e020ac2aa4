import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram } from "sigma/rendering";
import { Layout } from "./layout.ts";
import { type Frame, frameOf, isMoving, movedBy } from "./moving.ts";
import { paint, type Scene } from "./paint.ts";
import { type Palette, readPalette, watchTheme } from "./palette.ts";
import type { Drawn, DrawnEdge, Picture } from "./picture.ts";
import { type Laid, type Placed, ringOf } from "./shapes.ts";

/** What the reader does in the picture. */
export interface Handlers {
  /** A click, or a tap. */
  open(key: string): void;
  /** A double click. */
  centre(key: string): void;
  /** A click with the shift key held. */
  mark(key: string): void;
  /** A click on an edge. */
  ask(key: string): void;
  /** What is pointed at; null where nothing is. */
  point(key: string | null): void;
}

/** How nodes are told apart beyond what they are. */
export interface Standing {
  isOpen(key: string): boolean;
  readonly ends: readonly string[];
}

const ROUNDS = 360;
/** A second click within this time makes a double one, in milliseconds. */
const DOUBLE = 240;
/**
 * Of a picture with more nodes than this, a frame costs too much to be drawn whole while the reader moves it: lines come back when it stands, and what is painted goes
 * along as it was.
 */
const MANY = 300;
const SIZES = { open: 15, family: 13, node: 10 } as const;

/** The picture: sigma draws circles and lines, what only we know is painted over them, and a worker places the nodes. */
export class Drawing {
  readonly graph = new MultiDirectedGraph();
  readonly sigma: Sigma;
  readonly #layout = new Layout();
  readonly #container: HTMLElement;
  readonly #handlers: Handlers;
  #palette: Palette;
  #standing: Standing = { isOpen: () => false, ends: [] };
  #pointed: string | null = null;
  /** Where the frame lay when all was painted last. */
  #painted: Frame | null = null;
  #click: ReturnType<typeof setTimeout> | undefined;
  readonly #endWatch: () => void;

  /** Throws where the browser has no WebGL. */
  constructor(container: HTMLElement, handlers: Handlers) {
    this.#container = container;
    this.#handlers = handlers;
    this.#palette = readPalette(container);
    this.sigma = new Sigma(this.graph, container, {
      renderLabels: false,
      enableEdgeEvents: true,
      defaultEdgeType: "arrow",
      edgeProgramClasses: { arrow: EdgeArrowProgram },
      defaultDrawNodeHover: () => {},
      stagePadding: Math.min(70, container.clientWidth / 12),
      minCameraRatio: 0.05,
      maxCameraRatio: 4,
      nodeReducer: (key, data) => this.#nodeLook(key, data as Drawn & { x: number; y: number }),
      edgeReducer: (key, data) => this.#edgeLook(key, data as DrawnEdge),
      zIndex: true,
    });
    this.sigma.createCanvasContext("painted", { style: { pointerEvents: "none", transformOrigin: "0 0" } });
    this.sigma.resize(true);
    this.sigma.on("afterRender", () => this.#paint());
    this.#listen();
    this.#endWatch = watchTheme(() => {
      this.#palette = readPalette(container);
      this.sigma.refresh();
    });
  }

  /** Draws another picture; what both have keeps its place until the forces move it. */
  show(picture: Picture, standing: Standing): void {
    this.#standing = standing;
    const { graph } = this;
    const [keys, edges] = [new Set(picture.nodes.map(({ key }) => key)), new Set(picture.edges.map(({ key }) => key))];
    let isOther = keys.size !== graph.order || edges.size !== graph.size;
    for (const key of graph.edges()) if (!edges.has(key)) graph.dropEdge(key);
    for (const key of graph.nodes()) if (!keys.has(key)) graph.dropNode(key);
    for (const node of picture.nodes) {
      if (graph.hasNode(node.key)) graph.mergeNodeAttributes(node.key, { ...node });
      else {
        isOther = true;
        graph.addNode(node.key, { ...node, ...this.#beside(node.parent, node.key) });
      }
    }
    for (const edge of picture.edges) {
      if (graph.hasEdge(edge.key)) graph.mergeEdgeAttributes(edge.key, { ...edge });
      else graph.addEdgeWithKey(edge.key, edge.from, edge.to, { ...edge });
    }
    this.sigma.setSetting("hideEdgesOnMove", this.#isLarge());
    if (isOther) this.#place();
    else this.sigma.refresh();
  }

  /** Points at a node or an edge from outside, as a list does. */
  point(key: string | null): void {
    if (this.#pointed === key) return;
    this.#pointed = key;
    this.sigma.refresh({ skipIndexation: true });
  }

  zoom(by: "in" | "out" | "all"): void {
    const camera = this.sigma.getCamera();
    const options = { duration: isStill() ? 0 : 200 };
    if (by === "in") camera.animatedZoom(options);
    else if (by === "out") camera.animatedUnzoom(options);
    else camera.animatedReset(options);
  }

  /** What is seen, in pixels: for files of it, and for what is painted over it. */
  scene(): Omit<Scene, "pointed"> & { readonly palette: Palette } {
    const { width, height } = this.sigma.getDimensions();
    const placed = new Map(this.graph.mapNodes((key, data) => [key, this.#placed(key, data as Drawn)]));
    const edges = () =>
      this.graph.mapEdges((key, data, from, to): Laid => {
        const { words, isPath } = data as DrawnEdge;
        return { key, from: placed.get(from) as Placed, to: placed.get(to) as Placed, words, isPath };
      });
    return { nodes: [...placed.values()], edges, width, height, palette: this.#palette };
  }

  end(): void {
    clearTimeout(this.#click);
    this.#endWatch();
    this.#layout.end();
    this.sigma.kill();
  }

  /** Where a new node begins: around the one that it was found at, always at the same place. */
  #beside(parent: string | null, key: string): { readonly x: number; readonly y: number } {
    const turn = [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 6283, 7) / 1000;
    const at = parent !== null && this.graph.hasNode(parent) ? this.graph.getNodeAttributes(parent) : { x: 0, y: 0 };
    return { x: Number(at.x) + 20 * Math.cos(turn), y: Number(at.y) + 20 * Math.sin(turn) };
  }

  #place(): void {
    const { graph } = this;
    const keys = graph.nodes();
    const at = new Map(keys.map((key, i) => [key, i]));
    const asked = {
      count: keys.length,
      positions: Float32Array.from(keys.flatMap((key) => [graph.getNodeAttribute(key, "x"), graph.getNodeAttribute(key, "y")])),
      sizes: Float32Array.from(keys.map((key) => this.#sizeOf(key, graph.getNodeAttributes(key) as Drawn))),
      edges: Uint32Array.from(graph.edges().flatMap((key) => [at.get(graph.source(key)) ?? 0, at.get(graph.target(key)) ?? 0])),
      rounds: ROUNDS,
    };
    this.#container.dataset.placing = "true";
    this.#layout.place(asked, (positions, isDone) => {
      if (isDone) delete this.#container.dataset.placing;
      // Who asked for no motion sees the nodes in their places at once.
      if (isStill() && !isDone) return;
      graph.updateEachNodeAttributes((key, data) => {
        const i = at.get(key);
        return i === undefined ? data : { ...data, x: positions[i * 2], y: positions[i * 2 + 1] };
      });
    });
  }

  #isLarge(): boolean {
    return this.graph.order > MANY;
  }

  #sizeOf(key: string, { count }: Drawn): number {
    if (count !== null) return SIZES.family + Math.min(8, Math.log2(count));
    const size = this.#standing.isOpen(key) ? SIZES.open : SIZES.node;
    return this.#isLarge() ? size / 2 : size;
  }

  #look(data: Drawn): { readonly status: Drawn["status"]; readonly isFamily: boolean; readonly isOpen: boolean } {
    return { status: data.status, isFamily: data.count !== null, isOpen: this.#standing.isOpen(data.key) };
  }

  #nodeLook(key: string, data: Drawn & { readonly x: number; readonly y: number }) {
    return { x: data.x, y: data.y, size: this.#sizeOf(key, data), color: ringOf(this.#look(data), this.#palette).fill, label: "" };
  }

  #edgeLook(key: string, { from, to, isPath }: DrawnEdge) {
    const isPointed = this.#pointed !== null && [key, from, to].includes(this.#pointed);
    // What joins neighbours with each other stands back behind what joins them with what the reader opened.
    const isNear = [from, to].some((end) => this.#standing.isOpen(end) || end.includes("~"));
    const { accent, line, faint } = this.#palette;
    if (isPath) return { color: accent, size: 3.5, zIndex: 2 };
    return isPointed ? { color: accent, size: 2, zIndex: 2 } : { color: isNear ? line : faint, size: 1, zIndex: isNear ? 1 : 0 };
  }

  #placed(key: string, data: Drawn): Placed {
    const shown = this.sigma.getNodeDisplayData(key);
    const { x, y } = shown ? this.sigma.framedGraphToViewport(shown) : { x: 0, y: 0 };
    const radius = this.sigma.scaleSize(shown?.size ?? 1);
    return { key, x, y, radius, type: data.type, label: data.label, isEnd: this.#standing.ends.includes(key), ...this.#look(data) };
  }

  #paint(): void {
    const canvas = this.sigma.getCanvases().painted;
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return;
    const at = frameOf(this.sigma);
    // Nodes that are being placed leave what was painted.
    if (this.#painted && this.#isLarge() && !this.#container.dataset.placing && isMoving(this.sigma)) {
      canvas.style.transform = movedBy(this.#painted, at);
      return;
    }
    canvas.style.transform = "";
    paint(context, { ...this.scene(), pointed: this.#pointed }, this.#palette);
    this.#painted = at;
  }

  #listen(): void {
    const { sigma } = this;
    sigma.on("clickNode", ({ node, event }) => {
      clearTimeout(this.#click);
      if (event.original.shiftKey) this.#handlers.mark(node);
      else this.#click = setTimeout(() => this.#handlers.open(node), DOUBLE);
    });
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      clearTimeout(this.#click);
      this.#handlers.centre(node);
    });
    sigma.on("clickEdge", ({ edge }) => this.#handlers.ask(edge));
    const point = (key: string | null) => {
      this.point(key);
      this.#handlers.point(key);
      this.#container.style.cursor = key === null ? "" : "pointer";
    };
    sigma.on("enterNode", ({ node }) => point(node));
    sigma.on("leaveNode", () => point(null));
    sigma.on("enterEdge", ({ edge }) => point(edge));
    sigma.on("leaveEdge", () => point(null));
  }
}

/** Whether the reader asked that nothing move by itself. */
const isStill = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
