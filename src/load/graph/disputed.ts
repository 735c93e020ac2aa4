import type { GraphEngine, Statement } from "../../engine/port.ts";
import { ABOUT, CLAIM, CONTRADICTS, contestedFields, DISPUTED, type Model } from "../../model/index.ts";
import { batchesOf } from "./batches.ts";
import { bringUp, idsOf } from "./bring-up.ts";
import type { Changes } from "./changes.ts";
import { fieldClaimed } from "./edge-claims.ts";

/** What a node keeps of values of its record that claims deny. */
const KEPT: readonly string[] = ["unclaimed", "unclaimedUntil"];
/** That a node, `n`, has any of it. */
const HAS_KEPT = KEPT.map((name) => `n.${name} IS NOT NULL`).join(" OR ");

/**
 * Statements that mark nodes about which two sides may be at odds (`DISPUTED`): those of which claims give one field several values or an edge's own value,
 * of which claims speak that contradict each other, or whose record claims deny. To be run after nodes and edges were written, in the same transaction.
 * `claims` are claims that contradict others than before: what they are about is looked at as well.
 */
export function* disputedStatements(model: Model, ids: Iterable<string>, claims: Iterable<string> = []): Iterable<Statement> {
  const values = `MATCH (n)<-[r:${ABOUT}]-(:${CLAIM}) WHERE r.value IS NOT NULL AND (r.field IN $fields OR r.field CONTAINS '(')`;
  const apart = `CALL (n) { ${values} WITH r.field AS f, min(r.value) AS a, max(r.value) AS b WHERE a <> b OR f CONTAINS '(' RETURN count(f) AS apart }`;
  const inWords = `CALL (n) { MATCH (n)<-[:${ABOUT}]-(:${CLAIM})-[x:${CONTRADICTS}]-(d:${CLAIM}) MATCH (n)<-[:${ABOUT}]-(d) RETURN count(x) AS words }`;
  const mark = `${apart} ${inWords} SET n.${DISPUTED} = CASE WHEN apart > 0 OR words > 0 OR ${HAS_KEPT} THEN true END`;
  const ofClaims = `UNWIND $ids AS id MATCH (c:Node {id: id})-[:${ABOUT}]->(n:Node) WITH DISTINCT n`;
  const fields = contestedFields(model);
  for (const batch of batchesOf([...ids]))
    yield { text: `UNWIND $ids AS id MATCH (n:Node {id: id}) ${mark}`, params: { ids: batch, fields } };
  for (const batch of batchesOf([...claims])) yield { text: `${ofClaims} ${mark}`, params: { ids: batch, fields } };
}

/** The same for what some changes touch: nodes of which claims speak that did not before, or no longer, or otherwise. */
export function disputedBy(model: Model, changes: Changes): Iterable<Statement> {
  const { addedNodes, changedNodes, removedNodes } = changes;
  const edges = [...[...changes.addedEdges, ...changes.changedEdges].map(({ edge }) => edge), ...changes.removedEdges];
  const claims = new Map<string, Set<string>>();
  const ofEdges = new Set<string>();
  const fields = new Set<string>();
  /** Nodes of whose one field one claim says several things, as of one into which others were merged. */
  const twice = new Set<string>();
  for (const { type, from, to, distinction } of edges) {
    if (type === ABOUT) {
      claims.set(to, (claims.get(to) ?? new Set()).add(from));
      const field = [from, to, distinction.field].join("|");
      if (fields.has(field)) twice.add(to);
      fields.add(field);
    }
    if (fieldClaimed(type, distinction)?.includes("(")) ofEdges.add(to);
  }
  // Of a new node one claim alone has nothing to be at odds with, but for its record and its edges: of an import, that is most.
  for (const { id, values } of addedNodes)
    if (claims.get(id)?.size === 1 && !keeps(values) && ![ofEdges, twice].some((ids) => ids.has(id))) claims.delete(id);
  const ids = new Set([...claims.keys(), ...changedNodes.flatMap(({ node, set }) => (keeps(set) ? [node.id] : []))]);
  const contradicting = new Set(edges.flatMap(({ type, from, to }) => (type === CONTRADICTS ? [from, to] : [])));
  for (const { id } of removedNodes) {
    ids.delete(id);
    contradicting.delete(id);
  }
  return disputedStatements(model, ids, contradicting);
}

const keeps = (values: object): boolean => KEPT.some((name) => name in values);

/** Marks them in the whole graph: in a database that an earlier version wrote. Throws EngineError. */
export async function noteDisputed(engine: GraphEngine, model: Model): Promise<void> {
  // Whatever is at odds has two claims, one about an edge, or a record that one denies.
  const ofEdge = "sum(CASE WHEN r.field CONTAINS '(' THEN 1 ELSE 0 END)";
  const text = `MATCH (c:${CLAIM})-[r:${ABOUT}]->(n:Node) WITH n, count(DISTINCT c) AS claims, ${ofEdge} AS named WHERE claims > 1 OR named > 0 OR ${HAS_KEPT} RETURN n.id`;
  await bringUp(engine, await idsOf(engine, text), (ids) => disputedStatements(model, ids));
}
