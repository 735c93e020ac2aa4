import { byThen, daysOf } from "../support/dates.ts";
import { type Day, isAct, type Link, type Thing, type World } from "./world.ts";

/** An entry, its nodes and claims by their ids. */
export interface Entry {
  readonly date: string;
  readonly kind: string;
  readonly node: string;
  readonly by: string | null;
  readonly claims: readonly string[];
}
/** An entry as a query gives it that selects `ENTRY`. */
export interface Found {
  readonly date: string;
  readonly kind: string;
  readonly node: { readonly id: string };
  readonly by: { readonly id: string } | null;
  readonly claims: readonly { readonly id: string }[];
}
/** The fields of an entry that are compared. */
export const ENTRY = "date kind node { id } by { id } claims { id }";

/** What is asked for; `spoken` are acts of which a claim speaks. */
export interface Asked {
  readonly actors?: readonly string[];
  readonly commodities?: readonly string[];
  readonly measures?: readonly string[];
  readonly spoken?: readonly string[];
  readonly kinds?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly direction?: string;
}

/** The timeline by looking at every node and edge, as the schema words it; in its order. */
export function expected(world: World, asked: Asked, known: Day, valid: Day): Entry[] {
  const byId = new Map(world.things.map((t) => [t.id, t]));
  const heard = (of: { recordedOn: Day }) => byThen(of.recordedOn, known);
  const thing = (id: string) => byId.get(id) as Thing;
  /** What belongs to an id on a day, which may be partial: all that may hold on one of its days. */
  const under = (id: string, day: string): string[] => {
    const mayHold = (l: Link) => (l.since === null || daysOf(l.since)[0] <= daysOf(day)[1]) && isNotOver(l, day);
    const parts = world.links.filter((l) => l.type === "PART_OF" && l.to === id && heard(l) && mayHold(l));
    return [id, ...parts.flatMap((l) => under(l.from, day))];
  };
  const isNotOver = (l: Link, day: string) => l.until === null || daysOf(l.until)[1] >= daysOf(day)[0];
  const isOf = (act: string, ids: readonly string[], day: string) => {
    const meant = ids.flatMap((id) => under(id, day));
    const edges = world.links.filter((l) => heard(l) && !["PART_OF", "EXEMPTS"].includes(l.type) && isNotOver(l, day));
    return edges.some((l) => (l.from === act && meant.includes(l.to)) || (l.to === act && meant.includes(l.from)));
  };
  const parts = (id: string): string[] => [
    id,
    ...world.links.flatMap((l) => (l.type === "PART_OF" && l.to === id && heard(l) ? parts(l.from) : [])),
  ];
  const isHeard = (id: string) => heard(thing(id));
  const own = asked.measures?.filter(isHeard).flatMap(parts).filter(isHeard);
  const inScope = (act: string, day: string) =>
    (!asked.actors || isOf(act, asked.actors, day)) &&
    (!asked.commodities || isOf(act, asked.commodities, day)) &&
    (!own || own.includes(act) || nearMeasure(act)) &&
    (!asked.spoken || asked.spoken.includes(act));
  const nearMeasure = (act: string) =>
    world.links.some((l) => heard(l) && ((l.from === act && own?.includes(l.to)) || (l.to === act && own?.includes(l.from))));
  const isThere = (t: Thing) => heard(t) && byThen(t.date, valid);
  const inSpan = (date: string) => {
    const [first, last] = daysOf(date);
    return (
      (valid === null || first <= valid) && (!asked.from || first >= daysOf(asked.from)[0]) && (!asked.to || last <= daysOf(asked.to)[1])
    );
  };
  const claimsOf = (id: string, field: string) =>
    world.about.filter((a) => a.to === id && (a.field === null || a.field === field)).map((a) => a.claim);
  const start = (link: Link) => link.since ?? (thing(link.from).values.inForceFrom as Day | undefined) ?? thing(link.from).date;
  const reaching = (id: string, types: readonly string[]) =>
    world.links.filter((l) => l.to === id && types.includes(l.type) && heard(l) && heard(thing(l.from)));
  const prevented = (id: string, types: readonly string[], day: string) =>
    reaching(id, types).some((l) => {
      const since = start(l);
      return since !== null && since <= day && (l.until === null || l.until >= day);
    });

  const entries: { entry: Entry; tie: string }[] = [];
  const add = (date: Day | undefined, kind: string, node: string, by: Link | null, claims: readonly string[]) => {
    if (!date || !inSpan(date) || !inScope(node, date) || (asked.kinds && !asked.kinds.includes(kind))) return;
    const there = [...new Set(claims)].filter((c) => heard(thing(c))).sort();
    const tie = by === null ? "" : `${by.from}|${by.type}|${by.to}|${by.since ?? ""}`;
    entries.push({ entry: { date, kind, node, by: by?.from ?? null, claims: there }, tie });
  };
  for (const t of world.things.filter((t) => isAct(t) && isThere(t))) {
    const value = (name: string) => t.values[name] as Day | undefined;
    const own = (kind: string, date: Day | undefined, field: string) => add(date, kind, t.id, null, claimsOf(t.id, field));
    if (t.type === "Measure") {
      own("ANNOUNCED", t.date, "announcedOn");
      const [from, until] = [value("inForceFrom"), value("inForceUntil")];
      if (from && !prevented(t.id, ["ENDS", "REPLACES", "SUSPENDS"], from)) own("IN_FORCE", from, "inForceFrom");
      if (until && !prevented(t.id, ["ENDS", "REPLACES", "EXTENDS"], until)) own("EXPIRY", until, "inForceUntil");
    } else if (t.type === "Agreement") {
      own("AGREED", t.date, "reachedOn");
      own("SIGNED", value("signedOn"), "signedOn");
    } else if (t.type === "Commitment") {
      own("PLEDGED", t.date, "pledgedOn");
      own("DUE", value("dueOn"), "dueOn");
    } else {
      const kinds: Readonly<Record<string, string>> = { STATEMENT: "STATEMENT", LICENCE_GRANT: "LICENCE", TALKS: "EVENT" };
      own(kinds[String(t.values.kind)] ?? "", t.date, "startedOn");
      own("EVENT_END", value("endedOn"), "endedOn");
    }
  }
  const KINDS: Readonly<Record<string, string>> = {
    SUSPENDS: "SUSPENDED",
    ENDS: "ENDED",
    REPLACES: "REPLACED",
    EXTENDS: "EXTENDED",
    EASES: "EASED",
  };
  for (const l of world.links.filter((l) => KINDS[l.type] && heard(l) && isThere(thing(l.to)) && isThere(thing(l.from)))) {
    if (own && !own.includes(l.to) && !own.includes(l.from)) continue;
    add(start(l), KINDS[l.type] ?? "", l.to, l, l.claims);
    if (l.type === "SUSPENDS") add(l.until, "SUSPENSION_END", l.to, l, l.claims);
  }
  const place = ({ entry: { date, kind, node }, tie }: (typeof entries)[number]) => [date, kind, node, tie];
  const compare = (a: readonly string[], b: readonly string[]) => {
    const i = a.findIndex((text, i) => text !== b[i]);
    return i < 0 ? 0 : (a[i] ?? "") < (b[i] ?? "") ? -1 : 1;
  };
  const ordered = entries.sort((a, b) => compare(place(a), place(b)));
  if (asked.direction !== "DESC") return ordered.map(({ entry }) => entry);
  // The dates alone are turned.
  const dates = [...new Set(ordered.map(({ entry }) => entry.date))].reverse();
  return dates.flatMap((date) => ordered.flatMap(({ entry }) => (entry.date === date ? [entry] : [])));
}

/** An entry as a line. */
export const text = ({ date, kind, node, by, claims }: Entry) => `${date} ${kind} ${node} ${by ?? ""} ${claims.join()}`;

/** Entries that a query gave, each as `text` writes it. */
export const linesOf = (found: readonly Found[]): string[] =>
  found.map(({ date, kind, node, by, claims }) =>
    text({ date, kind, node: node.id, by: by?.id ?? null, claims: claims.map(({ id }) => id) }),
  );
