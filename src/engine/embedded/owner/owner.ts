/** The process that owns the database's files, as seen by whoever started it. */
import { type ChildProcess, fork } from "node:child_process";
import { programBeside } from "../../../program.ts";
import { unpackError } from "../../packed-error.ts";
import { EngineError } from "../../port.ts";
import { type Calls, type Opened, type OwnerOptions, pack, type Request, type Response, unpack } from "./messages.ts";
import { Outbox } from "./outbox.ts";

/** How long the process may take to close the database, in milliseconds; a statement that nobody waits for may still run. */
const CLOSING = 1_000;

/** The process ended before it answered: it was killed, or the database brought it down. What was committed is in the files. */
export class OwnerGone extends EngineError {
  constructor() {
    super("UNAVAILABLE", "the process of the embedded database ended before it answered; it is started again");
  }
}

interface Waiting {
  resolve(output: unknown): void;
  reject(error: EngineError): void;
  /** The rows that came so far of an answer that comes in parts. */
  rows: unknown[];
}

/** A running process that has the database open. */
export class Owner {
  readonly #waiting = new Map<number, Waiting>();
  // Where it can't be sent the process is about to end, and that says it all.
  readonly #requests = new Outbox<Request>((requests) => this.child.send(requests, () => undefined));
  #next = 0;
  #isGone = false;
  #onGone: () => void = () => undefined;

  private constructor(private readonly child: ChildProcess) {
    child.on("message", (responses: readonly Response[]) => {
      for (const response of responses) this.#take(response);
    });
    // A signal or a message that could not be sent: its end, which follows, says it all.
    child.on("error", () => undefined);
    child.once("exit", () => {
      this.#isGone = true;
      this.#onGone();
      for (const { reject } of this.#waiting.values()) reject(new OwnerGone());
      this.#waiting.clear();
    });
  }

  /** Starts the process and waits until it has the database open. Throws what opening throws: EngineError LOCKED, UNAVAILABLE. */
  static async start(options: OwnerOptions): Promise<Owner> {
    const { path, flags } = programBeside(import.meta.url, "program");
    const child = fork(path, [JSON.stringify(options)], { execArgv: [...process.execArgv.filter(isOurs), ...flags] });
    const opened = await new Promise<Opened | null>((resolve) => {
      child.once("message", (message: Opened) => resolve(message));
      child.once("exit", () => resolve(null));
      child.once("error", () => resolve(null));
    });
    if (opened?.error === null) return new Owner(child);
    child.kill("SIGKILL");
    throw opened?.error
      ? unpackError(opened.error)
      : new EngineError("UNAVAILABLE", `the process of the database in ${options.path} ended while it opened; its last words are above`);
  }

  /** Its number, for monitors and for tests that kill it. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Calls `listener` once the process has ended, when the files can be opened again, and before any call hears of it. */
  onGone(listener: () => void): void {
    this.#onGone = listener;
  }

  /** Has the process do something. Throws the EngineError that it had, or OwnerGone where it ended before it answered. */
  call<Kind extends keyof Calls>(kind: Kind, input: Calls[Kind]["input"]): Promise<Calls[Kind]["output"]> {
    if (this.#isGone) return Promise.reject(new OwnerGone());
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (output) => resolve(output as Calls[Kind]["output"]), reject, rows: [] });
      this.#requests.put({ id, kind, input: pack(input) });
    });
  }

  /** Ends the process in the middle of whatever it does: the only way to end a statement. */
  kill(): void {
    this.child.kill("SIGKILL");
  }

  /** Closes the database, then the process. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    if (this.#isGone) return;
    const hard = setTimeout(() => this.kill(), CLOSING);
    await this.call("close", null).catch(() => undefined);
    clearTimeout(hard);
    this.kill();
    await ended;
  }

  #take({ id, output, error, isPart }: Response): void {
    const waiting = this.#waiting.get(id);
    const value = unpack(output);
    if (isPart) {
      waiting?.rows.push(...(value as unknown[]));
      return;
    }
    this.#waiting.delete(id);
    if (error) waiting?.reject(unpackError(error));
    else waiting?.resolve(waiting.rows.length > 0 ? waiting.rows.concat(value) : value);
  }
}

/** Flags that belong to both processes: a limit of memory, say. A debugger listens in one of them, and loaders of sources are added anew. */
function isOurs(flag: string): boolean {
  return flag.startsWith("--max-") || flag.startsWith("--stack-");
}
