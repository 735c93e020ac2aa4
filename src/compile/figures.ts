import type { Row, Statement, Value } from "../engine/port.ts";
import { type Model, SOURCE } from "../model/index.ts";
import { bind, call, cypher, type Fragment, inTurn, join, Name, word } from "./cypher/fragment.ts";

/** What a graph tells of itself as a whole; what was not asked for is left out. */
export interface Figures {
  /** How many loads the journal has, and the last of them, as the loader wrote it; null where it has none. */
  readonly writes?: { readonly count: number; readonly last: { readonly at: string; readonly id: string } | null };
  /** How many bundles something in the graph is of. */
  readonly bundles?: number;
  /** How many nodes there are, by type, in the model's order. */
  readonly counts?: readonly (readonly [type: string, nodes: number])[];
  /** How many sources have no day at all. */
  readonly undatedSources?: number;
}

/** What can be asked for, by name. */
export type Figure = keyof Figures;

const FIGURES: readonly Figure[] = ["writes", "bundles", "counts", "undatedSources"];

/** One figure: the body of a subquery that returns it as one value, and what reads that value. */
interface Part {
  readonly body: (value: Name) => Fragment;
  readonly read: (value: Value) => Figures;
}

/** A statement of which one row comes, and what reads it. Reading throws where it is no such row. */
export interface FiguresStatement {
  readonly statement: Statement;
  readonly read: (row: Row | undefined) => Figures;
}

/**
 * Computes what is asked for and nothing else. On a busy machine with 100,000 nodes of 50,000 bundles and 20,000 loads, the embedded engine took 60 ms
 * for the last load, 25 to 75 for the counts, 350 for the bundles.
 */
export function figuresStatement(model: Model, asked: ReadonlySet<Figure>): FiguresStatement {
  const parts = FIGURES.filter((figure) => asked.has(figure)).map((figure, i) => ({
    ...partOf(model, figure),
    value: new Name(`v${i}`, false),
  }));
  const values = parts.map(({ value }) => value);
  const calls = parts.map(({ body, value }) => call(body(value), [value]));
  return {
    statement: { text: cypher`${join(calls)} RETURN ${join(values, ", ")}`.text, params: {} },
    read: (row) => {
      if (row?.length !== parts.length) throw new Error("What a graph tells of itself can't be read.");
      return parts.reduce<Figures>((figures, { read }, i) => Object.assign(figures, read(row[i] ?? null)), {});
    },
  };
}

function partOf(model: Model, figure: Figure): Part {
  switch (figure) {
    case "writes":
      return WRITES;
    case "bundles":
      return BUNDLES;
    case "counts":
      return countsOf([...model.nodes.keys()]);
    case "undatedSources":
      return UNDATED_SOURCES;
  }
}

const NODE = new Name("n", false);
const [COUNT, LAST] = [new Name("c", false), new Name("l", false)];

/** The loader's journal (src/load/graph/journal.ts) has a node for each write. */
const WRITES: Part = {
  body: (value) =>
    cypher`MATCH (${bind(NODE)}:Write) WITH count(${NODE}) AS ${bind(COUNT)}, max(${NODE}.at + ' ' + ${NODE}.id) AS ${bind(LAST)} RETURN [${COUNT}, ${LAST}] AS ${bind(value)}`,
  read: (value) => {
    const [count, last] = listOf(value);
    const [at, id] = typeof last === "string" ? last.split(" ") : [];
    return { writes: { count: Number(count), last: at === undefined || id === undefined ? null : { at, id } } };
  },
};

/** A node knows its bundle; of a bundle whose edges start at others' nodes, the loader notes where (`:Bundle {name, reaches}`). */
const BUNDLES: Part = {
  body: (value) => {
    const name = new Name("b", false);
    const [ofNodes, noted] = [
      cypher`MATCH (${bind(NODE)}:Node) RETURN ${NODE}.bundle AS ${bind(name)}`,
      cypher`MATCH (${bind(NODE)}:Bundle) WHERE ${NODE}.reaches IS NOT NULL RETURN ${NODE}.name AS ${bind(name)}`,
    ];
    return cypher`${call(cypher`${ofNodes} UNION ${noted}`, [name])} RETURN count(${name}) AS ${bind(value)}`;
  },
  read: (value) => ({ bundles: Number(value) }),
};

function countsOf(types: readonly string[]): Part {
  return {
    body: (value) => {
      const counts = types.map((type, i) => ({ type, count: new Name(`c${i}`, false) }));
      const calls = counts.map(({ type, count }) =>
        call(cypher`MATCH (${bind(NODE)}:${word(type)}) RETURN count(${NODE}) AS ${bind(count)}`, [count]),
      );
      return cypher`${join(inTurn(calls))} RETURN [${join(
        counts.map(({ count }) => count),
        ", ",
      )}] AS ${bind(value)}`;
    },
    read: (value) => {
      const counted = listOf(value);
      return { counts: types.map((type, i) => [type, Number(counted[i])]) };
    },
  };
}

const UNDATED_SOURCES: Part = {
  body: (value) => cypher`MATCH (${bind(NODE)}:${word(SOURCE)}) WHERE ${NODE}.recordedOn IS NULL RETURN count(${NODE}) AS ${bind(value)}`,
  read: (value) => ({ undatedSources: Number(value) }),
};

/** A value that is a list. Throws where it is none. */
function listOf(value: Value): readonly Value[] {
  if (!Array.isArray(value)) throw new Error("A list of figures was expected.");
  return value;
}
