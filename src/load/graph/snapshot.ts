import type { GraphEngine, Row, Value } from "../../engine/port.ts";
import { ABOUT, CLAIM, type Model, nodeTypeOf, SOURCE, STATED_IN } from "../../model/index.ts";
import type { Bundle } from "../record.ts";
import { anchored, type EdgeRow } from "./edge-match.ts";
import { State } from "./state.ts";
import { edgeKey, present, strings, tellsOf, textOrNull, type Values } from "./stored.ts";

/** Rows of one statement: larger ones gain no speed and hold more memory. */
export const BATCH = 5_000;

/** Reads what the graph holds of some bundles, and what of other bundles hangs on it. */
export async function readState(engine: GraphEngine, model: Model, bundles: readonly Bundle[]): Promise<State> {
  const reader = new SnapshotReader(engine, new State(model), bundles);
  await reader.own();
  await reader.referred();
  await reader.shaken();
  return reader.state;
}

/** Reads what some bundles wrote, and the ends of their edges. Throws EngineError. */
export async function readBundles(engine: GraphEngine, model: Model, names: readonly string[]): Promise<State> {
  const place = { file: "", line: 1, column: 1 };
  const reader = new SnapshotReader(
    engine,
    new State(model),
    names.map((name) => ({ name, nodes: [], edges: [], place })),
  );
  await reader.own();
  return reader.state;
}

/** The ids among `ids` that the graph has. */
export async function existing(engine: GraphEngine, ids: readonly string[]): Promise<Set<string>> {
  const found = await inBatches(engine, "UNWIND $items AS id MATCH (n:Node {id: id}) RETURN n.id", ids);
  return new Set(found.map(([id]) => text(id)));
}

/** Those of some ids that the graph has, each with the bundle that defines it. Throws EngineError. */
export async function owners(engine: GraphEngine, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await inBatches(engine, "UNWIND $items AS id MATCH (n:Node {id: id}) RETURN n.id, n.bundle", ids);
  return new Map(found.map(([id, bundle]) => [text(id), text(bundle)]));
}

/** Those of some nodes that the graph has, as they are stored. */
export async function nodesOf(engine: GraphEngine, ids: readonly string[]): Promise<Map<string, Values>> {
  const found = await inBatches(engine, "UNWIND $items AS id MATCH (n:Node {id: id}) RETURN n.id, properties(n)", ids);
  return new Map(found.map(([id, values]) => [text(id), present(values)]));
}

/** The digests of those bundles that the graph has notes of; null where a note has none. */
export async function readDigests(engine: GraphEngine, names: readonly string[]): Promise<Map<string, string | null>> {
  const found = await inBatches(engine, "UNWIND $items AS name MATCH (b:Bundle {name: name}) RETURN b.name, b.digest", names);
  return new Map(found.map(([name, digest]) => [text(name), textOrNull(digest)]));
}

/** Those bundles of which the graph has nodes. */
export async function readHolders(engine: GraphEngine, names: readonly string[]): Promise<Set<string>> {
  const found = await inBatches(engine, "UNWIND $items AS name MATCH (n:Node {bundle: name}) RETURN DISTINCT name", names);
  return new Set(found.map(([name]) => text(name)));
}

class SnapshotReader {
  readonly #names: string[];

  constructor(
    private readonly engine: GraphEngine,
    readonly state: State,
    private readonly bundles: readonly Bundle[],
  ) {
    this.#names = bundles.map((bundle) => bundle.name);
  }

