/** What both engines check about values on their way in and out. */
import { EngineError, type Value } from "./port.ts";

/** 64-bit integers are the widest that both engines store; beyond, Neo4j's driver would silently send the low bits. */
const widest = 2n ** 63n;

/** Throws EngineError STATEMENT for a bigint that no engine stores. */
export function checkInteger(value: bigint): void {
  if (value >= widest || value < -widest) {
    throw new EngineError("STATEMENT", `the parameter value ${value} does not fit 64 bits; store it as a string`);
  }
}

/** Applies `checkInteger` to every bigint in `value`. */
export function checkParameters(value: Value): void {
  if (typeof value === "bigint") checkInteger(value);
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) checkParameters(inner);
}

/** The error for a statement that returns a node, relationship, path, date or another value that only one engine knows. */
export function foreignValue(): EngineError {
  return new EngineError(
    "STATEMENT",
    "the statement returns a node, a relationship or another value of the database's own; return its properties, such as n.id or properties(n)",
  );
}
