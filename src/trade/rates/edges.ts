import {
  bind,
  carry,
  collect,
  compileEdge,
  compileObject,
  cypher,
  edgeIsThere,
  inTurn,
  itemsOf,
  ObjectBuilder,
  placeOf,
  type Read,
  type Selected,
  selectedOn,
  stored,
  untilOf,
  where,
} from "../../compile/index.ts";
import type { EdgeName } from "./layer.ts";
import type { Building, ReadLayer } from "./select.ts";

/**
 * Adds the edges of a duty, and the terms of others that are its own, that may be told of: which of them the stack rests on is known once it is decided. Only those
 * that lead to the line's goods, authorities and partners, to firms and to measures.
 */
export function addEdges({ item, duty, sets, asked }: Building, field: Selected): ReadLayer {
  const { context } = field;
  const [owner, edge, far, into] = [context.name("node"), context.name("edge"), context.name("far"), context.name("columns")];
  const inner = new ObjectBuilder();
  const end = {
    edgeType: "LayerEdge",
    place: placeOf(context, far, "Subject"),
    edge,
    via: null,
    properties: new Map(),
    position: () => [],
    tag: "",
  };
  const read = compileEdge(inner, end, field);
  const own = selectedOn("LayerEdge", field.selections, context).flatMap((part): { readonly key: string; readonly read: Read | null }[] => {
    if (part.name === "type") return [{ key: part.key, read: null }];
    if (part.name !== "measure") return [];
    return [{ key: part.key, read: inner.nest(compileObject(part.context, placeOf(part.context, owner, "Measure"), part.selections)) }];
  });
  const names = [cypher`type(${edge})`, stored(owner, "id"), stored(far, "id"), stored(edge, "since"), untilOf(edge, asked.known)].map(
    (name) => inner.column(name),
  );
  const { ids } = sets;
  const isOwn = cypher`${owner}.id = ${duty.measure}.id`;
  const conditions = [
    cypher`(${isOwn} OR type(${edge}) IN ['EXCLUDES', 'GIVES_WAY_TO'])`,
    cypher`(${far}.id IN ${ids.goods} OR ${far}.id IN ${ids.authorities} OR ${far}.id IN ${ids.partners} OR ${far}:Firm OR ${far}:Measure)`,
    ...edgeIsThere({ valid: null, known: asked.known }, edge),
  ];
  const walk = cypher`UNWIND ${duty.lineage} AS ${bind(owner)} MATCH (${owner})-[${bind(edge)}:COVERS|IMPOSED_BY|TARGETS|EXEMPTS|EXCLUDES|GIVES_WAY_TO]->(${bind(far)}:Node)${where(conditions)}`;
  item.calls.push(collect([walk, cypher`WITH ${carry([owner, edge, far], inner.calls)}`, ...inTurn(inner.calls)], inner.columns, into));
  const column = item.column(into);
  const nameOf = ({ type, from, to, since, until }: EdgeName) => JSON.stringify([type, from, to, since, until]);
  return ({ layer, row, parameters }) => {
    const byName = new Map(itemsOf(row[column]).map((columns) => [JSON.stringify(names.map((name) => columns[name] ?? null)), columns]));
    return layer.edges.flatMap((one) => {
      const columns = byName.get(nameOf(one));
      if (!columns) throw new Error("A statement returned no edge for one that a layer of a rate rests on.");
      const shaped = read(columns, parameters);
      for (const part of own) shaped[part.key] = part.read ? part.read(columns, parameters) : one.type;
      return [shaped];
    });
  };
}
