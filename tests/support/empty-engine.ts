import { graphql } from "graphql";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Value } from "../../src/engine/port.ts";
import { formatProblem, type Input, load, requireUsable } from "../../src/load/index.ts";
import { readModel } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { type Counted, counted } from "./counted.ts";
import { wipe } from "./engine.ts";
import { openPrepared } from "./prepared.ts";

/** Properties as they are to be stored; null ones are left out. */
type Values = Readonly<Record<string, Value>>;

/** A node to write. */
export interface NewNode {
  readonly id: string;
  readonly type: string;
  readonly values: Values;
}

/** An edge to write, between nodes that are there. */
export interface NewEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly values: Values;
}

/** A list of an answer; what was not asked for is not there. */
export interface Listed<T> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly T[];
}

/** A real engine for the tests of the file or the `describe` in which this is called; it is empty again before each test. */
export function emptyEngine() {
  const model = readModel();
  const schema = executableSchema(model);
  let engine: Counted;
  beforeAll(async () => {
    engine = counted(await openPrepared(model));
  });
  beforeEach(() => wipe(engine));
  afterAll(() => engine?.close());
  return {
    /** Writes nodes, each with an empty list of aliases where it says nothing of them and there from its `date`, and edges between them. */
    write: (nodes: readonly NewNode[], edges: readonly NewEdge[] = []) => write(engine, nodes, edges),
    /** Empties the engine again. */
    wiped: () => wipe(engine),
    /** Asks a query, and returns its data as JSON gives it: the caller knows its shape. Throws where it has errors. */
    ask: async <T>(source: string, variableValues: Readonly<Record<string, unknown>> = {}): Promise<T> => {
      const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { engine } });
      if (errors) throw new Error(errors.map((e) => `${e.message}: ${String(e.originalError?.cause ?? e.originalError ?? "")}`).join("; "));
      return JSON.parse(JSON.stringify(data)) as T;
    },
    /** Notes at nodes what the loader would note there of their edges, which `write` does not: so does a start on a database of an earlier version. */
    noted: () => requireUsable(engine, model),
    /** Loads files as `npm run load` does. Throws where they have problems. */
    load: async (...inputs: readonly Input[]): Promise<void> => {
      const { problems } = await load(engine, model, inputs);
      if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
    },
    /** How many statements were read since this was last asked. */
    takeStatements: () => engine.takeStatements(),
  };
}

async function write(engine: Counted, nodes: readonly NewNode[], edges: readonly NewEdge[]): Promise<void> {
  await engine.write(async (transaction) => {
    for (const { id, type, values } of nodes) {
      const text = `CREATE (n:Node:${type} {id: $id}) SET n += $values`;
      await transaction.run({ text, params: { id, values: { aliases: [], ...beginning(values), ...given(values) } } });
    }
    for (const { type, from, to, values } of edges) {
      const text = `MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:${type}]->(b) SET r += $values`;
      await transaction.run({ text, params: { from, to, values: given(values) } });
    }
  });
}

/** Of an act, the day from which it is there: unless the test says so, the one that dates it. */
const beginning = ({ date }: Values): Values => (typeof date === "string" ? { thereFrom: date } : {});

const given = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
