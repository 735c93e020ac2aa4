import { distance } from "fastest-levenshtein";
import type { Name } from "./names.ts";

/** Names less alike than this are of different things. */
export const LEAST_LIKENESS = 0.85;
/** Names with fewer letters say little: acronyms. */
export const SHORT = 4;

/** How alike two names are: 1 the same words, in any order and with blanks anywhere; 0 below LEAST_LIKENESS, or where numbers differ. */
export function likeness(a: Name, b: Name): number {
  if (a.sorted === b.sorted || a.together === b.together) return 1;
  if (a.numbers !== b.numbers || Math.min(a.together.length, b.together.length) <= SHORT) return 0;
  const found = Math.max(ratio(a.sorted, b.sorted), ratio(a.together, b.together));
  return found < LEAST_LIKENESS ? 0 : found;
}

/** The share of letters that stay where one text is made into the other. */
function ratio(a: string, b: string): number {
  const most = Math.max(a.length, b.length);
  return Math.abs(a.length - b.length) / most > 1 - LEAST_LIKENESS ? 0 : 1 - distance(a, b) / most;
}
