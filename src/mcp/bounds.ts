/** How long an answer may be, and how one is made to fit: nothing is left out without a word. */

/** The most that a text for an assistant may have, in tokens as `tokensOf` counts them. */
export const MOST_TOKENS = 8_000;

/** Characters of English and JSON that make a token. */
const CHARACTERS = 3.5;

/** About how many tokens a text has: a letter of another script counts as one. */
export function tokensOf(text: string): number {
  const others = text.match(/[\u0250-\u200f\u2028-\u{10ffff}]/gu)?.length ?? 0;
  return Math.ceil((text.length - others) / CHARACTERS) + others;
}

/** How much of the lists and texts within one row is kept. */
export interface Grain {
  /** The most members of a list. */
  readonly members: number;
  /** The most characters of a text. */
  readonly characters: number;
}

/** From what nearly all answers have room for down to what fits whatever there is. */
export const GRAINS: readonly Grain[] = [
  { members: 20, characters: 1_000 },
  { members: 6, characters: 500 },
  { members: 3, characters: 240 },
  { members: 2, characters: 120 },
];

/**
 * A value as an assistant is to read it: what is null or empty is left out; a list of the graph with `nodes` is that list; a list or a text that is too long ends with how
 * much more there is (`{ more: 12 }`, `… (840 characters more)`).
 */
export function tidy(value: unknown, grain: Grain): unknown {
  if (typeof value === "string") return cutText(value, grain.characters);
  if (Array.isArray(value)) return cutList(value, value.length, grain);
  if (typeof value !== "object" || value === null) return value;
  const { nodes, totalCount } = value as { readonly nodes?: unknown; readonly totalCount?: unknown };
  if (Array.isArray(nodes) && Object.keys(value).every((key) => key === "nodes" || key === "totalCount"))
    return cutList(nodes, typeof totalCount === "number" ? totalCount : nodes.length, grain);
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (isNothing(inner) ? [] : [[key, tidy(inner, grain)]])));
}

/** Addresses and ids are of use as a whole only. */
function cutText(text: string, most: number): string {
  if (text.length <= most || /^\S+$/.test(text)) return text;
  const kept = text.slice(0, most).replace(/\s\S*$/, "");
  return `${kept} … (${text.length - kept.length} characters more)`;
}

function cutList(list: readonly unknown[], total: number, grain: Grain): unknown[] {
  const kept = list.slice(0, grain.members).map((member) => tidy(member, grain));
  return total > kept.length ? [...kept, { more: total - kept.length }] : kept;
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object") return false;
  const { nodes } = value as { readonly nodes?: unknown };
  return Array.isArray(nodes) && nodes.length === 0 && Object.keys(value).every((key) => key === "nodes" || key === "totalCount");
}
