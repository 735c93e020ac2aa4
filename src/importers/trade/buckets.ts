import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf } from "../keys.ts";
import { type Flow, flowOf, lineOf } from "./flow.ts";

/** Into so many files flows are sorted: of ten million, one holds some 40,000. */
const BUCKETS = 256;

/** So many characters of lines are held before they are written. */
const MOST_HELD = 4_000_000;

/**
 * Flows in any order, by importer and chapter: files of a folder that goes away afterwards hold them, and one of these at a time is in memory. All of an
 * importer's flows of a chapter lie in one of them.
 */
export class Buckets {
  readonly #held: string[] = Array<string>(BUCKETS).fill("");
  readonly #numbers = new Map<string, number>();
  readonly #used = new Set<number>();
  #size = 0;

  private constructor(private readonly folder: string) {}

  /** Works with buckets, which are removed when that is over, or broken off. */
  static async *use<T>(work: (buckets: Buckets) => AsyncIterable<T>): AsyncGenerator<T> {
    const folder = await mkdtemp(join(tmpdir(), "trade-graph-flows-"));
    try {
      yield* work(new Buckets(folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async add(flow: Flow): Promise<void> {
    const line = lineOf(flow);
    const number = this.#numberOf(flow);
    this.#held[number] += line;
    this.#size += line.length;
    if (this.#size > MOST_HELD) await this.#write();
  }

  /** All flows, a bucket at a time, each in order (`orderOf`); of equals the later one stands last. */
  async *sorted(): AsyncGenerator<readonly Flow[]> {
    await this.#write();
    for (const number of [...this.#used].sort((a, b) => a - b)) {
      const lines = (await readFile(this.#path(number), "utf8")).split("\n").filter((line) => line !== "");
      const keyed = lines.map((line) => ({ key: line.slice(0, line.indexOf("\t")), line }));
      keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      yield keyed.map(({ line }) => flowOf(line));
    }
  }

  #numberOf({ importer, code }: Flow): number {
    const key = `${importer} ${code.slice(0, 2)}`;
    const number = this.#numbers.get(key) ?? hashOf(key) % BUCKETS;
    this.#numbers.set(key, number);
    return number;
  }

  async #write(): Promise<void> {
    for (const [number, lines] of this.#held.entries()) {
      if (lines === "") continue;
      await appendFile(this.#path(number), lines);
      this.#held[number] = "";
      this.#used.add(number);
    }
    this.#size = 0;
  }

  #path(number: number): string {
    return join(this.folder, String(number));
  }
}
