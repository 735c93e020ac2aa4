import { article, nearest } from "../../model/index.ts";

export { article, nearest, oneOf } from "../../model/index.ts";

/** ` Did you mean "title"?` with its leading space, or nothing. */
export function didYouMean(word: string, options: Iterable<string>): string {
  const [option] = nearest(word, options);
  return option === undefined ? "" : ` Did you mean "${option}"?`;
}

/** The same at the start of a sentence. */
export function capitalArticle(word: string): string {
  return article(word).replace("a", "A");
}
