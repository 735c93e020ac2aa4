import { setTimeout } from "node:timers/promises";
import type { FastifyBaseLogger } from "fastify";
import { type Degree, type Degrees, degreeStatements, MAX_PAGE, noDegrees, wayOf } from "../../compile/index.ts";
import { EngineError, type GraphEngine } from "../../engine/port.ts";
import type { EdgeField, Model } from "../../model/index.ts";
import type { Written } from "../../resolvers/index.ts";

/** Measuring takes no more than this part of the time. */
const MOST_OF_TIME = 1 / 100;
/** How old measured degrees may become before a request has them measured again, in milliseconds. */
export const REFRESH = 60_000;

/** What work is priced by as long as nothing was measured: a graph of middling size, so that much of it in one operation is refused all the same. */
const UNKNOWN = { nodes: 5_000, edges: 20_000, datedEdges: 100_000 } as const;

/** How the edges of a field fan out from one node. */
type Walked = Pick<EdgeField, "type" | "direction" | "symmetric">;

/**
 * How far edges fan out: the largest degrees of the graph, measured in the background. 280,000 edges take 0.4 s of a processor, in statements of less
 * than 0.1 s; a Neo4j that was just started plans these statements for seconds, once. They are measured at start, after each load, and where a request comes when they are a minute old, since others may write to a database as
 * well; never for more than a hundredth of the time. Before the first measurement degrees have no bound, so that lists count as full pages, and lists without
 * pages (claims, values) count as a page of 200, and work is priced as on a graph of middling size. Between a load of others and the next measurement an answer may be larger than was reckoned.
 */
export class FanOut {
  /** Grows with everything that changes what is known: costs that were reckoned before are no longer right. */
  version = 0;
  readonly #engine: GraphEngine;
  readonly #model: Model;
  readonly #log: Pick<FastifyBaseLogger, "warn">;
  readonly #refresh: number;
  #degrees: Degrees | null = null;
  /** What was written since: by how much what is known may have grown. */
  #growth: Growth = NO_GROWTH;
  #measuring: Promise<void> | null = null;
  #dueAt = 0;

  /** `refresh` is how old degrees may become, in milliseconds. */
  constructor(engine: GraphEngine, model: Model, log: Pick<FastifyBaseLogger, "warn">, refresh: number = REFRESH) {
    this.#engine = engine;
    this.#model = model;
    this.#log = log;
    this.#refresh = refresh;
  }

  /** Has the degrees measured where they are too old, in the background. */
  keepFresh(): void {
    if (performance.now() >= this.#dueAt) void this.measure();
  }

  /** Tells of what a load wrote: until that is measured, every figure may have grown by as many records as bear on it. */
  wrote(written: Written): void {
    const grown = growthOf(written);
    if (Object.values(grown).every((records) => records === 0)) return;
    this.#growth = plus(this.#growth, grown, 1);
    this.version += 1;
    // What was written while a measurement was under way may not be in it.
    void (this.#measuring ?? Promise.resolve()).then(() => this.measure());
  }

  /** Measures now. Where the database does not answer, what was known stays, and a later request tries again. */
  measure(): Promise<void> {
    this.#measuring ??= this.#measure().finally(() => {
      this.#measuring = null;
    });
    return this.#measuring;
  }

