import { isLei } from "../lei.ts";
import { type EdgeRecord, type NodeRecord, type Properties, placeOf, type Report } from "../record.ts";
import { checkAmounts } from "./amounts.ts";
import { isAfter, isToCome } from "./dates.ts";

/** A quote may have so many words; what the source says beyond that is stated in our own. */
const MOST_QUOTED_WORDS = 14;

/** Pairs of properties of which the first can't come after the second. */
const SPANS: readonly (readonly [string, string])[] = [
  ["since", "until"],
  ["startedOn", "endedOn"],
  ["inForceFrom", "inForceUntil"],
  ["pledgedOn", "dueOn"],
  ["publishedOn", "retrievedOn"],
];

/** The rules of the data that no type can express: order of dates, amounts and units, length of quotes, languages. */
export function checkRules(record: NodeRecord | EdgeRecord, report: Report): void {
  for (const [start, end] of SPANS) {
    const [first, last] = [text(record.properties, start), text(record.properties, end)];
    if (first !== null && last !== null && isAfter(first, last))
      report(placeOf(record, start), `${start} ${first} is after ${end} ${last}.`);
  }
  const retrievedOn = text(record.properties, "retrievedOn");
  if (retrievedOn !== null && isToCome(retrievedOn))
    report(placeOf(record, "retrievedOn"), `retrievedOn ${retrievedOn} is still to come: nobody can have read it then.`);
  checkAmounts(record, report);
  const quote = text(record.properties, "quote");
  const words = quote === null ? 0 : countWords(quote);
  if (words > MOST_QUOTED_WORDS) {
    report(
      placeOf(record, "quote"),
      `The quote has ${words} words: at most ${MOST_QUOTED_WORDS} may be quoted. Shorten it, and say the rest in \`statement:\`.`,
    );
  }
  const lei = text(record.properties, "lei");
  if (lei !== null && !isLei(lei))
    report(
      placeOf(record, "lei"),
      `lei "${lei}" is no Legal Entity Identifier: 20 capitals and digits, the last two of which check the rest.`,
    );
  const language = text(record.properties, "language");
  if (language !== null && !isLanguage(language))
    report(placeOf(record, "language"), `language "${language}" must be a BCP 47 tag such as en, zh or pt-BR.`);
}

/** Scripts without spaces between words are cut by the rules of their language. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function countWords(quote: string): number {
  return quote
    .split(/\s+/)
    .filter((word) => word !== "")
    .reduce((sum, word) => sum + (UNSPACED.test(word) ? [...segmenter().segment(word)].filter((part) => part.isWordLike).length : 1), 0);
}

let words: Intl.Segmenter | null = null;
function segmenter(): Intl.Segmenter {
  words ??= new Intl.Segmenter("zh", { granularity: "word" });
  return words;
}

function isLanguage(tag: string): boolean {
  try {
    // Underscores and words such as "english" are not refused by the standard's grammar alone.
    return Intl.getCanonicalLocales(tag).length === 1 && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
  } catch {
    return false;
  }
}

function text(properties: Properties, name: string): string | null {
  const value = properties[name];
  return typeof value === "string" ? value : null;
}
