import type { GatheredRows, Row, Statement } from "../../compile/index.ts";
import { type Hop, type HopsFrom, hopsIn } from "../hops.ts";
import { LIMITS } from "../limits.ts";
import { listsIn, textsIn } from "../rows.ts";
import { STEPS, type StepName } from "./ways.ts";

/** The statements of a walk. */
export interface Statements {
  /** The hops of each step from the nodes that may take it; its kind is the step. */
  readonly level: (frontier: ReadonlyMap<StepName, ReadonlySet<string>>) => Statement;
  /** One row: a list of `[node's id, measure's id, edge's name]` for each edge by which a measure names one of some nodes, one of `[measure's id, status]` for the measures that are kept, and one of `[node's id, measure's id]` for those that spare one. */
  readonly measures: (ids: readonly string[]) => Statement;
}

/** A node that was come to, by the best way. */
interface Come {
  readonly hops: readonly Hop[];
  /** The last step; null for the node that is exposed itself. */
  readonly step: StepName | null;
}

/**
 * Walks from exposed nodes to all that measures may name, a level at a time for all of them together, then asks once which measures do. Each node counts
 * by the way that comes to it first, of equally long ones by the names of the edges. A row is `[measure's id, status, way, whether it is spared, hops]`.
 */
export function* walkExposure(
  statements: Statements,
  starts: ReadonlyMap<string, readonly StepName[]>,
  first: number,
): Generator<Statement, Map<string, GatheredRows>, readonly Row[]> {
  const walks = [...starts].map(([start, steps]) => new Walk(start, steps));
  for (let depth = 0; depth < LIMITS.exposureDepth; depth++) {
    const asked = new Map<StepName, Set<string>>();
    for (const { step, id } of walks.flatMap(({ frontier }) => frontier)) asked.set(step, (asked.get(step) ?? new Set()).add(id));
    if (asked.size === 0) break;
    const found = hopsIn(yield statements.level(asked));
    for (const walk of walks) walk.goOn(found);
  }
  const ids = [...new Set(walks.flatMap(({ come }) => [...come.keys()]))];
  const [row] = ids.length > 0 ? yield statements.measures(ids) : [];
  return new Map(walks.map(({ start, come }) => [start, rowsOf(come, row, first)]));
}

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
      found(step, id).map((hop) => {
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
function rowsOf(come: ReadonlyMap<string, Come>, row: Row | undefined, first: number): GatheredRows {
  const statuses = new Map(listsIn(row?.[1]).map(([measure, status]) => [String(measure), String(status)]));
  const spared = new Map<string, Set<string>>();
  for (const [id = "", measure = ""] of listsIn(row?.[2]).map(textsIn)) spared.set(measure, (spared.get(measure) ?? new Set()).add(id));
  const best = new Map<string, { readonly come: Come; readonly hops: readonly Hop[] }>();
  for (const [id = "", measure = "", edge = ""] of listsIn(row?.[0]).map(textsIn)) {
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
