import { useEvidence } from "./use-evidence.ts";

/** What the fact rests on that was asked for last: who says so, in which words, and who says otherwise. */
export function EvidenceDrawer() {
  const { shown } = useEvidence();
  if (!shown) return null;
  return <aside aria-label="Evidence" />;
}
