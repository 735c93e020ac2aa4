/** Ids of nodes that were merged into others: a request that names one means the node that stands for it, and is told so. */
import type { FormerIds } from "../compile/index.ts";
import type { GraphEngine, Statement, Value } from "../engine/port.ts";
import { type Merges, readMerges } from "../load/index.ts";
import { edgePropertyOf } from "../model/index.ts";
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

/** The merges of a database, by both ends. */
interface Table {
  /** What stands for an id that was merged away. */
  readonly into: ReadonlyMap<string, string>;
  /** The ids that were merged into one that stands for them, in order. */
  readonly former: ReadonlyMap<string, readonly string[]>;
}

/** The merges of a database, read once, and again when they may be others. Most databases have none, and a request that names no id reads nothing. */
export class MergedIds {
  #table: Promise<Table> | null = null;
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
    const { into } = await this.#read();
    if (into.size === 0) return { params, merged: [] };
    const merged = new Map<string, MergedId>();
    const final = (id: string): string | undefined => {
      const other = into.get(id);
      if (other !== undefined) merged.set(id, { path, id, into: other });
      return other;
    };
    const followed = (value: Value): Value => {
      if (Array.isArray(value)) return value.map(followed);
      return typeof value === "string" ? (final(value) ?? followedField(value, final)) : value;
    };
    return {
      params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, followed(value)])),
      merged: [...merged.values()],
    };
  }

  /** What stands for an id that was merged away; null where it was not. Throws EngineError. */
  async into(id: string): Promise<string | null> {
    return (await this.#read()).into.get(id) ?? null;
  }

  /** Tells which ids were merged into a node. Throws EngineError. */
  async former(): Promise<FormerIds> {
    const { former } = await this.#read();
    return (id) => former.get(id) ?? [];
  }

  #read(): Promise<Table> {
    if (this.#table === null || Date.now() - this.#readAt > MOST_AGE) {
      this.#readAt = Date.now();
      const table = readMerges(this.engine).then(tableOf);
      this.#table = table;
      table.catch(() => this.forget());
    }
    return this.#table;
  }
}

function tableOf(merges: Merges): Table {
  const into = new Map(merges.all().map(({ from }) => [from, merges.final(from)]));
  const former = new Map<string, string[]>();
  for (const [from, target] of into) former.set(target, [...(former.get(target) ?? []), from]);
  return { into, former };
}

/** A field of an edge's own value with the id that now stands for the one at the edge's other end, where that was merged away. */
function followedField(text: string, final: (id: string) => string | undefined): string {
  const field = edgePropertyOf(text);
  const end = field ? final(field.end) : undefined;
  return field && end !== undefined ? `${field.edge}(${end}).${field.property}` : text;
}

/** Whether a parameter is an id, or a list with one. */
function hasId(value: Value): boolean {
  return typeof value === "string" ? value.includes(":") : Array.isArray(value) && value.some(hasId);
}

/** The warning of a merged id. */
export function ofMerged({ path, id, into }: MergedId): Warning {
  return { code: "MERGED_ID", path, id, into, message: `${id} was merged into ${into}, which is meant here. Ask for that id from now on.` };
}
