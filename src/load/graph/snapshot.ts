import type { GraphEngine, Value } from "../../engine/port.ts";
import {
  ABOUT,
  CLAIM,
  type EdgeField,
  hierarchyTypes,
  type Model,
  type NodeType,
  nodeTypeOf,
  SOURCE,
  STATED_IN,
  uniqueKeys,
} from "../../model/index.ts";
import { type Bundle, type EdgeRecord, type NodeRecord, namedBeside } from "../record.ts";
import { NAMES_EDGES, rowsNamed } from "./edge-claims.ts";
import { type EdgeRow, edgeMatches, edgeRow } from "./edge-match.ts";
import { readInBatches, readNodes } from "./lookups.ts";
import { readSameKeys } from "./same-keys.ts";
import { State, type StateNode } from "./state.ts";
import { distinctionOf, edgeKey } from "./stored-edge.ts";
import { hasBeginning, needsImplied } from "./there-from.ts";
import { presentValues, textOf, textsOf } from "./values.ts";

/** Reads what the graph holds of some bundles, and what of other bundles depends on it. Throws EngineError. */
export async function readState(engine: GraphEngine, model: Model, bundles: readonly Bundle[]): Promise<State> {
  const reader = new SnapshotReader(engine, new State(model), bundles);
  await reader.readWritten();
  await reader.readReferenced();
  await reader.readAffected();
  await reader.readNamed();
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
  await reader.readWritten();
  return reader.state;
}

const EDGE_COLUMNS = "type(r), a.id, b.id, properties(r)";
const OUTGOING = "UNWIND $items AS id MATCH (a:Node {id: id})-[r]->(b:Node)";
const INCOMING = "UNWIND $items AS id MATCH (b:Node {id: id})<-[r]-(a:Node)";

/** Whether a claim names the field that dates what it is about. */
function namesDate(model: Model, { type, to, properties }: EdgeRecord): boolean {
  return type === ABOUT && typeof properties.field === "string" && properties.field === nodeTypeOf(model, to)?.date;
}

class SnapshotReader {
  readonly #names: readonly string[];
  /** The records of these bundles by id. */
  readonly #records: ReadonlyMap<string, NodeRecord>;
  /** Acts for which a claim of these bundles names the field that dates them. */
  readonly #claimedDates: ReadonlySet<string>;

  constructor(
    private readonly engine: GraphEngine,
    readonly state: State,
    private readonly bundles: readonly Bundle[],
  ) {
    this.#names = bundles.map((bundle) => bundle.name);
    this.#records = new Map(bundles.flatMap((bundle) => bundle.nodes.map((node) => [node.id, node] as const)));
    this.#claimedDates = new Set(bundles.flatMap(({ edges }) => edges.flatMap((edge) => (namesDate(state.model, edge) ? [edge.to] : []))));
  }

  /** What these bundles wrote before. */
  async readWritten(): Promise<void> {
    const names = this.#names;
    const reaches = await readInBatches(this.engine, "UNWIND $items AS name MATCH (b:Bundle {name: name}) RETURN b.name, b.reaches", names);
    for (const [name, ids] of reaches) this.state.reaches.set(textOf(name), textsOf(ids));
    const nodes = await readInBatches(this.engine, "UNWIND $items AS name MATCH (n:Node {bundle: name}) RETURN n.id, properties(n)", names);
    for (const [id, values] of nodes) this.state.addNode(textOf(id), presentValues(values));
    // From the nodes and not by a scan of all edges: loading one episode must not take longer the more others there are.
    const ids = [...this.state.nodes.keys()];
    const ofThese = `WHERE any(b IN r.bundles WHERE b IN $names) RETURN ${EDGE_COLUMNS}`;
    const starts = [...new Set([...ids, ...[...this.state.reaches.values()].flat()])];
    await this.#readEdges(`${OUTGOING} ${ofThese}`, starts, { names });
    await this.#readEdges(`${INCOMING} ${ofThese}`, ids, { names });
  }

