/**
 * Which nodes hold which words, in memory, and the order of hits. Every engine's search is this one, so that all rank alike. Pure.
 *
 * Weighed by BM25 over the whole graph; the words of names count up to three times, by how much of a name they are.
 */
import { Best } from "./best.ts";
import { inPieces, merging, numbers, type Pieces, sorting } from "./pieces.ts";
import { Tally } from "./tally.ts";
import { Vocabulary } from "./vocabulary.ts";

/** A node as the index takes it in. */
export interface Entry {
  readonly id: string;
  /** What its type is called; a node may be several things. */
  readonly labels: readonly string[];
  /** Made by `searchWords`. */
  readonly searchText: string;
  /** Made by `searchNames`. */
  readonly searchNames: string;
}

/** A node that was found. */
export interface Hit {
  readonly id: string;
  /** Higher is better. 3 to 4: holds every word; 2 to 3: every word, some of them in another form, misspelt or begun; 1 to 2: some of the words. */
  readonly score: number;
}

/** BM25's usual constants. */
const k1 = 1.2;
const b = 0.75;
/** Lifts what has the name over what mentions it: the country China, long summary and all, over a short "Tariff on China". */
const nameLift = 2;

/** A word in a node is one number, `node * NODE + count * COUNT + share`: how often it is there, and what part of a name it is, in 255ths. 8 bytes. */
const NODE = 65_536;
const COUNT = 256;
const MOST = 255;
/** So many nodes that are gone may stay behind, beside a quarter of those that are there, before all is to be read anew. */
const FEW_GONE = 1_000;

/** The index. */
export class WordsIndex {
  readonly #vocabulary = new Vocabulary((word) => this.#isNamed(word));
  /** By word, where it is: most words are in one node, and need no list. */
  readonly #places: (number | number[])[] = [];
  readonly #ids: string[] = [];
  /** By node, how many words it has; -1 of one that is gone. */
  readonly #lengths: number[] = [];
  readonly #kinds: number[] = [];
  readonly #kindNumbers = new Map<string, number>();
  readonly #labels: (readonly string[])[] = [];
  /** Nodes by id, those that are gone left out, and the place of each in that order. */
  #byId: number[] = [];
  #order = new Uint32Array();
  #settled = 0;
  #words = 0;
  #gone = 0;
  #tally = new Tally(0);

  /** How many nodes are in it. */
  get size(): number {
    return this.#byId.length;
  }

  /** Whether so many nodes are gone since it was made that it had better be made anew. */
  get isWorn(): boolean {
    return this.#gone > FEW_GONE + this.size / 4;
  }

  /** Takes nodes in, in place of those with their ids, and lets go of others. No id may come twice. */
  change(entries: readonly Entry[], gone: readonly string[] = []): void {
    // All are found before any is forgotten, whose id goes with it.
    for (const node of [...gone, ...entries.map(({ id }) => id)].map((id) => this.#find(id))) this.#forget(node);
    for (const entry of entries) this.#add(entry);
    this.settle();
  }

  /** Takes nodes in that are not there; they are found once `settle` was called. */
  add(entries: readonly Entry[]): void {
    for (const entry of entries) this.#add(entry);
  }

  /** Puts in order what was taken in. */
  settle(): void {
    for (const _ of this.settling());
  }

  /** The same piece by piece, for what is large: nothing is found before the last piece. */
  *settling(): Pieces<void> {
    yield* this.#vocabulary.settling();
    const byId = (one: number, other: number) => ((this.#ids[one] ?? "") < (this.#ids[other] ?? "") ? -1 : 1);
    const stayed = this.#byId.filter((node) => this.#isThere(node));
    const added = yield* numbers(this.#settled, this.#ids.length);
    this.#settled = this.#ids.length;
    this.#byId = yield* merging(stayed, yield* sorting(added, byId), byId);
    this.#order = new Uint32Array(this.#ids.length);
    yield* inPieces(this.#byId, (node, place) => {
      this.#order[node] = place;
    });
    this.#tally = new Tally(this.#ids.length);
  }

  /**
   * The best nodes for distinct words as `queryWords` gives them, equal ones by id; `types` keeps to those with one of these labels. Where fewer hold
   * every word than are wanted, what is like a word counts too: that adds hits behind these, and changes none of them.
   */
  find(asked: readonly string[], most: number, types: readonly string[] | null = null): Hit[] {
    if (asked.length === 0 || most <= 0) return [];
    const isWanted = types && this.#labels.map((labels) => labels.some((label) => types.includes(label)));
    const tally = this.#tally;
    try {
      for (const [at, word] of asked.entries()) this.#tallyExact(at, word);
      const all = 2 ** asked.length - 1;
      let whole = 0;
      for (const node of tally.found) if (tally.exact[node] === all && (isWanted?.[this.#kinds[node] ?? 0] ?? true)) whole += 1;
      if (whole < most) for (const [at, word] of asked.entries()) this.#tallyLike(at, word);
      return this.#best(all, most, isWanted);
    } finally {
      tally.clear();
    }
  }

  #find(id: string): number | undefined {
    let low = 0;
    let high = this.#byId.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ids[this.#byId[middle] ?? 0] ?? "") < id) low = middle + 1;
      else high = middle;
    }
    const node = this.#byId[low];
    return node !== undefined && this.#ids[node] === id ? node : undefined;
  }

  #isThere(node: number): boolean {
    return (this.#lengths[node] ?? -1) >= 0;
  }

  #forget(node: number | undefined): void {
    if (node === undefined || !this.#isThere(node)) return;
    this.#words -= this.#lengths[node] ?? 0;
    this.#lengths[node] = -1;
    this.#ids[node] = "";
    this.#gone += 1;
  }

  #add({ id, labels, searchText, searchNames }: Entry): void {
    const node = this.#ids.length;
    this.#ids.push(id);
    this.#kinds.push(this.#kindOf(labels));
    const shares = sharesOf(searchNames);
    const counts = new Map<string, number>();
    const words = searchText === "" ? [] : searchText.split(" ");
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    this.#lengths.push(words.length);
    this.#words += words.length;
    for (const [word, count] of counts) {
      const number = this.#vocabulary.add(word);
      const share = shares.get(word) ?? 0;
      const place = node * NODE + Math.min(count, MOST) * COUNT + Math.round(share * MOST);
      const places = this.#places[number];
      if (places === undefined) this.#places[number] = place;
      else if (typeof places === "number") this.#places[number] = [places, place];
      else places.push(place);
    }
  }

  #kindOf(labels: readonly string[]): number {
    const key = labels.join(" ");
    const known = this.#kindNumbers.get(key);
    if (known !== undefined) return known;
    this.#kindNumbers.set(key, this.#labels.length);
    return this.#labels.push(labels) - 1;
  }

  #tallyExact(at: number, asked: string): void {
    const word = this.#vocabulary.numberOf(asked);
    if (word === undefined) return;
    const rarity = this.#rarity(this.#holders(word));
    this.#eachPlace(word, 1, (node, weight, share) => {
      this.#tally.hold(node, at);
      this.#tally.holdExactly(node, at);
      this.#tally.weigh(node, weight * rarity, share);
    });
  }

