import { Composer, type CST, type Document, type LineCounter, Parser, YAMLParseError } from "yaml";

/** So many lists and maps may stand inside each other; a record with all that it may hold has fewer than ten. */
const MOST_LEVELS = 50;

/** What is said of a file with more levels. */
export const TOO_DEEP = `Lists and maps stand inside each other here more than ${MOST_LEVELS} deep: no record needs that many.`;

/**
 * The document of a text; null where lists and maps stand too deep in each other, with the offset of the first that does. The parser's own reader of tokens
 * calls itself for each level, and how many it can take is a matter of the machine and of what ran before: so that one text is always answered alike,
 * levels are counted on the tokens, before it reads them.
 */
export function parsed(
  text: string,
  lines: LineCounter,
): { document: Document.Parsed; tooDeepAt: null } | { document: null; tooDeepAt: number } {
  let tooDeepAt: number | null = null;
  function* tokens() {
    for (const token of new Parser(lines.addNewLine).parse(text)) {
      tooDeepAt = firstTooDeep(token);
      if (tooDeepAt !== null) return;
      yield token;
    }
  }
  const composer = new Composer({ prettyErrors: false, stringKeys: true, uniqueKeys: false, logLevel: "error" });
  let document: Document.Parsed | null = null;
  for (const next of composer.compose(tokens(), true, text.length)) {
    document ??= next;
    if (next === document) continue;
    document.errors.push(new YAMLParseError([next.range[0], next.range[1]], "MULTIPLE_DOCS", "There is more than one document."));
    break;
  }
  if (tooDeepAt !== null) return { document: null, tooDeepAt };
  if (!document) throw new Error("a text without a document"); // The composer was asked to give one of nothing, too.
  return { document, tooDeepAt: null };
}

/** The offset of the first list or map of a token that has too many others around it; null where none has. */
function firstTooDeep(token: CST.Token): number | null {
  let level = collections([token.type === "document" ? token.value : token]);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return level[0]?.offset ?? null;
    level = level.flatMap(({ items }) => collections(items.flatMap(({ key, value }) => [key, value])));
  }
  return null;
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function collections(tokens: readonly (CST.Token | null | undefined)[]): Collection[] {
  return tokens.filter((token): token is Collection => token !== null && token !== undefined && "items" in token);
}
