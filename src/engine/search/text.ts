/** How text becomes search words, the same for what is stored and for what is asked: plain letters and digits with spaces between them. Pure. */

/** Scripts that are written without spaces (or, as Korean, with endings glued on): cut into characters and pairs of characters. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]+/gu;

/** Letters that NFKD leaves whole though readers type them plain. */
const folded: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };
const foldable = new RegExp(`[${Object.keys(folded).join("")}]`, "g");

/** `U.S.`, `E.U.` and the like: people ask for them without the dots. */
const dotted = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])/gu;

/** The English genitive: a lone `s` would be found by every stray `s`. Curly and straight, as NFKD leaves them. */
const genitive = /(?<=[\p{L}\p{N}])['’]s(?![\p{L}\p{N}])/gu;

/** Longer words are cut: nobody types them. */
const longestWord = 64;

/** Lower case, without diacritics, NFKD's compatible forms, Hangul in whole syllables, anything but letters and digits a space. */
function normalise(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(foldable, (letter) => folded[letter] ?? letter)
    .replace(dotted, (letters) => letters.replaceAll(".", ""))
    .replace(genitive, "")
    .replace(/[^\p{L}\p{N}\p{Mc}]+/gu, " ");
}

function words(text: string, cut: (run: string) => readonly string[]): string[] {
  return normalise(text)
    .replace(unspaced, (run) => ` ${cut(run).join(" ")} `)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (word.length > longestWord ? Array.from(word).slice(0, longestWord).join("") : word));
}

function pairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/**
 * The words of `texts` for the property `searchText`: repeats are kept, order is kept.
 * Runs of Chinese, Japanese, Korean, Thai … become their characters and the pairs of neighbours.
 *
 * @example searchWords(["Côte d'Ivoire", "稀土"]) === "cote d ivoire 稀 土 稀土"
 */
export function searchWords(texts: readonly string[]): string {
  return texts
    .flatMap((text) =>
      words(text, (run) => {
        const characters = Array.from(run);
        return [...characters, ...pairs(characters)];
      }),
    )
    .join(" ");
}

/**
 * The words of `names` for the property `searchNames`: one line a name, by which search knows how much of a name was asked for, and which words may
 * be names that were misspelt. Give only names (titles, aliases), and give the same names to `searchWords` too.
 *
 * @example searchNames(["Ford", "F. Motor", "稀土磁"]) === "ford\nf motor\n稀土 土磁"
 */
export function searchNames(names: readonly string[]): string {
  const lines = names.map((name) => words(name, pairsOrOne).join(" "));
  return [...new Set(lines)].filter((line) => line !== "").join("\n");
}

/** What a reader typed, as distinct words: at most `most` of them. Unspaced scripts become pairs, or the character when it stands alone. */
export function queryWords(text: string, most: number): string[] {
  // The bound comes before the work: 10 kB of query must not cost more than a sentence.
  return [...new Set(words(text.slice(0, most * longestWord), pairsOrOne))].slice(0, most);
}

function pairsOrOne(run: string): readonly string[] {
  const characters = Array.from(run);
  return characters.length === 1 ? characters : pairs(characters);
}
