import {
  type Analysis,
  type Context,
  cypher,
  EMPTY,
  gatheredField,
  matchById,
  type Name,
  number,
  type RowField,
  type Site,
  value,
} from "../../compile/index.ts";
import { between, LIMITS } from "../limits.ts";
import { contextOnDay, edgeIn } from "../measures-on-day.ts";
import { gatherStages, type Statements } from "./stages.ts";
import { entriesText, IDS, sidesText, stagesText, wholesText } from "./statements.ts";

/** chokepoints: who makes and uses a commodity and what lies below it on a day, and the measures on that way. */
export const chokepoints = gatheredField(chokepointsOf);

function chokepointsOf(outer: Context, site: Site): Analysis {
  const context = contextOnDay(outer, site);
  const first = site.parameter((args) => between("BAD_PAGE", "first", args.number("first") ?? 0, [0, LIMITS.stages]));
  const texts = {
    stages: stagesText(context),
    entries: entriesText(context, site),
    sides: sidesText(context),
    wholes: wholesText(context),
  };
  return {
    type: "Stage",
    gather: function* (starts, parameters) {
      const statement = (text: string) => (ids: readonly string[]) => ({ text, params: { ...parameters, [IDS.name]: ids } });
      const statements: Statements = {
        stages: statement(texts.stages),
        entries: statement(texts.entries),
        sides: statement(texts.sides),
        wholes: statement(texts.wholes),
      };
      return yield* gatherStages(statements, starts, Number(parameters[first.name]));
    },
    read: (row) => {
      const node = context.name("node");
      return {
        match: matchById(node, cypher`${row}[1]`),
        fields: {
          commodity: { kind: "node", name: node, type: "Commodity" },
          depth: value(cypher`${row}[2]`),
          producers: { kind: "list", list: cypher`${row}[3]`, of: (stake) => stakeOf(context, stake) },
          producerCount: value(cypher`${row}[4]`),
          users: { kind: "list", list: cypher`${row}[5]`, of: (stake) => stakeOf(context, stake) },
          userCount: value(cypher`${row}[6]`),
          concentration: { kind: "list", list: cypher`${row}[7]`, of: concentrationIn },
          measures: { kind: "list", list: cypher`${row}[8]`, of: (measure) => measureOf(context, measure) },
          measureCount: value(cypher`${row}[9]`),
        },
      };
    },
  };
}

type Member = ReturnType<Extract<RowField, { kind: "list" }>["of"]>;

/** Columns of a member by their names: the first value of each is its place in the list. */
function columnsAt(member: Name, names: readonly string[], from: number) {
  return Object.fromEntries(names.map((name, i) => [name, value(cypher`${member}[${number(from + i)}]`)]));
}

function stakeOf(context: Context, stake: Name): Member {
  const node = context.name("node");
  const fields = {
    actor: { kind: "node", name: node, type: "Actor" },
    ...columnsAt(stake, ["share", "amount", "unit", "per", "period", "isCounted"], 2),
    relationship: edgeIn(stake, 8),
  } as const;
  return { match: matchById(node, cypher`${stake}[1]`), read: { type: "Stake", fields } };
}

function concentrationIn(row: Name): Member {
  const fields = columnsAt(row, ["among", "hhi", "knownShare", "knownCount", "producerCount"], 1);
  return { match: EMPTY, read: { type: "Concentration", fields } };
}

function measureOf(context: Context, row: Name): Member {
  const node = context.name("node");
  const fields = {
    measure: { kind: "node", name: node, type: "Measure" },
    ...columnsAt(row, ["status", "isByProducer"], 2),
    relationship: edgeIn(row, 4),
  } as const;
  return { match: matchById(node, cypher`${row}[1]`), read: { type: "StageMeasure", fields } };
}
