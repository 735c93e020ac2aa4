import type { Parameters, Shape, SideName } from "../shapes/index.ts";

/** A question made ready to be sent, so that making it ready is not measured. */
export type Prepared = object;

/** One connection to a side: it sends a question at a time. */
export interface Asker {
  /** Sends it and waits for the whole answer; how many bytes it had, or null where they can't be known. */
  ask(prepared: Prepared): Promise<number | null>;
  close(): Promise<void>;
}

/** One of the programs that are compared, running. */
export interface Side {
  readonly name: SideName;
  /** The answer's value, not yet in the common form. Throws for an answer with errors. */
  answer(shape: Shape, parameters: Parameters): Promise<unknown>;
  /** `fresh` makes of it a question that the side has never seen, for the cost of the first time. */
  prepare(shape: Shape, parameters: Parameters, fresh?: number): Prepared;
  open(): Promise<Asker>;
  close(): Promise<void>;
}
