/** The journal of writes: a node `:Write` for each transaction of a load, written in that transaction. */
import { randomUUID } from "node:crypto";
import type { GraphEngine, Statement } from "../../engine/port.ts";
import type { BundleReport } from "./counts.ts";
import { numberOf, textOf, textsOf } from "./values.ts";

/** Of a write of many bundles, so many are named. */
const MOST_NAMED = 100;

/** Who loads what. */
export interface Author {
  /** The name of a key, or of what loads on the machine itself. */
  readonly by: string;
  /** What each bundle says as a whole (`digestOf`), by its name. */
  readonly digests: ReadonlyMap<string, string>;
}

/** One write, as it is listed. */
export interface WriteRecord {
  /** When it was written, in UTC: `2026-11-27T10:00:00.000Z`. */
  readonly at: string;
  readonly by: string;
  /** The bundles that it changed, the first hundred of them, and how many there were. */
  readonly bundles: readonly string[];
  readonly bundleCount: number;
  /** What each of these bundles says from then on, as a SHA-256, in the same order. */
  readonly digests: readonly string[];
  readonly nodes: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly edges: { readonly added: number; readonly changed: number; readonly removed: number };
}

const KINDS = ["nodes", "edges"] as const;
const OUTCOMES = ["added", "changed", "removed"] as const;

/** What records a write; null where it changes no record of any bundle. */
export function journalStatement(reports: readonly BundleReport[], { by, digests }: Author): Statement | null {
  const changed = reports.filter(({ nodes, edges }) => [nodes, edges].some((c) => c.added + c.changed + c.removed > 0));
  if (changed.length === 0) return null;
  const named = changed.slice(0, MOST_NAMED).map(({ name }) => name);
  const counts = KINDS.flatMap((kind) =>
    OUTCOMES.map((outcome) => [`${kind}_${outcome}`, changed.reduce((sum, report) => sum + report[kind][outcome], 0)] as const),
  );
  const values = {
    id: randomUUID(),
    at: new Date().toISOString(),
    by,
    bundles: named,
    bundleCount: changed.length,
    digests: named.map((name) => digests.get(name) ?? ""),
    ...Object.fromEntries(counts),
  };
  return { text: "UNWIND $rows AS row CREATE (w:Write) SET w += row", params: { rows: [values] } };
}

/** The last writes, the newest first. Throws EngineError. */
export async function readWrites(engine: GraphEngine, most: number): Promise<WriteRecord[]> {
  const counts = KINDS.flatMap((kind) => OUTCOMES.map((outcome) => `w.${kind}_${outcome}`));
  const rows = await engine.read({
    text: `MATCH (w:Write) WITH w ORDER BY w.at DESC, w.id LIMIT $most RETURN w.at, w.by, w.bundles, w.bundleCount, w.digests, ${counts.join(", ")} ORDER BY w.at DESC, w.id`,
    params: { most },
  });
  return rows.map(([at, by, bundles, bundleCount, digests, ...counted]) => {
    const [added = 0, changed = 0, removed = 0, ...edges] = counted.map(numberOf);
    return {
      at: textOf(at),
      by: textOf(by),
      bundles: textsOf(bundles),
      bundleCount: numberOf(bundleCount),
      digests: textsOf(digests),
      nodes: { added, changed, removed },
      edges: { added: edges[0] ?? 0, changed: edges[1] ?? 0, removed: edges[2] ?? 0 },
    };
  });
}
