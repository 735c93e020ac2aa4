import { EngineError, type Row, type Statement, type WriteTransaction } from "./port.ts";
import { Serial } from "./serial.ts";

/**
 * Runs the callback of a `write` against a transaction that the engine has open, and resolves to its result once every statement that it
 * started has ended, also those that it did not wait for. Committing and rolling back are the engine's part.
 *
 * The rules of every engine's transaction are here: statements run one after another; the first one that fails fails the write, even if the
 * callback swallows its error, and none runs after it; none runs after the end of the callback.
 *
 * `execute` runs one statement in the open transaction; `toEngineError` maps what it throws. Throws that EngineError, or what the callback throws.
 */
export async function runWork<T>(
  work: (transaction: WriteTransaction) => Promise<T>,
  execute: (statement: Statement) => Promise<readonly Row[]>,
  toEngineError: (error: unknown) => EngineError,
): Promise<T> {
  const statements = new Serial();
  let failure: EngineError | undefined;
  let over = false;
  const step = async (statement: Statement): Promise<readonly Row[]> => {
    if (failure) throw failure;
    try {
      return await execute(statement);
    } catch (error) {
      // Neo4j ends a transaction at its first failed statement; the embedded engine's would live on and commit a part.
      failure = toEngineError(error);
      throw failure;
    }
  };
  const transaction: WriteTransaction = {
    run: async (statement) => {
      if (over) throw new EngineError("STATEMENT", "the transaction is over: await every run() inside write()'s callback");
      return statements.run(() => step(statement));
    },
  };
  const end = async (): Promise<void> => {
    over = true;
    // A statement that the callback did not wait for still belongs to the transaction.
    await statements.settled();
  };
  try {
    const result = await work(transaction);
    await end();
    if (failure) throw failure;
    return result;
  } finally {
    await end();
  }
}
