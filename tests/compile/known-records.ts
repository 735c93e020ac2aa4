import type { randomOf } from "../support/random.ts";

/*
 * Measures that rest on claims whose sources were published one after the other: what each says is written once, to be loaded and to be read by a
 * plain evaluator.
 */

const DAYS = ["2025-01-10", "2025-02-10", "2025-03-10", "2025-04-10"] as const;
/** From the surest down. */
export const CERTAINTIES = ["CONFIRMED", "REPORTED", "ALLEGED", "FORECAST", "INFERRED"] as const;

interface Source {
  readonly id: string;
  readonly publishedOn: string | null;
  readonly official: boolean;
}
/** What a source says, without what it says it of. */
export interface Claim {
  readonly id: string;
  readonly source: Source;
  readonly certainty: (typeof CERTAINTIES)[number];
}
/** Null stands for a claim about the whole. */
interface FieldClaim extends Claim {
  readonly about: { readonly field: Field; readonly value: string | number } | null;
}
/** A field that claims are about; the schema promises a title, and nothing of the others. */
export type Field = "title" | "rate" | "announcedOn";
/** What one bundle says of an edge. */
interface Part {
  readonly claims: readonly Claim[];
  readonly certainty: string | null;
}
/** An edge to a country. */
export interface Edge {
  readonly to: string;
  /** That of the measure's own bundle, and perhaps that of another. */
  readonly parts: readonly Part[];
}
/** A record, and what is claimed of it. */
export interface Measure {
  readonly id: string;
  readonly own: { readonly title: string; readonly rate: number | null; readonly announcedOn: string | null };
  readonly claims: readonly FieldClaim[];
  readonly targets: readonly Edge[];
}

/** What records and claims give a field. */
export const VALUES: Readonly<Record<Field, readonly (string | number)[]>> = {
  title: ["A duty", "A levy"],
  rate: [10, 25],
  announcedOn: ["2024-12-01", "2025-02-01"],
};

/** Four measures, each with some claims about the whole and about fields, and edges that one or two bundles state; the same ones for the same draws. */
export function randomMeasures(random: ReturnType<typeof randomOf>): readonly Measure[] {
  const sources = Array.from({ length: 6 }, (_, i) => ({
    id: `s${i}`,
    publishedOn: random.pick([null, ...DAYS, ...DAYS]),
    official: random.below(3) === 0,
  }));
  let next = 0;
  const claim = (): Claim => ({ id: `c${next++}`, source: random.pick(sources), certainty: random.pick(CERTAINTIES) });
  const claims = (most: number) => Array.from({ length: random.below(most + 1) }, claim);
  const field = (): Field => random.pick(["title", "rate", "announcedOn"]);
  const about = (name: Field) => ({ field: name, value: random.pick(VALUES[name]) });
  const part = (certainty: string | null): Part => ({ claims: [claim(), ...claims(2)], certainty });
  const edge = (to: string): Edge => {
    const stated = random.pick([null, null, ...CERTAINTIES]);
    const says = () => (random.below(2) === 0 ? stated : null);
    return { to, parts: [part(says()), ...(random.below(2) === 0 ? [part(says())] : [])] };
  };
  return Array.from({ length: 4 }, (_, i) => ({
    id: `m${i}`,
    own: {
      title: String(random.pick(VALUES.title)),
      rate: random.pick([null, 10, 25]),
      announcedOn: random.pick([null, "2024-12-01", "2025-02-01"]),
    },
    claims: [...claims(2).map((c) => ({ ...c, about: null })), ...claims(4).map((c) => ({ ...c, about: about(field()) }))],
    targets: ["US", "CN"].filter(() => random.below(3) > 0).map(edge),
  }));
}

/** The measures as two files: their own bundle, and one that states some of their edges too. */
export function filesOf(measures: readonly Measure[]) {
  const written = ({ id, source, certainty }: Claim) => ({ id, source: source.id, certainty });
  const ofEdge = ({ claims, certainty }: Part, to: string) => ({
    to,
    claims: claims.map(({ id }) => id),
    ...(certainty ? { certainty } : {}),
  });
  const edges = measures.flatMap((measure) => measure.targets.map((target) => ({ measure, target })));
  const claimsOf = (index: number) => edges.flatMap(({ target }) => target.parts[index]?.claims.map(written) ?? []);
  const sources = new Map(
    [...measures.flatMap((m) => m.claims), ...edges.flatMap(({ target }) => target.parts.flatMap((p) => p.claims))].map(({ source }) => [
      source.id,
      source,
    ]),
  );
  const own = {
    bundle: "own",
    restsOn: "register",
    sources: [
      { id: "register-source", title: "Register", reliability: "OFFICIAL" },
      ...[...sources.values()].map(({ id, publishedOn, official }) => ({
        id,
        title: id,
        reliability: official ? "OFFICIAL" : "PRESS",
        ...(publishedOn ? { publishedOn } : {}),
      })),
    ],
    claims: [{ id: "register", source: "register-source", certainty: "CONFIRMED" }, ...claimsOf(0)],
    countries: ["US", "CN"].map((id) => ({ id, name: id, kind: "STATE" })),
    measures: measures.map(({ id, own, claims, targets }) => ({
      id,
      kind: "TARIFF",
      effect: "RESTRICTING",
      ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null)),
      ...(own.rate === null ? {} : { rateUnit: "PERCENT" }),
      claims: claims.map((c) => ({ ...written(c), statement: "It was so.", ...(c.about ? { ...c.about } : {}) })),
      targets: targets.map((t) => (t.parts[0] ? ofEdge(t.parts[0], t.to) : t.to)),
    })),
  };
  const other = {
    bundle: "other",
    claims: claimsOf(1),
    edges: edges.flatMap(({ measure, target }) =>
      target.parts[1] ? [{ from: `measure:${measure.id}`, edge: "targets", ...ofEdge(target.parts[1], target.to) }] : [],
    ),
  };
  // JSON is YAML.
  return [own, other].map((bundle) => ({ name: `${bundle.bundle}.yaml`, text: JSON.stringify(bundle) }));
}
