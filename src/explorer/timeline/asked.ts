import type { Asked } from "../app/address.ts";
import { spanOf } from "../app/day.ts";
import { LABELS } from "../generated/labels.ts";
import type { TimelineKind } from "../generated/operations.ts";

/** What the address asks a timeline for. */
export interface AskedTimeline {
  readonly actors: readonly string[];
  readonly commodities: readonly string[];
  /** Empty: all. */
  readonly kinds: readonly TimelineKind[];
  /** The first and the last day that are seen; null where all that is found is. */
  readonly span: { readonly from: string; readonly to: string } | null;
}

/** What is shown where nothing is asked for. */
const STORY: AskedTimeline = {
  actors: ["country:CN", "country:US"],
  commodities: [],
  kinds: [],
  span: { from: "2025-01-01", to: "2025-12-31" },
};

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Reads what an address asks for; without anything, the story of China and the United States in 2025. */
export function readAsked(search: URLSearchParams): AskedTimeline {
  const list = (name: string) => (search.get(name) ?? "").split(",").filter((part) => part !== "");
  const actors = list("actors");
  const commodities = list("commodities");
  const kinds = list("kinds").filter((kind): kind is TimelineKind => kind in (LABELS.TimelineKind ?? {}));
  const [from, to] = [search.get("from") ?? "", search.get("to") ?? ""];
  const span =
    DATE.test(from) && DATE.test(to) && spanOf(from).first <= spanOf(to).last ? { from: spanOf(from).first, to: spanOf(to).last } : null;
  if (actors.length === 0 && commodities.length === 0) return { ...STORY, kinds, span: span ?? STORY.span };
  return { actors, commodities, kinds, span };
}

/** Lists as the address has them; whoever changes one of a story that was not asked for asks for it. */
export const writeAsked = ({ actors, commodities, kinds }: AskedTimeline): Asked => ({
  actors: actors.join(","),
  commodities: commodities.join(","),
  kinds: kinds.join(","),
});