  /**
   * Of nodes that do not hold an asked word, what they have that is like it, the best of that. How rare the word is, is read off the nodes that hold it as
   * it was asked, where there are any.
   */
  #tallyLike(at: number, asked: string): void {
    const itself = this.#vocabulary.numberOf(asked);
    const holders = itself === undefined ? 0 : this.#holders(itself);
    // In lists and not a map by node: of 100,000 nodes, that took 30 ms.
    const [nodes, weights, shares]: [number[], number[], number[]] = [[], [], []];
    for (const { word, quality } of this.#vocabulary.like(asked))
      this.#eachPlace(word, quality, (node, weight, share) => {
        if (this.#tally.holds(node, at)) return;
        this.#tally.hold(node, at);
        nodes.push(node);
        weights.push(weight);
        shares.push(share);
      });
    const rarity = this.#rarity(holders > 0 ? holders : nodes.length);
    for (const [i, node] of nodes.entries()) this.#tally.weigh(node, (weights[i] ?? 0) * rarity, shares[i] ?? 0);
  }

  #rarity(holders: number): number {
    return Math.log(1 + (this.size - holders + 0.5) / (holders + 0.5));
  }

  /** How many nodes hold a word. */
  #holders(word: number): number {
    const places = this.#places[word] ?? [];
    if (typeof places === "number") return this.#isThere(Math.floor(places / NODE)) ? 1 : 0;
    if (this.#gone === 0) return places.length;
    let holders = 0;
    for (const place of places) if (this.#isThere(Math.floor(place / NODE))) holders += 1;
    return holders;
  }

  #isNamed(word: number): boolean {
    const places = this.#places[word] ?? [];
    return (typeof places === "number" ? [places] : places).some((place) => place % COUNT > 0 && this.#isThere(Math.floor(place / NODE)));
  }

  /** Gives each node that holds a word what it weighs there, how rare it is aside, and what part of a name it is; both times `quality`. */
  #eachPlace(word: number, quality: number, take: (node: number, weight: number, share: number) => void): void {
    const found = this.#places[word] ?? [];
    const places = typeof found === "number" ? [found] : found;
    const perWord = (k1 * b) / (this.#words / this.size || 1);
    for (const place of places) {
      const node = Math.floor(place / NODE);
      const length = this.#lengths[node] ?? -1;
      if (length < 0) continue;
      // A remainder would take five times as long: these are no small integers.
      const rest = place - node * NODE;
      const count = rest >> 8;
      take(node, (quality * count * (k1 + 1)) / (count + k1 * (1 - b) + perWord * length), (quality * (rest & MOST)) / MOST);
    }
  }

  #best(all: number, most: number, isWanted: readonly boolean[] | null): Hit[] {
    const best = new Best(most, this.#order);
    const { found, exact, held, weights, shares } = this.#tally;
    for (const node of found) {
      if (isWanted && !isWanted[this.#kinds[node] ?? 0]) continue;
      const tier = exact[node] === all ? 3 : held[node] === all ? 2 : 1;
      const weight = (weights[node] ?? 0) * (1 + nameLift * Math.min(1, shares[node] ?? 0));
      best.offer(node, tier + weight / (weight + 1));
    }
    return best.inOrder().map(({ node, score }) => ({ id: this.#ids[node] ?? "", score }));
  }
}

/** By word, what part of the letters of a name it is, of the name of which it is most. */
function sharesOf(searchNames: string): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const name of searchNames === "" ? [] : searchNames.split("\n")) {
    const words = name.split(" ");
    const letters = words.reduce((sum, word) => sum + word.length, 0);
    for (const word of words) shares.set(word, Math.max(shares.get(word) ?? 0, word.length / letters));
  }
  return shares;
}
