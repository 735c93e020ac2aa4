/** Ids of nodes that were merged into others: a request that names one means the node that stands for it, and is told so. */
import type { GraphEngine, Statement, Value } from "../engine/port.ts";
import { readMerges } from "../load/index.ts";
import type { Warning } from "./warnings.ts";

/** For how long what was read counts, in milliseconds: another process may merge in the same database. */
const MOST_AGE = 60_000;

/** An id of a request that was merged into another. */
export interface MergedId {
  /** The way to the root field by response key. */
  readonly path: readonly string[];
  readonly id: string;
  readonly into: string;
}

/** The merges of a database, read once, and again when they may be others. Most databases have none, and a request that names no id reads nothing. */
export class MergedIds {
  #table: Promise<ReadonlyMap<string, string>> | null = null;
  #readAt = 0;

  constructor(private readonly engine: GraphEngine) {}

  /** To be called once something was merged through this server, or a merge taken back. */
  forget(): void {
    this.#table = null;
  }

  /** Parameters with the ids that now stand for merged ones, and those that were. Throws EngineError. */
  async follow(
    params: Statement["params"],
    path: readonly string[],
  ): Promise<{ params: Statement["params"]; merged: readonly MergedId[] }> {
    if (!Object.values(params).some(hasId)) return { params, merged: [] };
    const table = await this.#read();
    const merged = new Map<string, MergedId>();
    const followed = (value: Value): Value => {
      if (Array.isArray(value)) return value.map(followed);
      const into = typeof value === "string" ? table.get(value) : undefined;
      if (into === undefined) return value;
      merged.set(String(value), { path, id: String(value), into });
      return into;
    };
    if (table.size === 0) return { params, merged: [] };
    return {
      params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, followed(value)])),
      merged: [...merged.values()],
    };
  }

  #read(): Promise<ReadonlyMap<string, string>> {
    if (this.#table === null || Date.now() - this.#readAt > MOST_AGE) {
      this.#readAt = Date.now();
      const table = readMerges(this.engine).then((merges) => new Map(merges.all().map(({ from }) => [from, merges.final(from)])));
      this.#table = table;
      table.catch(() => this.forget());
    }
    return this.#table;
  }
}

/** Whether a parameter is an id, or a list with one. */
function hasId(value: Value): boolean {
  return typeof value === "string" ? value.includes(":") : Array.isArray(value) && value.some(hasId);
}

/** The warning of a merged id. */
export function ofMerged({ path, id, into }: MergedId): Warning {
  return { code: "MERGED_ID", path, id, into, message: `${id} was merged into ${into}, which is meant here. Ask for that id from now on.` };
}
