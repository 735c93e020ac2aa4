import { timingSafeEqual } from "node:crypto";
import { statSync } from "node:fs";
import { readKeys } from "./file.ts";
import { hashOf, type Writer } from "./key.ts";

/** Where a server's keys are. */
export interface KeyPlaces {
  /** The file of keys; none when absent. */
  readonly keysFile?: string | undefined;
  /** The key of the environment, which may load everything; none when absent. */
  readonly loadKey?: string | undefined;
}

/** The keys of a running server. A change of the file counts from the next request on. */
export class KeyRing {
  #seen = "";
  #byHash: ReadonlyMap<string, Writer> = new Map();

  /** `onProblem` is told where the file can't be used; its keys are refused then, until it can. */
  constructor(
    private readonly places: KeyPlaces,
    private readonly onProblem: (error: unknown) => void,
  ) {}

  /** Whose key a text is; null where it is nobody's, or a revoked one. */
  writerOf(key: string): Writer | null {
    const hash = hashOf(key);
    // The file's keys are found by their hash: how long that takes says nothing of a key.
    const found = this.#current().get(hash);
    if (found) return found;
    const { loadKey } = this.places;
    const isLoadKey = loadKey !== undefined && timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(loadKey)));
    return isLoadKey ? { name: "LOAD_KEY", bundles: ["*"] } : null;
  }

  #current(): ReadonlyMap<string, Writer> {
    const { keysFile } = this.places;
    if (keysFile === undefined) return this.#byHash;
    const found = statSync(keysFile, { throwIfNoEntry: false });
    const seen = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : "";
    if (seen === this.#seen) return this.#byHash;
    this.#seen = seen;
    try {
      const good = readKeys(keysFile).filter(({ revokedAt }) => revokedAt === null);
      this.#byHash = new Map(good.map(({ name, sha256, bundles }) => [sha256, { name, bundles }]));
    } catch (error) {
      this.#byHash = new Map();
      this.onProblem(error);
    }
    return this.#byHash;
  }
}
