/** The words of a graph, by number, and which of them are like a word that was asked. */
import { stemmer } from "stemmer";
import { merging, numbers, type Pieces, sorting } from "./pieces.ts";
import { allowedErrors, lettersOf, mayBeWithin, withinErrors } from "./spelling.ts";

/** A word that is like the asked one, and how much a match by it counts. */
export interface Likeness {
  readonly word: number;
  readonly quality: number;
}

/** How much a match counts that is not the word itself: another form of it (plural and the like), a word that begins with it, one that is a typing error away. */
const quality = { form: 0.9, begun: 0.6, misspelt: 0.5 } as const;

/** The fewest letters of a beginning: with fewer, too much begins so. */
const SHORTEST_BEGINNING = 3;
/** Words that have forms: English ones. Codes and other scripts have none. */
const inflected = /^[a-z]{4,}$/;
/** For how many asked words what is like them is remembered, and how much of that at most: beginnings of very many are found again as fast. */
const REMEMBERED = 1_000;
const LONGEST = 100;

/** The words; each has a number, which it keeps. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #letters: number[] = [];
  /** The numbers in the order of the words; `settle` takes in those that came since. */
  #inOrder: number[] = [];
  readonly #like = new Map<string, readonly Likeness[]>();

  /** `isNamed` tells whether a word is in a name: only such are taken for one that was misspelt. */
  constructor(private readonly isNamed: (word: number) => boolean) {}

  /** The number of a word; undefined where no node has it. */
  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** The number of a word, a new one where it has none. */
  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#letters.push(lettersOf(word));
    return number;
  }

  /** To be gone through once words were added: until its end, `like` does not know them. */
  *settling(): Pieces<void> {
    const added = yield* numbers(this.#inOrder.length, this.#words.length);
    this.#like.clear();
    if (added.length === 0) return;
    const byWord = (a: number, b: number) => (this.#at(a) < this.#at(b) ? -1 : 1);
    this.#inOrder = yield* merging(this.#inOrder, yield* sorting(added, byWord), byWord);
  }

  /** The words that are like an asked one, without itself, the best first, each once. */
  like(asked: string): readonly Likeness[] {
    const known = this.#like.get(asked);
    if (known) return known;
    const found = new Map<number, number>();
    for (const [words, counts] of [
      [this.#forms(asked), quality.form],
      [asked.length >= SHORTEST_BEGINNING ? this.#beginningWith(asked) : [], quality.begun],
      [this.#misspelt(asked), quality.misspelt],
    ] as const)
      for (const word of words) if (!found.has(word)) found.set(word, counts);
    const itself = this.#numbers.get(asked);
    if (itself !== undefined) found.delete(itself);
    const like = [...found].map(([word, counts]) => ({ word, quality: counts }));
    if (like.length > LONGEST) return like;
    const [oldest] = this.#like.keys();
    if (this.#like.size >= REMEMBERED && oldest !== undefined) this.#like.delete(oldest);
    this.#like.set(asked, like);
    return like;
  }

  #at(word: number): string {
    return this.#words[word] ?? "";
  }

  #forms(asked: string): number[] {
    if (!inflected.test(asked)) return [];
    const stem = stemmer(asked);
    // A stem may end in another letter than its words do: policy, policies → polici.
    const root = stem.slice(0, Math.max(SHORTEST_BEGINNING, stem.length - 1));
    return this.#beginningWith(root).filter((word) => inflected.test(this.#at(word)) && stemmer(this.#at(word)) === stem);
  }

  #beginningWith(start: string): number[] {
    let low = 0;
    let high = this.#inOrder.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(this.#inOrder[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.#inOrder.length && this.#at(this.#inOrder[end] ?? 0).startsWith(start)) end += 1;
    return this.#inOrder.slice(low, end);
  }

  /** All words are looked at, 2 ns each. */
  #misspelt(asked: string): number[] {
    const errors = allowedErrors(asked);
    if (errors === 0) return [];
    const letters = lettersOf(asked);
    const found: number[] = [];
    for (let word = 0; word < this.#words.length; word++) {
      if (!mayBeWithin(letters, this.#letters[word] ?? 0, errors)) continue;
      if (withinErrors(asked, this.#at(word), errors) && this.isNamed(word)) found.push(word);
    }
    return found.sort((a, b) => (this.#at(a) < this.#at(b) ? -1 : 1));
  }
}
