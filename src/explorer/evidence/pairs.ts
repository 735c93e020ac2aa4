import { fieldWords, valueWords } from "../data/field-words.ts";
import type { ClaimShownFragment } from "../generated/operations.ts";

/** A claim, and those that it can't be reconciled with. */
export type Contradicted = ClaimShownFragment & {
  readonly contradicts: { readonly totalCount: number; readonly nodes: readonly ClaimShownFragment[] };
};

/** One side of a contradiction: a claim, or the record's own value. */
export interface Side {
  readonly claim: ClaimShownFragment | null;
  /** The value it gives, in words; null where it gives none. */
  readonly value: string | null;
}

/** Two sides that can't both be right, and what they are about. */
export interface Pair {
  readonly key: string;
  /** The field in words; null where they contradict each other as a whole. */
  readonly about: string | null;
  readonly sides: readonly [Side, Side];
}

/** A row of `disagreements`. */
export interface Disagreed {
  readonly field: string | null;
  readonly otherEnd: { readonly id: string; readonly label: string } | null;
  readonly positions: readonly { readonly value: string | null; readonly claim: ClaimShownFragment | null }[];
}

/** All pairs: those that the server finds to disagree, then those of claims that say so of each other, each pair once. */
export function pairsOf(disagreed: readonly Disagreed[], claims: readonly Contradicted[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { field, otherEnd, positions } of disagreed) {
    const [one, other] = positions;
    if (!one || !other) continue;
    const key = keyOf(one.claim, other.claim);
    const about = field && fieldWords(field, otherEnd?.label);
    pairs.set(`${key} ${field ?? ""}`, { key: `${key} ${field ?? ""}`, about, sides: [sideOf(one), sideOf(other)] });
  }
  const told = new Set([...pairs.values()].map(({ sides }) => keyOf(sides[0].claim, sides[1].claim)));
  for (const claim of claims) {
    for (const other of claim.contradicts.nodes) {
      const key = keyOf(claim, other);
      if (told.has(key)) continue;
      told.add(key);
      pairs.set(key, {
        key,
        about: null,
        sides: [
          { claim, value: null },
          { claim: other, value: null },
        ],
      });
    }
  }
  return [...pairs.values()];
}

const sideOf = ({ value, claim }: Disagreed["positions"][number]): Side => ({ claim, value: valueWords(value) });

const keyOf = (one: ClaimShownFragment | null, other: ClaimShownFragment | null): string =>
  [one?.id ?? "record", other?.id ?? "record"].sort().join(" ");
