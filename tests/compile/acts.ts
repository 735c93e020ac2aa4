import type { Input } from "../../src/load/index.ts";
import type { randomOf } from "../support/random.ts";

/** A source, dated by its publication, by when it was read, by both or by neither. */
export interface Source {
  readonly id: string;
  readonly publishedOn: string | null;
  readonly retrievedOn: string | null;
}
/** A claim about an act: about the whole, or a value of one of its fields, with the day since which it has it. */
export interface Claim {
  readonly id: string;
  readonly source: Source;
  readonly about: { readonly field: string; readonly value: string; readonly since: string | null } | null;
}
/** An edge from an act. */
export interface Edge {
  readonly since: string | null;
  readonly claims: readonly Claim[];
}
/** What one bundle says of an act beside its record. */
interface Part {
  readonly claims: readonly Claim[];
  readonly edges: readonly Edge[];
}
/** An act: what its record says, and what each of two bundles says of it. */
export interface Act {
  readonly type: (typeof TYPES)[number];
  readonly id: string;
  readonly date: string | null;
  readonly begins: string | null;
  readonly own: Part;
  readonly other: Part;
}

const EARLY = ["2025-01-10", "2025-02-03"];
const LATE = ["2025-03", "2025-03-20", "2025-05-01"];

/** The types of acts: their lists, the fields that date them, and those that tell that they were there by a day. */
export const TYPES = [
  { list: "measures", prefix: "measure", date: "announcedOn", begins: "inForceFrom", more: { kind: "TARIFF", effect: "RESTRICTING" } },
  { list: "agreements", prefix: "agreement", date: "reachedOn", begins: "signedOn", more: { kind: "TREATY", status: "REACHED" } },
  { list: "events", prefix: "event", date: "startedOn", begins: null, more: { kind: "TALKS" } },
  { list: "commitments", prefix: "commitment", date: "pledgedOn", begins: null, more: { status: "PLEDGED", dueOn: "2027-01-05" } },
] as const;

/** Two acts of each type; the same ones for the same draws. */
export function randomActs(random: ReturnType<typeof randomOf>): readonly Act[] {
  const day = (days: readonly string[]) => random.pick([null, ...days]);
  const sources = Array.from({ length: 5 }, (_, i): Source => {
    const publishedOn = day([...EARLY, ...LATE]);
    return { id: `s${i}`, publishedOn, retrievedOn: publishedOn === null ? day(LATE) : random.pick([null, "2025-06-01"]) };
  });
  let next = 0;
  const claim = (about: Claim["about"]): Claim => ({ id: `c${next++}`, source: random.pick(sources), about });
  const some = <T>(most: number, make: () => T) => Array.from({ length: random.below(most + 1) }, make);
  return TYPES.flatMap((type) =>
    [0, 1].map((i): Act => {
      const dated = random.below(3) === 0;
      const named = random.pick([...EARLY, ...LATE]);
      const about = () =>
        random.pick([
          null,
          { field: "summary", value: "It is so.", since: day([...EARLY, ...LATE]) },
          ...(random.below(4) === 0 ? [{ field: type.date, value: named, since: null }] : []),
        ]);
      const edge = (since: string | null): Edge => ({ since, claims: [claim(null), ...some(1, () => claim(null))] });
      // An edge between the same ends is another one where it begins on another day: the two bundles draw from days of their own.
      const edges = (days: readonly string[]) => days.filter(() => random.below(3) === 0).map(edge);
      const part = (days: readonly string[]): Part => ({ claims: some(2, () => claim(about())), edges: edges(days) });
      return {
        type,
        id: `${type.prefix}:a${i}`,
        date: dated ? named : null,
        begins: type.begins === null ? null : day([...EARLY, ...LATE]),
        own: part(["2025-01-20", "2025-04-10"]),
        other: part(["2025-01-15", "2025-04"]),
      };
    }),
  );
}

/** The same acts, their sources with other days: those that were published read later, the others published early. */
export function redated(acts: readonly Act[]): readonly Act[] {
  const source = ({ id, publishedOn }: Source): Source =>
    publishedOn === null ? { id, publishedOn: "2025-01-12", retrievedOn: null } : { id, publishedOn: null, retrievedOn: "2025-03-22" };
  const claim = (one: Claim): Claim => ({ ...one, source: source(one.source) });
  const part = ({ claims, edges }: Part): Part => ({
    claims: claims.map(claim),
    edges: edges.map((edge) => ({ ...edge, claims: edge.claims.map(claim) })),
  });
  return acts.map((act) => ({ ...act, own: part(act.own), other: part(act.other) }));
}

/** The acts as two files: that of their records, and one that claims things about them and has edges of theirs too. */
export function filesOf(acts: readonly Act[]): { readonly own: Input; readonly other: Input } {
  const given = (values: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(values).filter(([, v]) => v !== null));
  const saying = ({ id, source, about }: Claim) => ({
    id,
    source: source.id,
    certainty: "CONFIRMED",
    statement: "So.",
    ...given({ ...about }),
  });
  const parts = acts.flatMap(({ own, other }) => [own, other]);
  const claims = parts.flatMap((part) => [...part.claims, ...part.edges.flatMap((edge) => edge.claims)]);
  const sources = [...new Map(claims.map(({ source }) => [source.id, source])).values()];
  const edge = ({ since, claims }: Edge) => ({ ...given({ since }), claims: claims.map(({ id }) => id) });
  const ofEdges = (part: "own" | "other") => acts.flatMap((act) => act[part].edges.flatMap((e) => e.claims.map(saying)));
  const own: Record<string, unknown> = {
    bundle: "own",
    restsOn: "register",
    sources: [
      { id: "register-source", title: "Register", reliability: "PRESS" },
      ...sources.map((source) => ({ title: source.id, reliability: "PRESS", ...given({ ...source }) })),
    ],
    claims: [{ id: "register", source: "register-source", certainty: "CONFIRMED" }, ...ofEdges("own")],
    countries: [{ id: "US", name: "United States", kind: "STATE" }],
  };
  for (const type of TYPES) {
    own[type.list] = acts
      .filter((act) => act.type === type)
      .map((act) => ({
        id: act.id,
        title: act.id,
        ...type.more,
        ...given({ [type.date]: act.date, ...(type.begins === null ? {} : { [type.begins]: act.begins }) }),
        claims: act.own.claims.map(saying),
        affects: act.own.edges.map((e) => ({ to: "US", ...edge(e) })),
      }));
  }
  const other = {
    bundle: "other",
    claims: [
      ...ofEdges("other"),
      ...acts.flatMap((act) =>
        act.other.claims.map(({ about, ...c }) => ({ ...saying({ ...c, about: null }), about: { to: act.id, ...given({ ...about }) } })),
      ),
    ],
    edges: acts.flatMap((act) => act.other.edges.map((e) => ({ from: act.id, edge: "affects", to: "country:US", ...edge(e) }))),
  };
  // JSON is YAML.
  const file = (bundle: Readonly<Record<string, unknown>>): Input => ({ name: `${bundle.bundle}.yaml`, text: JSON.stringify(bundle) });
  return { own: file(own), other: file(other) };
}