  /** Whether something was written that is not measured yet, so that degrees count as larger than they are. */
  get isBehind(): boolean {
    return Object.values(this.#growth).some((records) => records > 0);
  }

  /** Resolves once what is written by now is measured, or after so many milliseconds. */
  async catchUp(milliseconds: number): Promise<void> {
    const caughtUp = (async () => {
      // What was written while the first was under way may not be in it.
      for (let tries = 0; tries < 2 && this.isBehind; tries++) await this.measure();
    })();
    await Promise.race([caughtUp, setTimeout(milliseconds, null, { ref: false })]);
  }

  /** How many edges of a field one node of a type has at most. */
  degree(owner: string, { type, direction, symmetric }: Walked): number {
    const ways = symmetric ? (["OUT", "IN"] as const) : [direction];
    return this.#growth.edges + ways.map((way) => this.#way(owner, type, way).largest).reduce((sum, largest) => sum + largest, 0);
  }

  /** How many edges of all dated types one node of a type has at most. */
  datedDegree(owner: string, direction: "OUT" | "IN"): number {
    const dated = [...this.#model.edges.values()].filter((edge) => edge.dated);
    return (
      this.#growth.edges + dated.map(({ type }) => this.#way(owner, type, direction).largest).reduce((sum, largest) => sum + largest, 0)
    );
  }

  /** How many dated edges a node of a type has at most, both ways. */
  datedEdgesOf(owner: string): number {
    return this.datedDegree(owner, "OUT") + this.datedDegree(owner, "IN");
  }

  /** How many edges of a type the graph has. */
  edges(type: string): number {
    if (!this.#degrees) return UNKNOWN.edges;
    const owners = [...this.#model.nodes.keys()];
    return owners.reduce((sum, owner) => sum + this.#way(owner, type, "OUT").all, 0);
  }

  /** How many dated edges the graph has. */
  get datedEdges(): number {
    if (!this.#degrees) return UNKNOWN.datedEdges;
    return [...this.#model.edges.values()].filter((edge) => edge.dated).reduce((sum, { type }) => sum + this.edges(type), 0);
  }

  /** How many edges of a type a list can have that reaches beyond its own node: all there are, both ways where it is symmetric. */
  reached({ type, symmetric }: Walked): number {
    return this.#degrees ? this.edges(type) * (symmetric ? 2 : 1) + this.#growth.edges : Number.POSITIVE_INFINITY;
  }

  /** How many nodes a type has at most. */
  nodes(type: string): number {
    return this.#degrees ? (this.#degrees.nodes.get(type) ?? 0) + this.#growth.nodes : Number.POSITIVE_INFINITY;
  }

  /** How many nodes a type has, to price work. */
  scanned(type: string): number {
    return this.#degrees ? (this.#degrees.nodes.get(type) ?? 0) : UNKNOWN.nodes;
  }

  /** How many nodes are marked as disputed, and how many claims are about these: to price work. */
  get disputed(): Degrees["disputed"] {
    return this.#degrees?.disputed ?? { nodes: UNKNOWN.nodes, claims: UNKNOWN.nodes };
  }

  /** Whether the degrees were ever measured. */
  get isMeasured(): boolean {
    return this.#degrees !== null;
  }

  /** How many claims one edge rests on at most. */
  get claims(): number {
    return this.#degrees ? this.#degrees.claims + this.#growth.claims : MAX_PAGE;
  }

  /** How many objects a property of a @value type has at most. */
  values(owner: string, property: string): number {
    return this.#degrees ? (this.#degrees.values.get(`${owner}.${property}`) ?? 0) + this.#growth.values : MAX_PAGE;
  }

  /** What has not been measured yet has no bound. */
  #way(owner: string, type: string, direction: "OUT" | "IN"): Degree {
    if (!this.#degrees) return { all: 0, largest: Number.POSITIVE_INFINITY };
    return this.#degrees.ways.get(wayOf(owner, type, direction)) ?? { all: 0, largest: 0 };
  }

  async #measure(): Promise<void> {
    const before = this.#growth;
    const start = performance.now();
    const measured = noDegrees();
    try {
      for (const { statement, read } of degreeStatements(this.#model)) {
        const [row] = await this.#engine.read(statement);
        read(row, measured);
      }
      this.#degrees = measured;
      this.#growth = plus(this.#growth, before, -1);
      this.version += 1;
    } catch (error) {
      // A server that ends does not wait for it.
      if (!(error instanceof EngineError && error.code === "CLOSED"))
        this.#log.warn({ err: error }, "the degrees of the graph could not be measured");
    }
    const took = performance.now() - start;
    this.#dueAt = performance.now() + Math.max(this.#refresh, took / MOST_OF_TIME);
  }
}

/** By how much each kind of figure may have grown. */
interface Growth {
  /** The nodes of a type: a node keeps its type, so by those that are new. */
  readonly nodes: number;
  /** The edges of a node: by those that are new. */
  readonly edges: number;
  /** The claims that an edge rests on: by all that was written, where an edge may rest on more than before. */
  readonly claims: number;
  /** The values that a node has of one property. */
  readonly values: number;
}

const NO_GROWTH: Growth = { nodes: 0, edges: 0, claims: 0, values: 0 };

function growthOf({ nodes, edges, recomputed }: Written): Growth {
  const records = nodes.added + nodes.changed + edges.added + edges.changed + recomputed;
  return {
    nodes: nodes.added,
    edges: edges.added,
    claims: edges.added + edges.changed + recomputed > 0 ? records : 0,
    values: nodes.added + nodes.changed,
  };
}

const plus = (a: Growth, b: Growth, sign: 1 | -1): Growth => ({
  nodes: a.nodes + sign * b.nodes,
  edges: a.edges + sign * b.edges,
  claims: a.claims + sign * b.claims,
  values: a.values + sign * b.values,
});
