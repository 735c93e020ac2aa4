/**
 * The program of the process that owns the database's files: it opens them and does what it is asked, until it is told to close, or until
 * whoever started it is gone. It can be killed at any time: what was acknowledged is in the files.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { answersOf } from "../../asking.ts";
import { packError } from "../../packed-error.ts";
import { partsOf } from "../../parts.ts";
import { EngineError, type WriteTransaction } from "../../port.ts";
import type { EmbeddedEngine } from "../embedded.ts";
import { openEmbedded } from "../open.ts";
import { type Calls, type Opened, type OwnerOptions, pack, type Request, type Response, unpack } from "./messages.ts";
import { Outbox } from "./outbox.ts";

/** How often, and how long apart in milliseconds, a lock is tried again: the process of a server that was killed lets go of it in a moment. */
const LOCK_TRIES = 10;
const LOCK_PAUSE = 100;

/** A write that was begun: its statements arrive one by one. */
interface Write {
  readonly transaction: WriteTransaction;
  /** Ends the write, and resolves once it is committed; rejects with the reason that is given. */
  end(reason?: Error): Promise<void>;
}

type Doer = { readonly [Kind in keyof Calls]: (input: Calls[Kind]["input"]) => Promise<Calls[Kind]["output"]> };

/** What each call does. */
function doer(engine: EmbeddedEngine): Doer {
  let write: Write | undefined;
  const begun = (): Write => {
    if (!write) throw new EngineError("INTERNAL", "no write was begun");
    return write;
  };
  return {
    ...answersOf(engine),
    epoch: async () => engine.epoch(),
    begin: async () => {
      const before = engine.epoch();
      write = await begin(engine);
      return before;
    },
    run: (statement) => begun().transaction.run(statement),
    commit: async () => {
      await begun().end();
      return null;
    },
    rollback: async () => {
      const given = new Error("rolled back");
      await begun()
        .end(given)
        .catch((error: unknown) => {
          if (error !== given) throw error;
        });
      return null;
    },
    close: async () => {
      await engine.close();
      return null;
    },
  };
}

/** Opens a write whose statements and end come from outside. */
function begin(engine: EmbeddedEngine): Promise<Write> {
  return new Promise((resolve, reject) => {
    const written = engine.write(
      (transaction) =>
        new Promise<void>((commit, rollback) => {
          resolve({
            transaction,
            end: (reason) => {
              if (reason) rollback(reason);
              else commit();
              return written;
            },
          });
        }),
    );
    written.catch(reject);
  });
}

async function open({ path, shuffleUnordered = false, salvage = false }: OwnerOptions): Promise<EmbeddedEngine> {
  for (let tries = 1; ; tries++) {
    try {
      return await openEmbedded({ path, shuffleUnordered, salvage, onNotice: console.warn });
    } catch (error) {
      if (!(error instanceof EngineError && error.code === "LOCKED") || tries === LOCK_TRIES) throw error;
      await sleep(LOCK_PAUSE);
    }
  }
}

const NOTHING = pack(null);

/** Does what it is asked, and gives the answer: as one response, or in parts where it has many rows. */
async function respond<Kind extends keyof Calls>(doers: Doer, kind: Kind, { id, input }: Request): Promise<Response[]> {
  try {
    const output = await doers[kind](unpack(input) as Calls[Kind]["input"]);
    return Array.from(partsOf(output), ({ part, isLast }) => ({ id, output: pack(part), error: null, ...(!isLast && { isPart: true }) }));
  } catch (error) {
    return [{ id, output: NOTHING, error: packError(error) }];
  }
}

/** Where whoever asked has gone, nobody needs to be told: this process ends with the channel. */
const say = (message: readonly Response[] | Opened): void => {
  process.send?.(message, undefined, undefined, () => undefined);
};

async function main(argument: string): Promise<void> {
  // Ctrl-C reaches every process of a terminal; whoever started this one says when it is to end.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  // Nobody is left to ask. A statement may still run: nothing but this ends it, and the lock has to go with it.
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
  // It may have gone while this file was read.
  if (!process.connected) return;
  try {
    const doers = doer(await open(JSON.parse(argument) as OwnerOptions));
    const responses = new Outbox<Response>(say);
    process.on("message", (requests: readonly Request[]) => {
      for (const request of requests)
        void respond(doers, request.kind, request).then((answer) => {
          for (const response of answer)
            if (response.isPart) say([response]);
            else responses.put(response);
        });
    });
    say({ error: null });
  } catch (error) {
    say({ error: packError(error) });
  }
}

await main(process.argv[2] ?? "{}");
