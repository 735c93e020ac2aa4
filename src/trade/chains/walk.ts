import type { GatheredRows, Row, Statement } from "../../compile/index.ts";
import { type Hop, type HopsFrom, hopsIn } from "../hops.ts";
import { LIMITS } from "../limits.ts";

/** Which way a chain is walked: the enum `ChainDirection` of the schema. */
export type Direction = "BACK" | "FORWARD";

/** One statement a level: the hops from the nodes that each direction has come to, a kind for each direction. */
export type LevelOf = (frontiers: Readonly<Record<Direction, readonly string[]>>) => Statement;

/** How far to walk. */
export interface Asked {
  readonly directions: readonly Direction[];
  readonly depth: number;
  /** Whether nobody said how deep: then the client is told where a chain goes on. */
  readonly byDefault: boolean;
}

/** An edge that was walked. */
interface Step extends Hop {
  readonly depth: number;
}

/**
 * Walks the chains of some nodes, all of them a level at a time. Every edge that leads on from a node of the chain is walked once, from where that node is
 * nearest; one level more shows which nodes are the last. A row is `[depth, id, from, to, edge's name, parent's id, whether it is the last]`.
 */
export function* walkChains(
  level: LevelOf,
  starts: readonly string[],
  asked: Asked,
): Generator<Statement, Map<string, GatheredRows>, readonly Row[]> {
  const walks = starts.flatMap((start) => asked.directions.map((direction) => new Walk(start, direction)));
  for (let depth = 1; depth <= asked.depth + 1; depth++) {
    const reached = (direction: Direction) => [
      ...new Set(walks.filter((walk) => walk.direction === direction).flatMap((walk) => walk.frontier)),
    ];
    const frontiers = { BACK: reached("BACK"), FORWARD: reached("FORWARD") };
    if (frontiers.BACK.length + frontiers.FORWARD.length === 0) break;
    const hops = hopsIn(yield level(frontiers));
    for (const walk of walks) walk.goOn(depth, hops, depth > asked.depth);
  }
  return new Map(
    starts.map((start) => [
      start,
      rowsOf(
        start,
        walks.filter((walk) => walk.start === start),
        asked,
      ),
    ]),
  );
}

/** A chain in one direction, as far as it was walked. */
class Walk {
  readonly steps: Step[] = [];
  frontier: readonly string[];
  /** Whether it has more edges than are answered, and whether it goes on behind its last step. */
  isCut = false;
  goesOn = false;
  readonly #seen: Set<string>;
  readonly #leadsOn = new Set<string>();

  constructor(
    readonly start: string,
    readonly direction: Direction,
  ) {
    this.frontier = [start];
    this.#seen = new Set([start]);
  }

  /** Takes the edges of the nodes that it has come to; `onlyLooks` where these are the last that are asked for. */
  goOn(depth: number, hops: HopsFrom, onlyLooks: boolean): void {
    const found = this.frontier.flatMap((near) => hops(this.direction, near).map((hop) => ({ depth, ...hop })));
    for (const { near } of found) this.#leadsOn.add(near);
    if (onlyLooks && found.length > 0) this.goesOn = true;
    const isOver = onlyLooks || this.isCut;
    const taken = isOver ? [] : inOrder(found).slice(0, LIMITS.chainEdges - this.steps.length);
    if (!isOver && taken.length < found.length) this.isCut = true;
    this.steps.push(...taken);
    this.frontier = [...new Set(taken.map(({ far }) => far))].filter((far) => !this.#seen.has(far));
    for (const far of this.frontier) this.#seen.add(far);
  }

  isLast(id: string): boolean {
    return !this.#leadsOn.has(id);
  }
}

function inOrder(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => (a.far === b.far ? (a.edge < b.edge ? -1 : 1) : a.far < b.far ? -1 : 1));
}

/** The rows of a chain: what lies furthest back comes first, then the start, what lies furthest forward last. */
function rowsOf(start: string, walks: readonly Walk[], asked: Asked): GatheredRows {
  const rows = walks.flatMap((walk) =>
    walk.steps.map((step) => ({ ...step, depth: walk.direction === "BACK" ? -step.depth : step.depth, isLast: walk.isLast(step.far) })),
  );
  const itself = [0, start, null, null, null, null, walks.every((walk) => walk.isLast(start))] as const;
  const written = ({ depth, near, far, edge, isLast }: (typeof rows)[number]) => {
    const [from = "", , to = ""] = edge.split("|");
    return [depth, far, from, to, edge, near, isLast] as const;
  };
  const ordered = [...rows].sort((a, b) => a.depth - b.depth);
  const [back, forward] = [ordered.filter(({ depth }) => depth < 0), ordered.filter(({ depth }) => depth > 0)];
  return { rows: [...back.map(written), itself, ...forward.map(written)], cut: cutOf(walks, asked) };
}

function cutOf(walks: readonly Walk[], { depth, byDefault }: Asked): string | null {
  if (walks.some((walk) => walk.isCut)) {
    return `A chain here has more than the ${LIMITS.chainEdges} edges that are given for each direction: those that are nearest are given. Ask for a chain from a node further on.`;
  }
  if (!byDefault || !walks.some((walk) => walk.goesOn)) return null;
  return `A chain here goes on behind the ${depth} steps that are given unless depth says how many. Ask for depth (${LIMITS.chainDepth} at most).`;
}
