import type { GatheredRows, Row, Statement } from "../../compile/index.ts";
import { type Hop, type HopsFrom, hopsIn } from "../hops.ts";
import { LIMITS } from "../limits.ts";
import { listsIn, textsIn } from "../rows.ts";
import { HOPS, type HopsName, LEVELS, STEPS, type StepName } from "./ways.ts";

/** The statement of `LEVELS` levels of a walk (`walkText`): hops of each kind begin at some nodes, and of the nodes `come` it is also asked which measures name them. */
export type WalkFrom = (frontier: ReadonlyMap<HopsName, ReadonlySet<string>>, come: readonly string[]) => Statement;

/** A node that was come to, by the best way. */
interface Come {
  readonly hops: readonly Hop[];
  /** The last step; null for the node that is exposed itself. */
  readonly step: StepName | null;
}

/**
 * Walks from exposed nodes to all that measures may name, for all of them together, some levels a statement, which finds the measures as well. Each node
 * counts by the way that comes to it first, of equally long ones by the names of the edges. A row is `[measure's id, status, way, whether it is spared, hops]`.
 */
export function* walkExposure(
  walkFrom: WalkFrom,
  starts: ReadonlyMap<string, readonly StepName[]>,
  first: number,
): Generator<Statement, Map<string, GatheredRows>, readonly Row[]> {
  const walks = [...starts].map(([start, steps]) => new Walk(start, steps));
  const named: Named = { edges: [], statuses: [], spared: [] };
  let found: HopsFrom = () => [];
  for (let depth = 0; depth < LIMITS.exposureDepth; depth++) {
    const asked = new Map<HopsName, Set<string>>();
    for (const { step, id } of walks.flatMap(({ frontier }) => frontier)) {
      const { hops } = STEPS[step];
      asked.set(hops, (asked.get(hops) ?? new Set()).add(id));
    }
    if (asked.size === 0) break;
    if (depth % LEVELS === 0) {
      const [row] = yield walkFrom(asked, depth === 0 ? [...starts.keys()] : []);
      found = hopsIn(KINDS.flatMap((kind, i) => listsIn(listsIn(row?.[0])[i]).map((hop): Row => [kind, ...textsIn(hop)])));
      for (const [i, key] of (["edges", "statuses", "spared"] as const).entries()) named[key].push(...listsIn(row?.[i + 1]).map(textsIn));
    }
    for (const walk of walks) walk.goOn(found);
  }
  return new Map(walks.map(({ start, come }) => [start, rowsOf(come, named, first)]));
}

const KINDS = Object.keys(HOPS) as HopsName[];

/** What is known of measures, by all statements together: see `walkText`. */
type Named = Readonly<Record<"edges" | "statuses" | "spared", string[][]>>;

/** A step that may be taken next from a node, and the way by which that was come to. */
interface Next {
  readonly step: StepName;
  readonly id: string;
  readonly hops: readonly Hop[];
}

/** The walk from one exposed node. */
class Walk {
  readonly come: Map<string, Come>;
  frontier: readonly Next[];
  /** What was come to by which step: from a node that lies above one good and below another, the walk goes on both ways. */
  readonly #seen = new Set<string>();

  constructor(
    readonly start: string,
    steps: readonly StepName[],
  ) {
    this.come = new Map([[start, { hops: [], step: null }]]);
    this.frontier = steps.map((step) => ({ step, id: start, hops: [] }));
  }

  goOn(found: HopsFrom): void {
    const taken = this.frontier.flatMap(({ step, id, hops }) =>
      found(STEPS[step].hops, id).map((hop) => {
        const way = [...hops, hop];
        return { step, id: hop.far, hops: way, text: textOf(way) };
      }),
    );
    const next: Next[] = [];
    for (const { step, id, hops } of taken.sort((a, b) => (a.text < b.text ? -1 : 1))) {
      if (this.#seen.has(`${step} ${id}`)) continue;
      this.#seen.add(`${step} ${id}`);
      if (!this.come.has(id)) this.come.set(id, { hops, step });
      next.push(...STEPS[step].next.map((after) => ({ step: after, id, hops })));
    }
    this.frontier = next;
  }
}

/** What orders ways of equal length: the names of their edges. */
const textOf = (hops: readonly Hop[]) => hops.map(({ edge }) => edge).join("\n");

/** The measures that reach a node by any of those come to from it: each by its best way. */
function rowsOf(come: ReadonlyMap<string, Come>, named: Named, first: number): GatheredRows {
  const statuses = new Map(named.statuses.map(([measure = "", status = ""]) => [measure, status]));
  const spared = new Map<string, Set<string>>();
  for (const [id = "", measure = ""] of named.spared) spared.set(measure, (spared.get(measure) ?? new Set()).add(id));
  const best = new Map<string, { readonly come: Come; readonly hops: readonly Hop[] }>();
  for (const [id = "", measure = "", edge = ""] of named.edges) {
    const at = come.get(id);
    if (!at || !statuses.has(measure)) continue;
    const hops = [...at.hops, { near: id, far: measure, edge }];
    const known = best.get(measure);
    if (!known || isBetter(hops, known.hops)) best.set(measure, { come: at, hops });
  }
  const ordered = [...best].sort(([a, one], [b, other]) => one.hops.length - other.hops.length || (a < b ? -1 : 1));
  const rows = ordered.slice(0, first).map(([measure, { come: at, hops }]) => {
    const isSpared = [...(spared.get(measure) ?? [])].some((id) => come.has(id));
    return [
      measure,
      statuses.get(measure) ?? null,
      at.step ?? "NAMED",
      isSpared,
      hops.map(({ near, far, edge }, i) => [i, near, far, edge]),
    ] as const;
  });
  const cut =
    ordered.length > rows.length
      ? `${ordered.length} measures reach this; the ${rows.length} nearest are given. Ask for first: ${Math.min(ordered.length, LIMITS.exposures)}, or for fewer statuses.`
      : null;
  return { rows, cut };
}

function isBetter(hops: readonly Hop[], than: readonly Hop[]): boolean {
  return hops.length === than.length ? textOf(hops) < textOf(than) : hops.length < than.length;
}
