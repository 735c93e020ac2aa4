import { getOperationAST, graphql, parse } from "graphql";
import { type GraphEngine, searchNames, searchWords } from "../../src/engine/port.ts";
import { monthNotes, withMonths } from "../../src/load/graph/months.ts";
import { type Model, readModel } from "../../src/model/index.ts";
import { answer, executableSchema } from "../../src/resolvers/index.ts";
import { counted } from "./counted.ts";
import { openPrepared } from "./prepared.ts";
import { type WorldNode, world } from "./world.ts";

/** The tiny world on a real engine, asked through the schema without a server. */
export interface OpenWorld {
  readonly model: Model;
  /** Data of an operation that has no errors, as JSON gives it. */
  ask(source: string, variables?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  /** The same data, answered as the server does it: without graphql-js's walk over the answer. */
  directly(source: string, variables?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  /** Codes of the errors of an operation. */
  codes(source: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown[]>;
  /** How many statements were read since this was last asked. */
  takeStatements(): number;
  /** Copies every node `times` over, without edges: a larger world that must not cost more statements. */
  grow(times: number): Promise<void>;
  /** Writes something into the world beside what it has. */
  write(work: Parameters<GraphEngine["write"]>[0]): Promise<void>;
  close(): Promise<void>;
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((v) => typeof v === "string");

/** A node as the loader would store it: with the words that search finds it by, and the months of its dates. */
function stored(model: Model, { type, properties }: WorldNode) {
  const { names = [], search = [] } = model.nodes.get(type) ?? {};
  const texts = (of: readonly string[]) => of.flatMap((name) => strings(properties[name]));
  const months = withMonths(model.nodes.get(type), properties);
  return { ...months, searchText: searchWords(texts([...names, ...search])), searchNames: searchNames(texts(names)) };
}

async function write(engine: GraphEngine, model: Model): Promise<void> {
  await engine.write(async (transaction) => {
    for (const node of world.nodes) {
      await transaction.run({ text: `CREATE (n:Node:${node.type}) SET n += $values`, params: { values: stored(model, node) } });
    }
    const written = world.nodes.map(({ type, properties }) => ({ type, values: properties }));
    for (const statement of monthNotes(model, written)) await transaction.run(statement);
    for (const { type, from, to, properties } of world.edges) {
      const made = await transaction.run({
        text: `MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:${type}]->(b) SET r += $values RETURN a.id`,
        params: { from, to, values: properties },
      });
      if (made.length !== 1) throw new Error(`The edge ${from} ${type} ${to} has an end that is no node.`);
    }
  });
}

/** Writes the tiny world to a fresh test engine. */
export async function openWorld(): Promise<OpenWorld> {
  const model = readModel();
  const schema = executableSchema(model);
  const engine = counted(await openPrepared(model));
  await write(engine, model);
  const run = (source: string, variableValues: Readonly<Record<string, unknown>> = {}) =>
    graphql({ schema, source, variableValues, contextValue: { engine } });
  return {
    model,
    ask: async (source, variables) => {
      const { data, errors } = await run(source, variables);
      const [error] = errors ?? [];
      if (error) throw new Error(`${error.message}\n${source}\n${JSON.stringify(variables)}`, { cause: error.originalError });
      return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
    },
    directly: async (source, variables = {}) => {
      const document = parse(source);
      const operation = getOperationAST(document);
      const data = operation && (await answer(model, { document, operation, variables }, { engine }));
      if (!data) throw new Error(`This is not answered directly:\n${source}`);
      return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
    },
    codes: async (source, variables) => ((await run(source, variables)).errors ?? []).map((e) => e.extensions.code),
    takeStatements: () => engine.takeStatements(),
    grow: (times) =>
      engine.write(async (transaction) => {
        for (const node of world.nodes) {
          const rows = Array.from({ length: times }, (_, i) => ({ ...node.properties, id: `${node.id}-${i}` }));
          await transaction.run({ text: `UNWIND $rows AS row CREATE (n:Node:${node.type}) SET n += row`, params: { rows } });
        }
      }),
    write: async (work) => {
      await engine.write(work);
    },
    close: () => engine.close(),
  };
}
