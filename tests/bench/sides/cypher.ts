import type { Driver, Session } from "neo4j-driver";
import type { Parameters, Shape, SideName } from "../shapes/index.ts";
import type { Asker, Prepared, Side } from "./side.ts";

/** How a statement written by hand is sent: in a managed transaction, as the manual shows, or on its own, which saves a round trip. */
export interface Manner {
  readonly text: (shape: Shape) => string;
  readonly managed: boolean;
}

interface Written extends Prepared {
  readonly text: string;
  readonly parameters: Parameters;
}

/** Statements written by hand, straight through the driver: no GraphQL, no HTTP, no process between. */
export function cypherSide(name: SideName, driver: Driver, { text, managed }: Manner): Side {
  const run = async ({ text, parameters }: Written): Promise<unknown> => {
    const session = driver.session({ defaultAccessMode: "READ" });
    try {
      return answerOf(managed ? await inTransaction(session, text, parameters) : await session.run(text, parameters));
    } finally {
      await session.close();
    }
  };
  const asker: Asker = {
    ask: async (prepared) => {
      if (!isWritten(prepared)) throw new Error("What is sent to the driver is a statement.");
      await run(prepared);
      return null;
    },
    close: async () => undefined,
  };
  return {
    name,
    answer: async (shape, parameters) => {
      try {
        return await run({ text: text(shape), parameters });
      } catch (error) {
        throw new Error(`${name} fails at ${shape.name} with ${JSON.stringify(parameters)}: ${error}`, { cause: error });
      }
    },
    prepare: (shape, parameters) => ({ text: text(shape), parameters }),
    open: async () => asker,
    close: async () => undefined,
  };
}

function inTransaction(session: Session, text: string, parameters: Parameters) {
  return session.executeRead((transaction) => transaction.run(text, parameters));
}

/** Statements here have one row; without it, nothing was found. */
function answerOf({ records }: { records: readonly { get(key: "answer"): unknown }[] }): unknown {
  return records[0]?.get("answer") ?? null;
}

function isWritten(prepared: Prepared): prepared is Written {
  return "text" in prepared && "parameters" in prepared;
}
