import { testNeo4j } from "./engine.ts";

/**
 * The seeds of a test at random: as many as it wants on the embedded engine, a third on Neo4j, which plans each new statement for up to a second.
 * RANDOM_SEEDS=1000 asks for more, or fewer, on either.
 */
export function seeds(wanted: number): readonly number[] {
  const many = Number(process.env.RANDOM_SEEDS ?? (testNeo4j() ? Math.ceil(wanted / 3) : wanted));
  return Array.from({ length: many }, (_, i) => i + 1);
}
