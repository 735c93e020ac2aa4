/** What goes between a server and the thread that does its loads. */
import type { MessagePort } from "node:worker_threads";
import { EngineError, type GraphEngine, type PackedError, packError, unpackError } from "../../engine/port.ts";
import { type LoadOptions, NotAllowedError } from "../load.ts";
import { InputError, type Inputs } from "../read/index.ts";
import type { LoadReport } from "../report.ts";

/** What of a load's options a server says; whether a bundle may be loaded it is asked. */
export type ThreadOptions = Pick<LoadOptions, "by" | "dryRun" | "prune" | "mayLoad">;

/** To the thread: a load, with the port at whose other end the engine is served; and the answer to what it asked. */
export type ToThread =
  | {
      readonly what: "load";
      readonly inputs: Inputs;
      readonly options: Omit<ThreadOptions, "mayLoad">;
      readonly engine: { readonly port: MessagePort; readonly kind: GraphEngine["kind"] };
    }
  | { readonly what: "may load"; readonly may: boolean };

/** From the thread: whether a bundle may be loaded; and what became of the load, after which it takes the next. */
export type FromThread =
  | { readonly what: "may load?"; readonly bundle: string }
  | { readonly what: "loaded"; readonly report: LoadReport }
  | { readonly what: "failed"; readonly error: PackedFailure };

/** What a load throws, as it goes from one thread to the other: copies of errors lose their class. */
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
