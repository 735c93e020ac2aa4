/** What evidence is asked for: a node as a whole, one field of it, or an edge. */
export type EvidenceOf =
  | { readonly of: "node"; readonly id: string }
  | { readonly of: "field"; readonly id: string; readonly field: string }
  | { readonly of: "edge"; readonly from: string; readonly type: string; readonly to: string; readonly since: string | null };

/** As the address has it: `measure:x`, `measure:x#rate`, `measure:x|TARGETS|country:US|2025-06`. */
export function writeEvidence(evidence: EvidenceOf): string {
  if (evidence.of === "node") return evidence.id;
  if (evidence.of === "field") return `${evidence.id}#${evidence.field}`;
  return [evidence.from, evidence.type, evidence.to, evidence.since ?? ""].join("|");
}

/** What an address asks for; null where it is none. */
export function readEvidence(text: string | null): EvidenceOf | null {
  if (!text) return null;
  const [from, type, to, since] = text.split("|");
  if (from && type && to) return { of: "edge", from, type, to, since: since || null };
  const [id, field] = text.split("#");
  if (!id) return null;
  return field ? { of: "field", id, field } : { of: "node", id };
}
