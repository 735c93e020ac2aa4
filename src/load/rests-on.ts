import type { Model } from "../model/index.ts";
import type { Bundle } from "./record.ts";

/** Gives dated edges without claims of their own those that their bundle rests on. */
export function withBundleClaims(bundle: Bundle, model: Model): Bundle {
  const claims = bundle.restsOn ?? [];
  if (claims.length === 0) return bundle;
  const isDated = (type: string) => model.edges.get(type)?.dated === true;
  return { ...bundle, edges: bundle.edges.map((edge) => (edge.claims.length === 0 && isDated(edge.type) ? { ...edge, claims } : edge)) };
}
