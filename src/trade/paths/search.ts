import type { Row, Statement } from "../../compile/index.ts";
import { LIMITS } from "../limits.ts";
import { listsIn } from "../rows.ts";
import { type Asked, bestPaths, type Met, type Path } from "./best.ts";

/** The statements of a search: what is known of some nodes, and what lies one hop from them. */
export interface Statements {
  /** One row: a list of `[id, degree, date]` for each node that is there. */
  readonly ends: (ids: readonly string[]) => Statement;
  /** One row: a list of `[id, neighbour's id, last day]` for each edge, and a list of `[id, degree, date]` for each neighbour. */
  readonly level: (ids: readonly string[]) => Statement;
}

/** What a search found. */
export interface Searched {
  readonly paths: readonly Path[];
  /** What was not looked at, as a sentence; null where all was. */
  readonly cut: string | null;
}

/** One side of the search, and how far it has come. */
interface Side {
  /** The nodes that were met last and may be walked through. */
  frontier: readonly string[];
  readonly met: Set<string>;
}

/**
 * Searches from both sides, a level at a time, always on the side where less is to be looked at. After as many levels as a path has hops, every path of
 * that length is among what was gathered: so the search ends with the first level at which there are as many paths as were asked for.
 */
export function* searchPaths(statements: Statements, asked: Asked, longest: number): Generator<Statement, Searched, readonly Row[]> {
  const gathered = new Graph();
  gathered.addNodes((yield statements.ends([...new Set([...asked.from, ...asked.to])]))[0]?.[0]);
  const sideOf = (ids: ReadonlySet<string>): Side => {
    const there = [...ids].filter((id) => gathered.nodes.has(id));
    return { frontier: there, met: new Set(there) };
  };
  const sides = [sideOf(asked.from), sideOf(asked.to)] as const;
  const passedOver = new Map<string, number>();
  for (let length = 1; length <= longest; length++) {
    const [one, other] = sides;
    if (one.frontier.length === 0 || other.frontier.length === 0) break;
    const side = gathered.edgesOf(one.frontier) <= gathered.edgesOf(other.frontier) ? one : other;
    const { walked, left } = withinBounds(side.frontier, gathered);
    for (const id of left) passedOver.set(id, gathered.degree(id));
    const unknown = walked.filter((id) => !gathered.wasWalked(id));
    if (unknown.length > 0) gathered.addLevel(unknown, (yield statements.level(unknown))[0]);
    const next = [...new Set(walked.flatMap((id) => gathered.neighbours(id)))].filter((id) => !side.met.has(id));
    for (const id of next) side.met.add(id);
    side.frontier = next.filter(asked.isInner);
    const { paths, gaveUp } = bestPaths(gathered, asked, length);
    if (paths.length >= asked.first || gaveUp) return { paths, cut: cutOf(passedOver, gaveUp) };
  }
  const { paths, gaveUp } = bestPaths(gathered, asked, longest);
  return { paths, cut: cutOf(passedOver, gaveUp) };
}

/** The nodes of a frontier that are walked, the least busy first, and those that are too many. */
function withinBounds(frontier: readonly string[], gathered: Graph): { walked: string[]; left: string[] } {
  const weighed = frontier.map((id) => ({ id, degree: gathered.degree(id) }));
  const inOrder = weighed.sort((a, b) => a.degree - b.degree || (a.id < b.id ? -1 : 1));
  let edges = 0;
  const within = inOrder.findIndex(({ degree }, i) => {
    edges += degree;
    return i > 0 && edges > LIMITS.levelEdges;
  });
  const ordered = inOrder.map(({ id }) => id);
  return within < 0 ? { walked: ordered, left: [] } : { walked: ordered.slice(0, within), left: ordered.slice(within) };
}

function cutOf(passedOver: ReadonlyMap<string, number>, gaveUp: boolean): string | null {
  const parts: string[] = [];
  if (passedOver.size > 0) {
    const least = Math.min(...passedOver.values());
    const nodes = passedOver.size === 1 ? `a node of ${least} edges` : `${passedOver.size} nodes of ${least} edges and more`;
    parts.push(
      `Not all that leads through ${nodes} was looked at: each level looks at ${LIMITS.levelEdges} edges, the least busy nodes first.`,
    );
  }
  if (gaveUp) parts.push("There are more ways than could be compared.");
  if (parts.length === 0) return null;
  return `${parts.join(" ")} Other paths may be missing. Name types, node types to lead through, or a smaller maxLength.`;
}

/** The part of the graph that was looked at. */
class Graph {
  readonly nodes = new Map<string, Met>();
  readonly edges = new Map<string, Map<string, string>>();
  readonly #walked = new Set<string>();

  addNodes(rows: unknown): void {
    for (const [id, degree, date] of listsIn(rows)) {
      const day = typeof date === "string" ? date : "";
      this.nodes.set(String(id), { degree: Number(degree), date: day, last: `${day}~` });
    }
  }

  addLevel(ids: readonly string[], row: Row | undefined): void {
    for (const id of ids) this.#walked.add(id);
    this.addNodes(row?.[1]);
    for (const [near, far, until] of listsIn(row?.[0])) {
      const last = typeof until === "string" ? `${until}~` : "~";
      this.#join(String(near), String(far), last);
      this.#join(String(far), String(near), last);
    }
  }

  degree(id: string): number {
    return this.nodes.get(id)?.degree ?? 0;
  }

  edgesOf(ids: readonly string[]): number {
    return ids.reduce((sum, id) => sum + this.degree(id), 0);
  }

  wasWalked(id: string): boolean {
    return this.#walked.has(id);
  }

  neighbours(id: string): string[] {
    return [...(this.edges.get(id)?.keys() ?? [])];
  }

  #join(near: string, far: string, last: string): void {
    if (near === far) return;
    const known = this.edges.get(near) ?? new Map<string, string>();
    this.edges.set(near, known);
    if (last > (known.get(far) ?? "")) known.set(far, last);
  }
}