  /** What other bundles say of the nodes, claims and edges that these bundles name. */
  async readReferenced(): Promise<void> {
    const ids = new Set<string>();
    for (const bundle of this.bundles) {
      for (const node of bundle.nodes) ids.add(node.id);
      for (const edge of bundle.edges) for (const id of [edge.from, edge.to, ...namedBeside(edge)]) ids.add(id);
      for (const claim of bundle.restsOn ?? []) ids.add(claim);
    }
    await this.#readMissingNodes(ids);
    await this.#readUsesOfRemoved();
    await this.#readSameEdges();
    await this.#readSingleEdges();
    await readSameKeys(this.engine, this.state, this.bundles);
    await this.#readAbove();
    await this.#readAroundKeys();
    const claimed = new Set(this.#ownNodes().map((node) => node.id));
    for (const edge of [...this.bundles.flatMap((b) => b.edges), ...this.state.edges.values()])
      if (edge.type === ABOUT) claimed.add(edge.to);
    for (const id of this.#startsOfBeginnings()) claimed.add(id);
    await this.#readClaimsAbout(claimed);
    await this.#readBeginnings(claimed);
  }

  /** Acts whose edges, among those of these bundles and of the graph, may say from when on they are there. */
  #startsOfBeginnings(): string[] {
    const { state } = this;
    const ofRecords = this.bundles.flatMap(({ edges }) =>
      edges.flatMap(({ type, from, properties }) => ({ type, from, distinction: distinctionOf(state.model, type, properties) })),
    );
    const starts = [...ofRecords, ...state.edges.values()].flatMap((edge) => (state.isBeginning(edge) ? [edge.from] : []));
    return [...new Set(starts)].filter((id) => this.#needsImplied(id));
  }

  /** Whether the graph has an act of which its edges may say from when on it is there: now, or by what a claim of these bundles says. */
  #needsImplied(id: string): boolean {
    const node = this.state.nodes.get(id);
    const type = node && this.state.model.nodes.get(node.type);
    if (!node?.stored || !type || !hasBeginning(type)) return false;
    const record = this.#records.get(id);
    const isDated = type.date !== null && (record === undefined || record.properties[type.date] !== undefined);
    return !isDated || needsImplied(type, node.stored) || this.#claimedDates.has(id);
  }

  /** Reads the days on which edges began of those of some acts that these may date. */
  async #readBeginnings(ids: Iterable<string>): Promise<void> {
    const acts = [...ids].filter((id) => this.#needsImplied(id));
    await this.#readEdges(`${OUTGOING} WHERE r.since IS NOT NULL RETURN ${EDGE_COLUMNS}`, acts);
  }

  /** What rests on claims whose date, certainty or source's reliability this load changes, or which it removes: rare, and then worth a scan. */
  async readAffected(): Promise<void> {
    const { claims, sources } = this.#changedEvidence();
    await this.#readEdges(`UNWIND $items AS id MATCH (b:Node {id: id})<-[r:${STATED_IN}]-(a:Node) RETURN ${EDGE_COLUMNS}`, sources);
    for (const source of sources) for (const claim of this.state.claimsOf(source)) claims.add(claim);
    for (const claim of this.#claimsWithNewSource()) claims.add(claim);
    if (claims.size === 0) return;
    const affected = [...claims];
    await this.#readMissingNodes(claims);
    await this.#readEdges(`UNWIND $items AS id MATCH (a:Node {id: id})-[r:${ABOUT}]->(b:Node) RETURN ${EDGE_COLUMNS}`, affected);
    await this.#readEdges(`MATCH (a:Node)-[r]->(b:Node) WHERE any(c IN r.claims WHERE c IN $items) RETURN ${EDGE_COLUMNS}`, affected);
    const starts = affected.flatMap((claim) => this.state.edgesRestingOn(claim).filter((edge) => this.state.isBeginning(edge)));
    const changed = new Set([...affected.flatMap((claim) => this.state.subjectsOf(claim)), ...starts.map(({ from }) => from)]);
    await this.#readClaimsAbout(changed);
    await this.#readBeginnings(changed);
  }

  /**
   * The edges whose own values claims give that these bundles or the state has, and of all nodes read, the claims that give values of their edges. Such
   * claims are few: most loads read nothing here.
   */
  async readNamed(): Promise<void> {
    const { state } = this;
    await this.#readMatching(rowsNamed(state, this.bundles));
    const near = [...state.nodes.values()].flatMap(({ id, stored }) => (stored?.[NAMES_EDGES] === true ? [id] : []));
    await this.#readEdges(
      `UNWIND $items AS id MATCH (b:Node {id: id})<-[r:${ABOUT}]-(a:Node) WHERE r.field CONTAINS '(' RETURN ${EDGE_COLUMNS}`,
      near,
    );
  }

  /** The nodes of these bundles that the graph has. */
  #ownNodes(): StateNode[] {
    return [...this.state.nodes.values()].filter((node) => this.#names.includes(node.bundle));
  }

  /** The claims whose certainty, and the sources whose date or reliability, this load changes or removes. */
  #changedEvidence(): { claims: Set<string>; sources: string[] } {
    const records = this.#records;
    const claims = new Set<string>();
    const sources: string[] = [];
    for (const { id, type, stored } of this.#ownNodes()) {
      const record = records.get(id);
      if (type === CLAIM && record?.properties.certainty !== stored?.certainty) claims.add(id);
      const differs = (name: string) => (record?.properties[name] ?? null) !== (stored?.[name] ?? null);
      if (record && type === SOURCE && ["publishedOn", "retrievedOn", "reliability"].some(differs)) sources.push(id);
    }
    return { claims, sources };
  }

