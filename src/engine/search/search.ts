/** Full-text search, the same on every engine: an index of all words in memory (words-index.ts), kept as the database is (note.ts). */
import { setImmediate } from "node:timers/promises";
import type { Row, SearchSource, Statement, Value } from "../port.ts";
import { changedBetween, changes, lastChange } from "./note.ts";
import { pieceByPiece, sorting } from "./pieces.ts";
import { queryWords } from "./text.ts";
import { type Entry, WordsIndex } from "./words-index.ts";

const mostWords = 16;
/** How many nodes' words are read at once. */
const AT_ONCE = 2_000;

/** The hits as a clause that every engine runs: it binds `n` and `score`. Its text never changes, so that plan caches hold it. */
const clause = "UNWIND $searchHits AS searchHit MATCH (n:Node {id: searchHit[0]}) WITH n, searchHit[1] AS score";

/** What a search needs of an engine. */
export interface Words {
  /** Runs a reading statement, which sees what is committed. */
  readonly read: (statement: Statement) => Promise<readonly Row[]>;
  /** Where it can be told without a statement: something that is another after each commit, of whoever. */
  readonly epoch?: () => string;
}

/** The searches of one engine. */
export class Search {
  #index = new WordsIndex();
  /** The last change that the index has; null where it has been read of no database, or of one without notes. */
  #token: string | null = null;
  #epoch: string | undefined;
  #looking: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(private readonly words: Words) {}

  /**
   * Finds nodes for what a reader typed, with all that was committed before this was called. No words in it (empty, punctuation, emoji): no hits.
   * The first few are those of a longer answer.
   */
  async find(text: string, limit: number, types: readonly string[] | null): Promise<SearchSource> {
    const asked = queryWords(text, mostWords);
    if (asked.length > 0 && limit > 0) await this.#upToDate();
    const hits = this.#index.find(asked, limit, types);
    return { clause, params: { searchHits: hits.map(({ id, score }): Value => [id, score]) } };
  }

  /** One look serves all that were asked for before it began. */
  #upToDate(): Promise<void> {
    if (this.words.epoch && this.words.epoch() === this.#epoch) return Promise.resolve();
    if (!this.#looking) return this.#begin();
    this.#next ??= this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#begin();
      });
    return this.#next;
  }

  #begin(): Promise<void> {
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    // Read first: what is committed from here on is looked at next time.
    const epoch = this.words.epoch?.();
    const [row] = await this.words.read(lastChange);
    const token = typeof row?.[0] === "string" ? row[0] : null;
    if (token === null || token !== this.#token) await this.#bring(token);
    this.#token = token;
    this.#epoch = epoch;
  }

  async #bring(token: string | null): Promise<void> {
    const ids = token === null || this.#token === null ? null : changedBetween(await this.words.read(changes), this.#token, token);
    if (ids === null || this.#index.isWorn) this.#index = await this.#readAll();
    else {
      const entries = await this.#entries([...ids]);
      const there = new Set(entries.map(({ id }) => id));
      this.#index.change(
        entries,
        [...ids].filter((id) => !there.has(id)),
      );
    }
  }

  async #readAll(): Promise<WordsIndex> {
    const rows = await this.words.read({ text: "MATCH (n:Node) RETURN n.id", params: {} });
    const ids = await pieceByPiece(
      sorting(
        rows.map(([id]) => String(id)),
        (a, b) => (a < b ? -1 : 1),
      ),
      setImmediate,
    );
    const index = new WordsIndex();
    for (let start = 0; start < ids.length; start += AT_ONCE) index.add(await this.#entries(ids.slice(start, start + AT_ONCE)));
    await pieceByPiece(index.settling(), setImmediate);
    return index;
  }

  async #entries(ids: readonly string[]): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const rows = await this.words.read({
        text: "UNWIND $ids AS id MATCH (n:Node {id: id}) RETURN n.id, labels(n), n.searchText, n.searchNames",
        params: { ids: ids.slice(start, start + AT_ONCE) },
      });
      entries.push(...rows.map(entryOf));
    }
    return entries;
  }
}

function entryOf([id, labels, searchText, searchNames]: Row): Entry {
  return {
    id: String(id),
    labels: Array.isArray(labels) ? labels.map(String) : [],
    searchText: typeof searchText === "string" ? searchText : "",
    searchNames: typeof searchNames === "string" ? searchNames : "",
  };
}
