import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { LayoutAsked, LayoutGiven } from "./layout.ts";

/** How many rounds are worked out between two answers. */
const AT_ONCE = 12;

/** Places nodes by the forces between them, and tells where they are after each few rounds; a newer question takes the place of the one before. */
let current = 0;

self.onmessage = ({ data }: MessageEvent<LayoutAsked>) => {
  current = data.round;
  const graph = graphOf(data);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    adjustSizes: data.count < 500,
    gravity: 1.5,
    barnesHutOptimize: data.count > 300,
  };
  let left = data.rounds;
  const step = () => {
    if (current !== data.round) return;
    forceAtlas2.assign(graph, { iterations: Math.min(AT_ONCE, left), settings });
    left -= AT_ONCE;
    const positions = new Float32Array(data.count * 2);
    graph.forEachNode((key, { x, y }) => positions.set([x, y], Number(key) * 2));
    const given: LayoutGiven = { round: data.round, positions, isDone: left <= 0 };
    self.postMessage(given, { transfer: [positions.buffer] });
    if (left > 0) setTimeout(step, 0);
  };
  step();
};

function graphOf({ count, positions, sizes, edges }: LayoutAsked): Graph {
  const graph = new Graph({ multi: false, type: "undirected" });
  for (let i = 0; i < count; i++) graph.addNode(i, { x: positions[i * 2] ?? 0, y: positions[i * 2 + 1] ?? 0, size: sizes[i] ?? 1 });
  for (let i = 0; i < edges.length; i += 2) graph.mergeUndirectedEdge(edges[i], edges[i + 1]);
  return graph;
}
