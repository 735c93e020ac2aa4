import type { Based } from "./law.ts";

/** How high a duty is on a line. */
export interface Height {
  /** Of a duty that has a part in money, the part in per cent; null where nothing gives one. */
  readonly rate: number | null;
  readonly unit: string | null;
  /** The duty in the words of its schedule. */
  readonly duty: string | null;
  /** Whether a part of it is in money, and so in no sum. */
  readonly hasSpecific: boolean;
}

/** The height of a duty for the line, by the goods under whose name it hits it, else by itself. */
export function rateOf({ candidate, reaching: { covers } }: Pick<Based, "candidate" | "reaching">): Height {
  const { rate, unit, duty, hasSpecific } = covers.edge;
  if (rate !== null) return { rate, unit, duty, hasSpecific };
  const isOwn = candidate.rate !== null && !hasSpecific;
  return { rate: isOwn ? candidate.rate : null, unit: isOwn ? candidate.unit : null, duty, hasSpecific };
}
