import { groupBy } from "../data/group-by.ts";
import type { TimelineKind } from "../generated/operations.ts";
import { daysOf, type Entry, happened, type Span, sentenceOf } from "./entries.ts";

/** How a thing is drawn; the first four are statuses. */
export type Look = "in-force" | "coming" | "suspended" | "over" | "deal" | "changed" | "said";

const LOOKS: Readonly<Record<TimelineKind, Look>> = {
  ANNOUNCED: "coming",
  IN_FORCE: "in-force",
  EXPIRY: "over",
  SUSPENDED: "suspended",
  SUSPENSION_END: "suspended",
  ENDED: "over",
  REPLACED: "over",
  EXTENDED: "changed",
  EASED: "changed",
  AMENDED: "changed",
  AGREED: "deal",
  SIGNED: "deal",
  PLEDGED: "deal",
  DUE: "deal",
  STATEMENT: "said",
  LICENCE: "said",
  EVENT: "said",
  EVENT_END: "said",
};

/** What is drawn: a moment as a dot, what lasted as a bar, a month or year as a bar with soft ends. */
export interface Item extends Span {
  readonly key: string;
  readonly lane: string;
  /** The act whose page it opens: that which did it, else that to which it happened. */
  readonly act: string;
  /** The act to which it happened. */
  readonly about: string;
  readonly look: Look;
  readonly label: string;
  /** All that it says, in a line. */
  readonly words: string;
  readonly shape: "dot" | "bar";
  readonly isSoft: boolean;
}

/** Which kinds end what another began. */
const ENDS: Partial<Record<TimelineKind, readonly TimelineKind[]>> = {
  EVENT: ["EVENT_END"],
  STATEMENT: ["EVENT_END"],
  LICENCE: ["EVENT_END"],
  SUSPENDED: ["SUSPENSION_END"],
  IN_FORCE: ["EXPIRY", "ENDED", "REPLACED"],
};

/** Those that say nothing beside the bar that they end. */
const ENDS_ALONE = new Set<TimelineKind>(["EVENT_END", "SUSPENSION_END", "EXPIRY"]);

/** The things to draw for entries in the order of their days. */
export function itemsOf(entries: readonly Entry[], laneOf: (entry: Entry) => string): readonly Item[] {
  const items: Item[] = [];
  const taken = new Set<Entry>();
  const byNode = groupBy(entries, ({ node }) => node.id);
  for (const entry of entries) {
    if (taken.has(entry)) continue;
    const same = byNode.get(entry.node.id) ?? [];
    // Announced and in force on one day is one thing.
    const twin = entry.kind === "ANNOUNCED" ? same.find(({ kind, date }) => kind === "IN_FORCE" && date === entry.date) : undefined;
    if (twin) taken.add(twin);
    const begun = twin ?? entry;
    const end = endOf(begun, same);
    if (end && ENDS_ALONE.has(end.kind)) taken.add(end);
    items.push(...drawn(entry, begun, end, laneOf(entry)));
  }
  return items;
}

/** What ended that which an entry began; undefined where nothing in the list did. */
function endOf(begun: Entry, same: readonly Entry[]): Entry | undefined {
  const kinds = ENDS[begun.kind] ?? [];
  return same.find(
    ({ kind, by, date }) => kinds.includes(kind) && date >= begun.date && (kind !== "SUSPENSION_END" || by?.id === begun.by?.id),
  );
}

/** The dot or the soft bar of an entry, and the bar of what lasted. */
function drawn(entry: Entry, begun: Entry, end: Entry | undefined, lane: string): readonly Item[] {
  const own = daysOf(entry.date);
  const act = entry.by ?? entry.node;
  const shared = { lane, act: act.id, about: entry.node.id, look: LOOKS[begun.kind], label: entry.node.label };
  const isMoment = own.until - own.from === 1;
  const said = begun === entry ? sentenceOf(entry) : sentenceOf(entry).replace(happened(entry.kind), "Announced and in force");
  const words = end ? `${said}; ${happened(end.kind).toLowerCase()} ${sentenceOf(end).split(" · ")[0]}` : said;
  const key = `${entry.kind} ${entry.node.id} ${entry.by?.id ?? ""} ${entry.date}`;
  const first: Item = { ...shared, ...own, key, words, shape: isMoment ? "dot" : "bar", isSoft: !isMoment };
  if (!end) return [first];
  const bar: Item = {
    ...shared,
    from: own.from,
    until: Math.max(daysOf(end.date).until, own.from + 1),
    key: `${key} bar`,
    words,
    shape: "bar",
    isSoft: !isMoment,
  };
  // What is over within the same day is a moment; the bar of an event stands for its dot.
  if (bar.until - bar.from <= 1) return [first];
  return begun.kind === "IN_FORCE" && isMoment ? [first, bar] : [bar];
}
