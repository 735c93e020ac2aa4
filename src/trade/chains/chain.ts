import {
  type Analysis,
  type Context,
  cypher,
  matchById,
  matchByIds,
  type Name,
  nodeIsThere,
  Parameter,
  type RowFields,
  type Site,
  value,
  where,
} from "../../compile/index.ts";
import { type HopKind, hopsText } from "../hops.ts";
import { between, LIMITS } from "../limits.ts";
import { type Direction, type LevelOf, walkChains } from "./walk.ts";

/** Relationship types by which a chain goes forward: along the edge, or against it. Back is the other way. */
export interface Links {
  readonly along: readonly string[];
  readonly against: readonly string[];
}

/** A chain of acts, back and forward along some edges; `more` are fields that its rows have beside those of every chain, given the row's act. */
export function chain(context: Context, site: Site, type: string, links: Links, more: (act: Name) => RowFields = () => ({})): Analysis {
  const { args } = site;
  const depth = site.parameter((given) =>
    between("BAD_DEPTH", "depth", given.number("depth") ?? LIMITS.chainDepthByDefault, [1, LIMITS.chainDepth]),
  );
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

function levelText(context: Context, { along, against }: Links, directions: readonly Direction[]): string {
  const ends = context.model.possible.get("Act") ?? [];
  const kinds = directions.flatMap((kind): HopKind[] => {
    const [out, into] = kind === "FORWARD" ? [along, against] : [against, along];
    const hop = { kind, from: REACHED[kind], ends };
    return [
      ...(out.length > 0 ? [{ ...hop, types: out, direction: "OUT" } as const] : []),
      ...(into.length > 0 ? [{ ...hop, types: into, direction: "IN" } as const] : []),
    ];
  });
  return hopsText(context, kinds);
}
