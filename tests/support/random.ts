/** A repeatable source of chance (mulberry32): the same seed gives the same draws on every machine. */
export function randomOf(seed: number) {
  let state = seed * 0x9e3779b9;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    /** A number from 0 up to, but not including, `limit`. */
    below,
    /** One of the items. Throws where there is none. */
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new Error("There is nothing to pick from.");
      return items[below(items.length)] as T;
    },
  };
}

/** Draws, the same for the same seed. */
export type Random = ReturnType<typeof randomOf>;
