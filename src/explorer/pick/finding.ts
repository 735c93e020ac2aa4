import type { Answer } from "../data/use-answer.ts";

/** What a text finds, as far as it is answered. */
export interface Finding<Node> {
  /** The hits: while those of the newest text are awaited, those of the one before. */
  readonly found: readonly Node[];
  /** The text that they are the hits of; undefined while its answer is awaited, and where there is none. */
  readonly of: string | undefined;
  /** Why there is no answer; null where nothing went wrong. */
  readonly failed: string | null;
}

/** What a text finds by an answer, which holds `hitsOf` it. */
export function findingOf<Data, Node>(
  text: string,
  { data, waiting, error }: Answer<Data, unknown>,
  hitsOf: (data: Data) => readonly Node[],
): Finding<Node> {
  if (text === "" || error || !data) return { found: [], of: undefined, failed: error ? "The server does not answer." : null };
  return { found: hitsOf(data), of: waiting ? undefined : text, failed: null };
}

const CODE = /^(?:hs\s*)?(\d{2}(?:\d{2}(?:\d{2})?)?)$/i;

/** The code of the Harmonized System that a text may be, with or without dots and `HS`; undefined where it can be none. */
export const codeIn = (text: string): string | undefined => CODE.exec(text.replaceAll(".", ""))?.[1];

/** What a text finds: the goods of its code first, and once. */
export function codeFirst<Found extends { readonly id: string }>(
  goods: Found | null | undefined,
  hits: readonly { readonly node: Found }[],
): readonly Found[] {
  const byCode = goods ? [goods] : [];
  return [...byCode, ...hits.map(({ node }) => node).filter(({ id }) => id !== goods?.id)];
}
