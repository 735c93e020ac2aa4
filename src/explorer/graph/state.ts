import { useMemo } from "react";
import { useAddress } from "../app/address.ts";

/** What the address says of the picture, and how to change it. */
export interface GraphState {
  /** The node in the middle. */
  readonly at: string | null;
  /** Nodes whose neighbours are drawn, the one in the middle first. */
  readonly nodes: readonly string[];
  /** Families drawn member by member: `measure:x~targets`. */
  readonly families: ReadonlySet<string>;
  /** Up to two ends of a path. */
  readonly ends: readonly string[];
  /** Opens a node or a family, or closes it. */
  readonly toggle: (key: string) => void;
  readonly centre: (id: string) => void;
  /** Marks an end of a path, or takes the mark away; of three the last two count. */
  readonly mark: (id: string) => void;
  readonly isOpen: (key: string) => boolean;
}

const listOf = (text: string | null): readonly string[] => (text ?? "").split(",").filter(Boolean);

/** The state of the picture: a link to it opened fresh draws the same. */
export function useGraphState(): GraphState {
  const { search, set } = useAddress();
  const [at, open, marked] = [search.get("at"), search.get("open"), search.get("ends")];
  return useMemo(() => {
    const opened = listOf(open);
    const ends = listOf(marked);
    const isFamily = (key: string) => key.includes("~");
    return {
      at,
      nodes: [...new Set([...(at ? [at] : []), ...opened.filter((key) => !isFamily(key))])].slice(0, MOST),
      families: new Set(opened.filter(isFamily)),
      ends,
      isOpen: (key) => key === at || opened.includes(key),
      toggle: (key) => {
        if (key === at) return;
        set({ open: (opened.includes(key) ? opened.filter((one) => one !== key) : [...opened, key]).join(",") });
      },
      centre: (id) => set({ at: id, open: undefined }),
      mark: (id) => set({ ends: (ends.includes(id) ? ends.filter((one) => one !== id) : [...ends, id].slice(-2)).join(",") }),
    };
  }, [at, open, marked, set]);
}

/** How many nodes may be open at once. */
export const MOST = 20;
