/** What goes between whoever serves others and the thread that works on the engine for them. */
import type { MessagePort } from "node:worker_threads";
import { EngineError, type GraphEngine, type PackedError, packError, unpackError } from "../../engine/port.ts";
import { NotAllowedError } from "../not-allowed.ts";
import { InputError } from "../read/index.ts";

/** To the thread: a job, with the port at whose other end the engine is served; and the answer to what it asked. */
export type ToThread<Job, Answer> =
  | {
      readonly what: "job";
      readonly job: Job;
      readonly engine: { readonly port: MessagePort; readonly kind: GraphEngine["kind"] };
    }
  | { readonly what: "answer"; readonly answer: Answer };

/** From the thread: a question of the job's, one at a time; and what became of the job, after which it takes the next. */
export type FromThread<Question, Outcome> =
  | { readonly what: "question"; readonly question: Question }
  | { readonly what: "done"; readonly outcome: Outcome }
  | { readonly what: "failed"; readonly error: PackedFailure };

/** What a job throws, as it goes from one thread to the other: copies of errors lose their class. */
export type PackedFailure =
  | { readonly kind: "not allowed"; readonly bundles: readonly string[] }
  | { readonly kind: "engine"; readonly error: PackedError }
  | { readonly kind: "input"; readonly message: string }
  | { readonly kind: "other"; readonly message: string; readonly stack: string | undefined };

/** A failure on its way to the other thread. */
export function packFailure(error: unknown): PackedFailure {
  if (error instanceof NotAllowedError) return { kind: "not allowed", bundles: error.bundles };
  if (error instanceof EngineError) return { kind: "engine", error: packError(error) };
  if (error instanceof InputError) return { kind: "input", message: error.message };
  return error instanceof Error
    ? { kind: "other", message: error.message, stack: error.stack }
    : { kind: "other", message: String(error), stack: undefined };
}

/** The failure that was packed. */
export function unpackFailure(packed: PackedFailure): Error {
  switch (packed.kind) {
    case "not allowed":
      return new NotAllowedError(packed.bundles);
    case "engine":
      return unpackError(packed.error);
    case "input":
      return new InputError(packed.message);
    case "other": {
      const error = new Error(packed.message);
      if (packed.stack !== undefined) error.stack = packed.stack;
      return error;
    }
  }
}
