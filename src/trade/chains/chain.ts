import {
  type Analysis,
  anyOf,
  bind,
  type Context,
  cypher,
  edgeIsThere,
  edgeName,
  type Fragment,
  join,
  matchById,
  matchByIds,
  type Name,
  nodeIsThere,
  Parameter,
  quoted,
  type RowFields,
  type Site,
  value,
  where,
} from "../../compile/index.ts";
import { requestError } from "../../model/index.ts";
import { LIMITS } from "../limits.ts";
import { type Direction, type LevelOf, walkChains } from "./walk.ts";

/** Relationship types by which a chain goes forward: along the edge, or against it. Back is the other way. */
export interface Links {
  readonly along: readonly string[];
  readonly against: readonly string[];
}

/** A chain of acts, back and forward along some edges; `more` are fields that its rows have beside those of every chain, given the row's act. */
export function chain(context: Context, site: Site, type: string, links: Links, more: (act: Name) => RowFields = () => ({})): Analysis {
  const { args } = site;
  const depth = site.parameter((given) => depthOf(given.number("depth")));
  const byDefault = !args.has("depth");
  const directions = directionsOf(args.has("direction") ? args.text("direction") : null);
  const texts = { level: levelText(context, links, directions), there: thereText(context) };
  return {
    type,
    gather: function* (starts, parameters) {
      const level: LevelOf = (frontiers) => ({
        text: texts.level,
        params: { ...parameters, [REACHED.BACK.name]: frontiers.BACK, [REACHED.FORWARD.name]: frontiers.FORWARD },
      });
      const isThere = texts.there === null ? null : yield { text: texts.there, params: { ...parameters, [STARTS.name]: starts } };
      const there = isThere === null ? starts : isThere.map(([id]) => String(id));
      return yield* walkChains(level, there, { directions, depth: Number(parameters[depth.name]), byDefault });
    },
    read: (row) => {
      const node = context.name("node");
      const fields: RowFields = {
        depth: value(cypher`${row}[1]`),
        node: { kind: "node", name: node, type: "Act" },
        via: { kind: "relationship", from: cypher`${row}[3]`, to: cypher`${row}[4]`, name: cypher`${row}[5]` },
        parentId: value(cypher`${row}[6]`),
        isLast: value(cypher`${row}[7]`),
      };
      return { match: matchById(node, cypher`${row}[2]`), fields: { ...fields, ...more(node) } };
    },
  };
}

/** The nodes that each direction has come to. */
const REACHED: Readonly<Record<Direction, Parameter>> = { BACK: new Parameter("back"), FORWARD: new Parameter("forward") };

/** The acts from which chains are walked. */
const STARTS = new Parameter("starts");

/** Which of them are there on the day of the field, which may be another than that of the object that has it; null where all are. */
function thereText(context: Context): string | null {
  const [id, node] = [context.name("id"), context.name("node")];
  const there = nodeIsThere(context, node, context.model.possible.get("Act") ?? []);
  if (there.length === 0) return null;
  return cypher`${matchByIds(node, id, STARTS)} WITH ${node}${where(there)} RETURN ${node}.id`.text;
}

function directionsOf(given: string | null): readonly Direction[] {
  return (["BACK", "FORWARD"] as const).filter((direction) => given === null || given === direction);
}

/** How deep; throws BAD_DEPTH where it is out of bounds. */
function depthOf(given: number | null): number {
  if (given === null) return LIMITS.chainDepthByDefault;
  if (given >= 1 && given <= LIMITS.chainDepth) return given;
  throw requestError("BAD_DEPTH", `depth: ${given} is out of bounds: it may be 1 to ${LIMITS.chainDepth}.`);
}

function levelText(context: Context, { along, against }: Links, directions: readonly Direction[]): string {
  const branches = directions.flatMap((direction) => {
    const [out, into] = direction === "FORWARD" ? [along, against] : [against, along];
    return [
      ...(out.length > 0 ? [branch(context, direction, out, "OUT")] : []),
      ...(into.length > 0 ? [branch(context, direction, into, "IN")] : []),
    ];
  });
  return join(branches, " UNION ALL ").text;
}

function branch(context: Context, direction: Direction, types: readonly string[], way: "OUT" | "IN"): Fragment {
  const [id, near, far, edge] = [context.name("id"), context.name("node"), context.name("node"), context.name("edge")];
  const walk = cypher`[${bind(edge)}:${anyOf(types)}]`;
  const pattern = way === "OUT" ? cypher`(${near})-${walk}->(${bind(far)}:Node)` : cypher`(${near})<-${walk}-(${bind(far)}:Node)`;
  const name = way === "OUT" ? edgeName(near, edge, far) : edgeName(far, edge, near);
  const there = [...edgeIsThere(context.asOf, edge), ...nodeIsThere(context, far, context.model.possible.get("Act") ?? [])];
  const found = cypher`${matchByIds(near, id, REACHED[direction])} MATCH ${pattern}${where(there)}`;
  return cypher`${found} RETURN ${quoted(direction)} AS direction, ${id} AS near, ${far}.id AS far, ${name} AS edge`;
}
