import type { GraphEngine } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { bundlesAsStated } from "../merges/index.ts";
import type { Bundle } from "../record.ts";

/**
 * Bundles with what they said before filled in, where their records say nothing: from the graph, for those of `present` that are silent about
 * anything. Throws EngineError.
 */
export async function filledFromGraph(
  engine: GraphEngine,
  model: Model,
  bundles: readonly Bundle[],
  present: { has(name: string): boolean },
): Promise<readonly Bundle[]> {
  const open = bundles.filter(({ name, silence }) => silence && present.has(name)).map(({ name }) => name);
  if (open.length === 0) return bundles;
  const before = new Map((await bundlesAsStated(engine, model, open)).map((bundle) => [bundle.name, bundle]));
  return bundles.map((bundle) => filled(bundle, before.get(bundle.name)));
}

/** A bundle with what an earlier one of its name said filled in, where its own record says nothing. */
export function filled(bundle: Bundle, before: Bundle | undefined): Bundle {
  return bundle.silence && before ? bundle.silence.filledFrom(before) : bundle;
}