  /** Claims that the graph has and that now name another source. */
  #claimsWithNewSource(): string[] {
    return this.bundles.flatMap((bundle) =>
      bundle.edges.flatMap((edge) =>
        edge.type === STATED_IN && this.state.nodes.has(edge.from) && !this.state.sourcesOf(edge.from).includes(edge.to) ? [edge.from] : [],
      ),
    );
  }

  /** What other bundles still say of the records that these bundles no longer have. */
  async #readUsesOfRemoved(): Promise<void> {
    const records = this.#records;
    const removed = this.#ownNodes().flatMap(({ id }) => (records.has(id) ? [] : [id]));
    await this.#readEdges(`${OUTGOING} RETURN ${EDGE_COLUMNS}`, removed);
    await this.#readEdges(`${INCOMING} RETURN ${EDGE_COLUMNS}`, removed);
  }

  /** Edges of these bundles that other bundles state already. */
  async #readSameEdges(): Promise<void> {
    const rowsByType = new Map<string, EdgeRow[]>();
    for (const edge of this.bundles.flatMap((bundle) => bundle.edges)) {
      const { from, to, type } = edge;
      const distinction = distinctionOf(this.state.model, type, edge.properties);
      if (this.state.edges.has(edgeKey(edge, distinction)) || !this.state.nodes.has(from) || !this.state.nodes.has(to)) continue;
      const rows = rowsByType.get(type) ?? [];
      rows.push(edgeRow({ from, to, distinction }));
      rowsByType.set(type, rows);
    }
    await this.#readMatching(rowsByType);
  }

  /** Reads the edges that rows find, by their type. */
  async #readMatching(rowsByType: ReadonlyMap<string, readonly EdgeRow[]>): Promise<void> {
    for (const [type, all] of rowsByType) {
      if (!this.state.model.edges.has(type)) continue;
      for (const { pattern, rows } of edgeMatches(type, all))
        await this.#readEdges(`UNWIND $items AS row ${pattern} RETURN ${EDGE_COLUMNS}`, rows);
    }
  }

  /** Edges of other bundles where the schema allows only one. */
  async #readSingleEdges(): Promise<void> {
    for (const type of this.state.model.nodes.values())
      for (const field of type.edges.values()) if (!field.list) await this.#readSingleEdge(type, field);
  }

  async #readSingleEdge(type: NodeType, field: EdgeField): Promise<void> {
    const out = field.direction === "OUT";
    const ends = this.bundles.flatMap((b) => b.edges.flatMap((e) => (e.type === field.type ? [out ? e.from : e.to] : [])));
    const defined = this.bundles.flatMap((b) => b.nodes.flatMap((n) => (n.type === type.name ? [n.id] : [])));
    const ids = [...new Set([...ends, ...defined])].filter((id) => this.state.nodes.get(id)?.type === type.name);
    const arrow = out ? `-[r:${field.type}]->` : `<-[r:${field.type}]-`;
    const fromAndTo = out ? "n.id, m.id" : "m.id, n.id";
    await this.#readEdges(
      `UNWIND $items AS id MATCH (n:Node {id: id})${arrow}(m:Node) WHERE any(b IN r.bundles WHERE NOT b IN $names) RETURN type(r), ${fromAndTo}, properties(r)`,
      ids,
      { names: this.#names },
    );
  }

  /** What lies above the nodes that these bundles put into a hierarchy: only where an end is in the graph can it lead back to its start. */
  async #readAbove(): Promise<void> {
    const isNew = ({ type, from, to, properties }: EdgeRecord) =>
      !this.state.edges.has(edgeKey({ type, from, to }, distinctionOf(this.state.model, type, properties)));
    for (const type of hierarchyTypes(this.state.model)) {
      const edges = this.bundles.flatMap((bundle) => bundle.edges.filter((edge) => edge.type === type));
      if (!edges.some((edge) => this.state.nodes.has(edge.from) && isNew(edge))) continue;
      const seen = new Set<string>();
      let level = new Set(edges.map(({ to }) => to));
      while (level.size > 0) {
        for (const id of level) seen.add(id);
        const statement = `UNWIND $items AS id MATCH (a:Node {id: id})-[r:${type}]->(b:Node) RETURN ${EDGE_COLUMNS}`;
        level = new Set((await this.#readEdges(statement, [...level])).filter((id) => !seen.has(id)));
      }
    }
  }

  /** What lies above and below nodes whose key, such as a code, this load changes, whoever says so: rare. */
  async #readAroundKeys(): Promise<void> {
    const keys = uniqueKeys(this.state.model);
    const isChanged = ({ id, type, properties }: NodeRecord) => {
      const values = this.state.nodes.get(id)?.values;
      const names = keys.filter((key) => key.type === type).flatMap((key) => [...key.properties, ...key.within]);
      return values !== undefined && names.some((name) => properties[name] !== values[name]);
    };
    const ids = this.bundles.flatMap(({ nodes }) => nodes.filter(isChanged).map(({ id }) => id));
    if (ids.length === 0) return;
    for (const type of hierarchyTypes(this.state.model)) {
      await this.#readEdges(`UNWIND $items AS id MATCH (a:Node {id: id})-[r:${type}]->(b:Node) RETURN ${EDGE_COLUMNS}`, ids);
      await this.#readEdges(`UNWIND $items AS id MATCH (b:Node {id: id})<-[r:${type}]-(a:Node) RETURN ${EDGE_COLUMNS}`, ids);
    }
  }

  async #readClaimsAbout(ids: ReadonlySet<string>): Promise<void> {
    const known = [...ids].filter((id) => this.state.nodes.has(id) || nodeTypeOf(this.state.model, id) !== null);
    await this.#readEdges(`UNWIND $items AS id MATCH (b:Node {id: id})<-[r:${ABOUT}]-(a:Node) RETURN ${EDGE_COLUMNS}`, known);
  }

  /**
   * Reads edges, and other bundles' nodes at their ends and among their claims; `parameters` are those beside `$items`. Returns the ids of the
   * nodes that the edges lead to.
   */
  async #readEdges(statement: string, items: readonly Value[], parameters: Readonly<Record<string, Value>> = {}): Promise<string[]> {
    const ids = new Set<string>();
    const ends: string[] = [];
    for (const [type, from, to, values] of await readInBatches(this.engine, statement, items, parameters)) {
      const stored = presentValues(values);
      this.state.addEdge(textOf(type), textOf(from), textOf(to), stored);
      for (const id of [textOf(from), textOf(to), ...textsOf(stored.claims)]) ids.add(id);
      ends.push(textOf(to));
    }
    await this.#readMissingNodes(ids);
    return ends;
  }

  /** Reads those nodes that are not read yet. */
  async #readMissingNodes(ids: ReadonlySet<string>): Promise<void> {
    const missing = [...ids].filter((id) => !this.state.nodes.has(id));
    for (const [id, values] of await readNodes(this.engine, missing)) this.state.addNode(id, values);
  }
}
