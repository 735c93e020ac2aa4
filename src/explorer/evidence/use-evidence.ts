import { useCallback, useMemo } from "react";
import { useAddress } from "../app/address.ts";
import { type EvidenceOf, readEvidence, writeEvidence } from "./reference.ts";

/** Whose evidence the drawer shows, which stands in the address, and how to open and close it. */
export function useEvidence(): {
  readonly shown: EvidenceOf | null;
  readonly open: (evidence: EvidenceOf) => void;
  readonly close: () => void;
} {
  const { search, set } = useAddress();
  const text = search.get("evidence");
  const shown = useMemo(() => readEvidence(text), [text]);
  const open = useCallback((evidence: EvidenceOf) => set({ evidence: writeEvidence(evidence) }), [set]);
  const close = useCallback(() => set({ evidence: undefined }), [set]);
  return { shown, open, close };
}
