import type { GraphQLFieldResolver } from "graphql";
import { requireNoDay, undatedSources } from "../compile/index.ts";
import type { GraphEngine, Statement } from "../engine/port.ts";
import type { Context } from "./run.ts";

/** What `meta` tells, by field: each is read only where it is selected. Throws EngineError. */
const FIELDS: Readonly<Record<string, (engine: GraphEngine) => Promise<number>>> = {
  undatedSources: (engine) => count(engine, undatedSources()),
};

/** meta: what the graph says of itself as a whole. A field of it is a line in FIELDS, and its description in schema/meta.graphql. */
export const meta: GraphQLFieldResolver<unknown, Context> = (_source, _args, { engine }, { fieldNodes }) => {
  requireNoDay(fieldNodes, "meta tells of the graph as it is today");
  return Object.fromEntries(Object.entries(FIELDS).map(([name, read]) => [name, () => read(engine)]));
};

/** The number in a statement's only row. */
async function count(engine: GraphEngine, statement: Statement): Promise<number> {
  const [row] = await engine.read(statement);
  return Number(row?.[0] ?? 0);
}
