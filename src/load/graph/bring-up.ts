import type { GraphEngine, Statement } from "../../engine/port.ts";

/** How many nodes one transaction brings up to date. */
const AT_ONCE = 2_000;

/**
 * Brings nodes of a database that an earlier version wrote to what this one keeps: some at a time, each time in a transaction of its own, so that what was
 * cut off goes on where it was. Throws EngineError.
 */
export async function bringUp(
  engine: GraphEngine,
  ids: readonly string[],
  statementsFor: (ids: readonly string[]) => Iterable<Statement> | Promise<Iterable<Statement>>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const statements = await statementsFor(ids.slice(start, start + AT_ONCE));
    await engine.write(async (transaction) => {
      for (const statement of statements) await transaction.run(statement);
    });
  }
}

/** The ids that a statement without parameters returns. Throws EngineError. */
export async function idsOf(engine: GraphEngine, text: string): Promise<string[]> {
  return (await engine.read({ text, params: {} })).map(([id]) => String(id));
}
