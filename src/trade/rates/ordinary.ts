/** Which of several ordinary duties on a line is charged: they are columns of tariff schedules, and never add up. */

import type { Sure } from "../status/index.ts";
import { type Height, rateOf } from "./height.ts";
import type { Based } from "./law.ts";
import type { DutyType } from "./layer.ts";

/** Who is without most-favoured-nation treatment pays that column whatever else there is; a preference takes the place of the most-favoured-nation duty. */
const ORDER: readonly DutyType[] = ["NON_MFN", "PREFERENTIAL", "MFN"];

/**
 * How sure it is that one ordinary duty is charged in place of another. Of two preferences, the lower one; of two of one height, the first by id. Where two can't be
 * compared, or two schedules say two things of one column, each gives way to the other: one of them is charged, and nobody knows which. Where dates leave open
 * what height one of them has, so is which is charged.
 */
export function isChargedFor(one: Based, other: Based): Sure {
  const [type, than] = [one.candidate.dutyType, other.candidate.dutyType];
  if (type === null || than === null) return 0;
  if (type !== than) return ORDER.indexOf(type) < ORDER.indexOf(than) ? 2 : 0;
  if (one.reaching.covers.sure < 2 || other.reaching.covers.sure < 2) return 1;
  const [own, theirs] = [rateOf(one), rateOf(other)];
  if (isSame(own, theirs)) return one.candidate.id < other.candidate.id ? 2 : 0;
  return type === "PREFERENTIAL" && isLower(theirs, own) ? 0 : 2;
}

function isSame(a: Height, b: Height): boolean {
  return (
    a.rate === b.rate && a.unit === b.unit && a.hasSpecific === b.hasSpecific && (isPlain(a) || (a.duty !== null && a.duty === b.duty))
  );
}

/** Whether a height is surely below another: nothing is below free. */
function isLower(a: Height, b: Height): boolean {
  if (isPlain(a) && a.rate === 0) return true;
  return isPlain(a) && isPlain(b) && (a.rate ?? 0) < (b.rate ?? 0);
}

/** All of it is in per cent. */
function isPlain({ rate, unit, hasSpecific }: Height): boolean {
  return rate !== null && unit === "PERCENT" && !hasSpecific;
}
