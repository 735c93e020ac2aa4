import type { Row, Statement } from "../../compile/index.ts";
import { LIMITS } from "../limits.ts";
import { listsIn } from "../rows.ts";
import { type Asked, bestPaths, type Met, type Path } from "./best.ts";

/** The statements of a search: what is known of some nodes, and what lies one hop from them. */
export interface Statements {
  /**
   * One row: a list of `[neighbour's id, [[id, last day], …]]`, an inner list for each edge to the neighbour, and one of `[id, degree, date]` for each
   * neighbour; where no hop is walked after these, at least for those that several edges lead to.
   */
  readonly level: (ids: readonly string[], isLast: boolean) => Statement;
  /** The same of those nodes that have at most so many edges, and a third list: of `[id, degree, date]` for each of the nodes that is there. */
  readonly ends: (ids: readonly string[], most: number, isLast: boolean) => Statement;
}

/** How many edges are read before it is known that they are looked at: fewer than another statement takes. */
const AHEAD = 500;

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
 * Searches from both sides, a level at a time, always on the side where less is to be read. After as many levels as a path has hops, every path of
 * that length is among what was gathered: so the search ends with the first level at which there are as many paths as were asked for. What both
 * sides need next is read by one statement, as far as that is little.
 */
export function* searchPaths(statements: Statements, asked: Asked, longest: number): Generator<Statement, Searched, readonly Row[]> {
  const gathered = new Graph();
  const ends = [...new Set([...asked.from, ...asked.to])];
  const most = Math.floor(AHEAD / Math.max(1, ends.length));
  gathered.addEnds(most, (yield statements.ends(ends, most, longest === 1))[0]);
  const sideOf = (ids: ReadonlySet<string>): Side => {
    const there = [...ids].filter((id) => gathered.nodes.has(id));
    return { frontier: there, met: new Set(there) };
  };
  const sides = [sideOf(asked.from), sideOf(asked.to)] as const;
  const passedOver = new Map<string, number>();
  for (let length = 1; length <= longest; length++) {
    const [one, other] = sides;
    if (one.frontier.length === 0 || other.frontier.length === 0) break;
    const [side, next] = gathered.unread(one.frontier) <= gathered.unread(other.frontier) ? [one, other] : [other, one];
    const { walked, left } = withinBounds(side.frontier, gathered);
    for (const id of left) passedOver.set(id, gathered.degree(id));
    const unknown = gathered.unwalked(walked);
    if (unknown.length > 0) {
      const isBoth = length < longest && gathered.unread(next.frontier) <= AHEAD;
      const read = isBoth ? [...new Set([...unknown, ...gathered.unwalked(next.frontier)])] : unknown;
      // After both sides' next hop, one of the two, whichever it is, is walked.
      gathered.addLevel(read, (yield statements.level(read, length + (isBoth ? 1 : 0) >= longest))[0]);
    }
    const met = [...new Set(walked.flatMap((id) => gathered.neighbours(id)))].filter((id) => !side.met.has(id));
    for (const id of met) side.met.add(id);
    side.frontier = met.filter(asked.isInner);
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

  /** What is known of the ends, and what lies one hop from those that have at most so many edges. */
  addEnds(most: number, row: Row | undefined): void {
    this.#addNodes(row?.[2]);
    this.addLevel(
      [...this.nodes.keys()].filter((id) => this.degree(id) <= most),
      row,
    );
  }

  addLevel(ids: readonly string[], row: Row | undefined): void {
    for (const id of ids) this.#walked.add(id);
    this.#addNodes(row?.[1]);
    for (const [far, edges] of listsIn(row?.[0])) {
      for (const [near, until] of listsIn(edges)) {
        const last = typeof until === "string" ? `${until}~` : "~";
        this.#join(String(near), String(far), last);
        this.#join(String(far), String(near), last);
      }
    }
  }

  degree(id: string): number {
    return this.nodes.get(id)?.degree ?? 0;
  }

  /** Those of some nodes at whose edges nobody has looked. */
  unwalked(ids: readonly string[]): string[] {
    return ids.filter((id) => !this.#walked.has(id));
  }

  /** How many edges of some nodes are still to be read; less than none where all nodes were read, so that these come before any whose edges nobody counted. */
  unread(ids: readonly string[]): number {
    const unwalked = this.unwalked(ids);
    return unwalked.length === 0 ? -1 : unwalked.reduce((sum, id) => sum + this.degree(id), 0);
  }

  neighbours(id: string): string[] {
    return [...(this.edges.get(id)?.keys() ?? [])];
  }

  #addNodes(rows: unknown): void {
    for (const [id, degree, date] of listsIn(rows)) {
      const day = typeof date === "string" ? date : "";
      this.nodes.set(String(id), { degree: Number(degree), date: day, last: `${day}~` });
    }
  }

  #join(near: string, far: string, last: string): void {
    if (near === far) return;
    const known = this.edges.get(near) ?? new Map<string, string>();
    this.edges.set(near, known);
    if (last > (known.get(far) ?? "")) known.set(far, last);
  }
}