  /** What these bundles wrote before. */
  async own(): Promise<void> {
    const reaches = await this.#read("UNWIND $items AS name MATCH (b:Bundle {name: name}) RETURN b.name, b.reaches", this.#names);
    for (const [name, ids] of reaches) this.state.reaches.set(text(name), strings(ids));
    const nodes = await this.#read("UNWIND $items AS name MATCH (n:Node {bundle: name}) RETURN n.id, properties(n)", this.#names);
    for (const [id, values] of nodes) this.state.addNode(text(id), present(values));
    // From the nodes and not by a scan of all edges: loading one episode must not take longer the more others there are.
    const ids = [...this.state.nodes.keys()];
    const ours = "WHERE any(b IN r.bundles WHERE b IN $names) RETURN type(r), a.id, b.id, properties(r)";
    await this.#edges(`UNWIND $items AS id MATCH (a:Node {id: id})-[r]->(b:Node) ${ours}`, [
      ...new Set([...ids, ...[...this.state.reaches.values()].flat()]),
    ]);
    await this.#edges(`UNWIND $items AS id MATCH (b:Node {id: id})<-[r]-(a:Node) ${ours}`, ids);
  }

  /** The ends, claims and twins of what these bundles say that other bundles define. */
  async referred(): Promise<void> {
    const ids = new Set<string>();
    for (const bundle of this.bundles) {
      for (const node of bundle.nodes) ids.add(node.id);
      for (const edge of bundle.edges) for (const id of [edge.from, edge.to, ...edge.claims]) ids.add(id);
      for (const claim of bundle.restsOn ?? []) ids.add(claim);
    }
    await this.#facts(ids);
    await this.#missed();

    const twins = new Map<string, EdgeRow[]>();
    for (const edge of this.bundles.flatMap((bundle) => bundle.edges)) {
      const { from, to, type } = edge;
      const tells = tellsOf(this.state.model, type, edge.properties);
      if (this.state.edges.has(edgeKey(edge, tells)) || !this.state.nodes.has(from) || !this.state.nodes.has(to)) continue;
      const rows = twins.get(type) ?? [];
      rows.push({ from, to, tells });
      twins.set(type, rows);
    }
    for (const [type, all] of twins) {
      if (!this.state.model.edges.has(type)) continue;
      for (const { pattern, rows } of anchored(type, all))
        await this.#edges(`UNWIND $items AS row ${pattern} RETURN type(r), a.id, b.id, properties(r)`, rows);
    }
    await this.#singles();
    const claimed = new Set([...this.state.nodes.values()].filter((n) => this.#names.includes(n.bundle)).map((n) => n.id));
    for (const edge of [...this.bundles.flatMap((b) => b.edges), ...this.state.edges.values()])
      if (edge.type === ABOUT) claimed.add(edge.to);
    await this.#claimsAbout(claimed);
  }

  /** What hangs on claims whose date, certainty or source's reliability this load changes, or which it removes: rare, and then worth a scan. */
  async shaken(): Promise<void> {
    const wanted = new Map(this.bundles.flatMap((bundle) => bundle.nodes.map((node) => [node.id, node] as const)));
    const claims = new Set<string>();
    const sources: string[] = [];
    for (const { id, type, bundle, stored } of this.state.nodes.values()) {
      if (!this.#names.includes(bundle)) continue;
      const node = wanted.get(id);
      if (type === CLAIM && node?.properties.certainty !== stored?.certainty) claims.add(id);
      const restated = (name: string) => (node?.properties[name] ?? null) !== (stored?.[name] ?? null);
      if (node && (restated("publishedOn") || (type === SOURCE && restated("reliability")))) sources.push(id);
    }
    await this.#edges(
      `UNWIND $items AS id MATCH (b:Node {id: id})<-[r:${STATED_IN}]-(a:Node) RETURN type(r), a.id, b.id, properties(r)`,
      sources,
    );
    for (const source of sources) for (const claim of this.state.claimsOf(source)) claims.add(claim);
    for (const edge of this.#restated()) claims.add(edge);
    if (claims.size === 0) return;
    const shaken = [...claims];
    await this.#facts(claims);
    await this.#edges(
      `UNWIND $items AS id MATCH (a:Node {id: id})-[r:${ABOUT}]->(b:Node) RETURN type(r), a.id, b.id, properties(r)`,
      shaken,
    );
    await this.#edges(
      "MATCH (a:Node)-[r]->(b:Node) WHERE any(c IN r.claims WHERE c IN $items) RETURN type(r), a.id, b.id, properties(r)",
      shaken,
    );
    await this.#claimsAbout(new Set(shaken.flatMap((claim) => this.state.subjectsOf(claim))));
  }

  /** Claims that the graph has and that now name another source. */
  #restated(): string[] {
    return this.bundles.flatMap((bundle) =>
      bundle.edges.flatMap((edge) =>
        edge.type === STATED_IN && this.state.nodes.has(edge.from) && !this.state.sourcesOf(edge.from).includes(edge.to) ? [edge.from] : [],
      ),
    );
  }

  /** What other bundles still say of the records that these bundles no longer have. */
  async #missed(): Promise<void> {
    const wanted = new Set(this.bundles.flatMap((bundle) => bundle.nodes.map((node) => node.id)));
    const missed = [...this.state.nodes.values()]
      .filter((node) => this.#names.includes(node.bundle) && !wanted.has(node.id))
      .map((node) => node.id);
    await this.#edges("UNWIND $items AS id MATCH (a:Node {id: id})-[r]->(b:Node) RETURN type(r), a.id, b.id, properties(r)", missed);
    await this.#edges("UNWIND $items AS id MATCH (b:Node {id: id})<-[r]-(a:Node) RETURN type(r), a.id, b.id, properties(r)", missed);
  }

  /** Edges of other bundles where the schema allows only one. */
  async #singles(): Promise<void> {
    for (const type of this.state.model.nodes.values()) {
      for (const field of type.edges.values()) {
        if (field.list) continue;
        const ends = this.bundles.flatMap((b) =>
          b.edges.flatMap((e) => (e.type === field.type ? [field.direction === "OUT" ? e.from : e.to] : [])),
        );
        const defined = this.bundles.flatMap((b) => b.nodes.flatMap((n) => (n.type === type.name ? [n.id] : [])));
        const ids = [...new Set([...ends, ...defined])].filter((id) => this.state.nodes.get(id)?.type === type.name);
        const arrow = field.direction === "OUT" ? `-[r:${field.type}]->` : `<-[r:${field.type}]-`;
        const ends2 = field.direction === "OUT" ? "n.id, m.id" : "m.id, n.id";
        await this.#edges(
          `UNWIND $items AS id MATCH (n:Node {id: id})${arrow}(m:Node) WHERE any(b IN r.bundles WHERE NOT b IN $names) RETURN type(r), ${ends2}, properties(r)`,
          ids,
        );
      }
    }
  }

  async #claimsAbout(ids: ReadonlySet<string>): Promise<void> {
    const known = [...ids].filter((id) => this.state.nodes.has(id) || nodeTypeOf(this.state.model, id) !== null);
    await this.#edges(
      `UNWIND $items AS id MATCH (b:Node {id: id})<-[r:${ABOUT}]-(a:Node) RETURN type(r), a.id, b.id, properties(r)`,
      known,
    );
  }

  /** Reads edges, and other bundles' nodes at their ends and among their claims. */
  async #edges(statement: string, items: readonly Value[]): Promise<void> {
    const ids = new Set<string>();
    for (const [type, from, to, values] of await this.#read(statement, items)) {
      const stored = present(values);
      this.state.addEdge(text(type), text(from), text(to), stored);
      for (const id of [text(from), text(to), ...strings(stored.claims)]) ids.add(id);
    }
    await this.#facts(ids);
  }

  async #facts(ids: ReadonlySet<string>): Promise<void> {
    const missing = [...ids].filter((id) => !this.state.nodes.has(id));
    const rows = await this.#read("UNWIND $items AS id MATCH (n:Node {id: id}) RETURN n.id, properties(n)", missing);
    for (const [id, values] of rows) this.state.addNode(text(id), present(values));
  }

  #read(statement: string, items: readonly Value[]): Promise<readonly Row[]> {
    return inBatches(this.engine, statement, items, { names: this.#names });
  }
}

async function inBatches(
  engine: GraphEngine,
  statement: string,
  items: readonly Value[],
  more: Readonly<Record<string, Value>> = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < items.length; start += BATCH) {
    const params = statement.includes("$names")
      ? { ...more, items: items.slice(start, start + BATCH) }
      : { items: items.slice(start, start + BATCH) };
    for (const row of await engine.read({ text: statement, params })) rows.push(row);
  }
  return rows;
}

function text(value: Value | undefined): string {
  return textOrNull(value) ?? "";
}
