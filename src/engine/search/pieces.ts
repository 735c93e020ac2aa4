/** Long work in pieces, between which others may have their turn. */

/** Work that stops after each piece, and ends with its outcome. */
export type Pieces<T> = Generator<void, T, void>;

/** How many members of a list are a piece. */
const PIECE = 4_096;
/** How long pieces are done one after the other, in milliseconds, before others have their turn. */
const TURN = 10;

/** Does all pieces; where they take long, `pause` lets others have their turn in between. */
export async function pieceByPiece<T>(pieces: Pieces<T>, pause: () => Promise<unknown>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
    if (performance.now() - since < TURN) continue;
    await pause();
    since = performance.now();
  }
}

/** Looks at each member of a list. */
export function* inPieces<T>(items: readonly T[], look: (item: T, place: number) => void): Pieces<void> {
  for (let start = 0; start < items.length; start += PIECE) {
    for (const [i, item] of items.slice(start, start + PIECE).entries()) look(item, start + i);
    yield;
  }
}

/** The whole numbers from one up to, but not including, another. */
export function* numbers(from: number, to: number): Pieces<number[]> {
  const all: number[] = [];
  for (let next = from; next < to; next++) if (all.push(next) % PIECE === 0) yield;
  return all;
}

/** A list in order. */
export function* sorting<T>(items: readonly T[], compare: (a: T, b: T) => number): Pieces<T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += PIECE) {
    runs.push(items.slice(start, start + PIECE).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) longer.push(yield* merging(runs[i] ?? [], runs[i + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

/** Two lists in order as one in order. */
export function* merging<T>(one: T[], other: T[], compare: (a: T, b: T) => number): Pieces<T[]> {
  const [last, first] = [one.at(-1), other[0]];
  // What comes in order already, as nodes do that are read by their ids, is put together as it is.
  if (last === undefined || first === undefined || compare(last, first) < 0) return one.concat(other);
  const all: T[] = [];
  let i = 0;
  for (const next of other) {
    for (let here = one[i]; here !== undefined && compare(here, next) < 0; here = one[++i]) {
      all.push(here);
      if (all.length % PIECE === 0) yield;
    }
    all.push(next);
    if (all.length % PIECE === 0) yield;
  }
  return all.concat(one.slice(i));
}
