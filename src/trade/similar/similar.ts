import {
  type Analysis,
  anyOf,
  bind,
  type Context,
  call,
  cypher,
  directed,
  edgeIsThere,
  type Fragment,
  gatheredField,
  join,
  matchById,
  matchByIds,
  type Name,
  nodeIsThere,
  Parameter,
  pathIsThere,
  propertyAsOf,
  type Site,
  value,
  where,
} from "../../compile/index.ts";
import { agenciesText } from "../authorities.ts";
import { between, LIMITS } from "../limits.ts";
import { findSimilar, type Statements } from "./likeness.ts";

/** similar: measures of the same kind on the same goods by others, by how alike their goods are. */
export const similar = gatheredField(similarOf);

function similarOf(context: Context, site: Site): Analysis {
  const first = site.parameter((args) => between("BAD_PAGE", "first", args.number("first") ?? 0, [0, LIMITS.similar]));
  const texts = {
    measures: measuresText(context),
    related: relatedText(context),
    others: othersText(context),
    agencies: agenciesText(context, IDS).text,
  };
  return {
    type: "SimilarMeasure",
    gather: function* (starts, parameters) {
      const statement = (text: string, ids: readonly string[], more = {}) => ({
        text,
        params: { ...parameters, [IDS.name]: ids, ...more },
      });
      const statements: Statements = {
        measures: (ids) => statement(texts.measures, ids),
        related: (goods) => statement(texts.related, goods),
        others: (goods, kinds) => statement(texts.others, goods, { [KINDS.name]: kinds }),
        agencies: (authorities) => statement(texts.agencies, authorities),
      };
      return yield* findSimilar(statements, starts, Number(parameters[first.name]));
    },
    read: (row) => {
      const node = context.name("node");
      return {
        match: matchById(node, cypher`${row}[1]`),
        fields: {
          measure: { kind: "node", name: node, type: "Measure" },
          score: value(cypher`${row}[2]`),
          sharedCount: value(cypher`${row}[3]`),
          shared: { kind: "list", list: cypher`${row}[4]`, of: (pair) => sharedOf(context, pair) },
        },
      };
    },
  };
}

/** The nodes that a statement begins with, and the kinds of the measures that are compared. */
const [IDS, KINDS] = [new Parameter("ids"), new Parameter("kinds")];

function kindOf(context: Context, measure: Name): Fragment {
  const property = context.model.properties.get("Measure")?.get("kind");
  if (!property) throw new Error("Measure.kind is no property of the schema.");
  return propertyAsOf(context.asOf, property, measure);
}

/** The ids of what a measure leads to by edges of a type that are there, each once. */
function endsOf(context: Context, measure: Name, type: "COVERS" | "IMPOSED_BY", into: Name): Fragment {
  const [far, edge] = [context.name("node"), context.name("edge")];
  const found = cypher`MATCH (${measure})-[${bind(edge)}:${anyOf([type])}]->(${bind(far)}:Node)${where(edgeIsThere(context.asOf, edge))}`;
  return call(cypher`${found} RETURN collect(DISTINCT ${far}.id) AS ${bind(into)}`, [into]);
}

function measuresText(context: Context): string {
  const [id, measure, goods, by] = [context.name("id"), context.name("node"), context.name("list"), context.name("list")];
  return join([
    cypher`${matchByIds(measure, id, IDS)} WITH ${measure}${where(nodeIsThere(context, measure, ["Measure"]))}`,
    endsOf(context, measure, "COVERS", goods),
    endsOf(context, measure, "IMPOSED_BY", by),
    cypher`RETURN ${measure}.id, ${kindOf(context, measure)}, ${goods}, ${by}`,
  ]).text;
}

function relatedText(context: Context): string {
  const branch = (direction: "OUT" | "IN") => {
    const [id, near, far] = [context.name("id"), context.name("node"), context.name("node")];
    const pattern = directed(near, cypher`[q:PART_OF*1..]`, cypher`${bind(far)}:Node`, direction);
    return cypher`${matchByIds(near, id, IDS)} MATCH ${pattern}${where(pathIsThere(context.asOf))} RETURN ${id} AS near, ${far}.id AS far`;
  };
  return join([branch("OUT"), branch("IN")], " UNION ").text;
}

function othersText(context: Context): string {
  const [id, good, measure, edge, goods, all, by] = [
    context.name("id"),
    context.name("node"),
    context.name("node"),
    context.name("edge"),
    context.name("list"),
    context.name("list"),
    context.name("list"),
  ];
  const there = [...edgeIsThere(context.asOf, edge), ...nodeIsThere(context, measure, ["Measure"])];
  const isAlike = cypher`${kindOf(context, measure)} IN ${KINDS}`;
  return join([
    cypher`${matchByIds(good, id, IDS)} MATCH (${good})<-[${bind(edge)}:${anyOf(["COVERS"])}]-(${bind(measure)}:Measure)${where([isAlike, ...there])}`,
    cypher`WITH ${measure}, collect(DISTINCT ${id}) AS ${bind(goods)}`,
    endsOf(context, measure, "COVERS", all),
    endsOf(context, measure, "IMPOSED_BY", by),
    cypher`RETURN ${measure}.id, ${kindOf(context, measure)}, ${goods}, size(${all}), ${by}`,
  ]).text;
}

function sharedOf(context: Context, pair: Name) {
  const [own, other] = [context.name("node"), context.name("node")];
  return {
    match: cypher`${matchById(own, cypher`${pair}[1]`)} ${matchById(other, cypher`${pair}[2]`)}`,
    read: {
      type: "SharedGoods",
      fields: {
        own: { kind: "node", name: own, type: "Commodity" },
        other: { kind: "node", name: other, type: "Commodity" },
        isSame: value(cypher`${pair}[3]`),
      },
    },
  } as const;
}
