import { testNeo4j } from "./engine.ts";

/**
 * The seeds of a test at random: as many as it wants on the embedded engine, a twelfth on Neo4j, which plans each new statement for a second or
 * more: what a statement means is the same there, and the embedded engine tries it more often.
 * RANDOM_SEEDS=1000 asks for more, or fewer, on either. `onNeo4j` is for tests of which one case alone takes it a minute.
 */
export function seeds(wanted: number, onNeo4j: number = Math.ceil(wanted / 12)): readonly number[] {
  const many = Number(process.env.RANDOM_SEEDS ?? (testNeo4j() ? onNeo4j : wanted));
  return Array.from({ length: many }, (_, i) => i + 1);
}

/** Whether all seeds are drawn: what a test asks of them together (that they are many, of every sort) holds of these, and of no fewer. */
export const drawsAll = process.env.RANDOM_SEEDS === undefined && testNeo4j() === undefined;
