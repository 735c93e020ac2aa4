import { type Jurisdiction, tradeCodeOf } from "../references/countries.ts";

/** Where a flow begins or ends: a country or bloc by its code (`CN`), the whole world, or a place that is none, in words. */
export type TradePlace =
  | { readonly kind: "COUNTRY"; readonly code: string }
  | { readonly kind: "WORLD" }
  | { readonly kind: "NONE"; readonly words: string };

/** The number of Taiwan in trade statistics, which call it after what is left of Asia. */
export const OTHER_ASIA = 490;

/** A place as trade statistics name it: by number first, since their codes of three letters have some of their own (`W00`, `S19`). */
export function placeOf({ iso, id, name }: Jurisdiction): TradePlace {
  if (id === 0 || (id === null && (iso === "W00" || iso === "WLD" || name?.toLowerCase() === "world"))) return { kind: "WORLD" };
  const code = tradeCodeOf({ iso, id, name });
  if (code !== null) return { kind: "COUNTRY", code };
  return { kind: "NONE", words: name ?? iso ?? "without a name" };
}
