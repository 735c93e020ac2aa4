import { describe, expect, it } from "vitest";
import { randomOf } from "../support/random.ts";
import { emptyEngine } from "./empty-engine.ts";

/*
 * What was known on a day, of random records whose sources were published one after the other, as a plain evaluator reads it from the records:
 * at each day it looks at nothing but the claims published by then.
 */

const DAYS = ["2025-01-10", "2025-02-10", "2025-03-10", "2025-04-10"] as const;
const ASKED = ["2025-01-09", "2025-01-10", "2025-02-20", "2025-03-10", "2025-03-11", "2026-01-01"];
const CERTAINTIES = ["CONFIRMED", "REPORTED", "ALLEGED", "FORECAST", "INFERRED"] as const;

interface Source {
  readonly id: string;
  readonly publishedOn: string | null;
  readonly official: boolean;
}
interface Claim {
  readonly id: string;
  readonly source: Source;
  readonly certainty: (typeof CERTAINTIES)[number];
}
/** Null stands for a claim about the whole. */
interface FieldClaim extends Claim {
  readonly about: { readonly field: Field; readonly value: string | number } | null;
}
type Field = "title" | "rate" | "announcedOn";
/** What one bundle says of an edge. */
interface Part {
  readonly claims: readonly Claim[];
  readonly certainty: string | null;
}
interface Edge {
  readonly to: string;
  /** That of the measure's own bundle, and perhaps that of another. */
  readonly parts: readonly Part[];
}
interface Measure {
  readonly id: string;
  readonly own: { readonly title: string; readonly rate: number | null; readonly announcedOn: string | null };
  readonly claims: readonly FieldClaim[];
  readonly targets: readonly Edge[];
}

const VALUES: Readonly<Record<Field, readonly (string | number)[]>> = {
  title: ["A duty", "A levy"],
  rate: [10, 25],
  announcedOn: ["2024-12-01", "2025-02-01"],
};

function randomMeasures(random: ReturnType<typeof randomOf>): readonly Measure[] {
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
function filesOf(measures: readonly Measure[]) {
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

// The plain evaluator.

type Day = string | null;
const dayOf = (claim: Claim) => claim.source.publishedOn ?? "";
const isKnown = (day: Day) => (claim: Claim) => day === null || dayOf(claim) <= day;
const rankOf = ({ certainty }: Claim) => CERTAINTIES.indexOf(certainty);
const surest = (claims: readonly Claim[]) => CERTAINTIES.find((c) => claims.some(({ certainty }) => certainty === c)) ?? null;
/** There from the earliest dated claim on; always, where no claim is dated. */
const isThere = (claims: readonly Claim[], day: Day) => {
  const dates = claims.flatMap((claim) => claim.source.publishedOn ?? []).sort();
  return day === null || dates.length === 0 || (dates[0] ?? "") <= day;
};
const claimsOf = (edge: Edge) => edge.parts.flatMap(({ claims }) => claims);

function certaintyOf(edge: Edge, day: Day): string | null {
  const known = claimsOf(edge).filter(isKnown(day));
  const stated = edge.parts.find((part) => part.certainty !== null && part.claims.some(isKnown(day)));
  return stated?.certainty ?? surest(known);
}

function edgeThen(edge: Edge, day: Day) {
  const known = claimsOf(edge).filter(isKnown(day));
  return {
    certainty: certaintyOf(edge, day),
    sourceCount: new Set(known.map(({ source }) => source.id)).size,
    official: known.some(({ source }) => source.official),
    claims: known.map(({ id }) => ({ id: `claim:${id}` })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    node: { id: `country:${edge.to}` },
  };
}

function valueThen(measure: Measure, field: Field, day: Day): string | number | null {
  const own = measure.own[field];
  const naming = measure.claims.filter(({ about }) => about?.field === field);
  if (naming.length === 0) return own;
  const whole = measure.claims.filter(({ about }) => about === null);
  const giving = (value: string | number) => naming.filter(({ about }) => about?.value === value);
  const candidates = VALUES[field].flatMap((value) => {
    const named = giving(value).filter(isKnown(day));
    const support = named.length > 0 ? named : value === own ? whole.filter(isKnown(day)) : [];
    // Nothing is said that could stand behind the record's own value: it is as old as the record.
    const isUnsourced = value === own && whole.length === 0 && giving(value).length === 0;
    if (support.length === 0 && !isUnsourced) return [];
    const certainty = support.length === 0 ? CERTAINTIES.length : Math.min(...support.map(rankOf));
    const official = support.some(({ source }) => source.official);
    const sources = support.length === 0 ? 1 : new Set(support.map(({ source }) => source.id)).size;
    return [{ value, rank: [-certainty, Number(official), sources, Number(value === own)] }];
  });
  const [best] = candidates.sort((a, b) => {
    const at = a.rank.findIndex((part, i) => part !== b.rank[i]);
    return at < 0 ? (String(a.value) < String(b.value) ? -1 : 1) : (b.rank[at] ?? 0) - (a.rank[at] ?? 0);
  });
  return best?.value ?? (field === "title" ? own : null);
}

interface Found {
  readonly id: string;
  readonly title: string;
  readonly rate: number | null;
  readonly announcedOn: string | null;
  readonly claims: { readonly nodes: readonly { readonly id: string }[] };
  readonly targets: { readonly edges: readonly unknown[] };
}

describe("answers as known on a day", () => {
  const { ask, load } = emptyEngine();

  it.each([...Array(20).keys()])(
    "values, certainties, claims and what is filtered by them are those of the claims known, random records %i",
    async (seed) => {
      const random = randomOf(seed + 4000);
      const measures = randomMeasures(random);
      await load(...filesOf(measures));
      const all = measures.flatMap((m) => [...m.claims, ...m.targets.flatMap(claimsOf)]);
      const someClaims = [...new Set([0, 1, 2].map(() => random.pick(all).id))];

      for (const day of [null, ...ASKED]) {
        const certainty = random.pick(CERTAINTIES);
        const about = (m: Measure) => [...m.claims, ...m.targets.flatMap(claimsOf)];
        const there = measures.filter((m) => isThere(about(m), day));
        const edgesOf = (m: Measure) => m.targets.filter((edge) => isThere(claimsOf(edge), day)).sort((a, b) => (a.to < b.to ? -1 : 1));
        const ids = (some: readonly Measure[]) => ({ nodes: some.map(({ id }) => ({ id: `measure:${id}` })) });
        const value = (m: Measure, field: Field) => valueThen(m, field, day);
        const fields = { claims: someClaims.map((id) => `claim:${id}`), certainty: [certainty] };
        const answer = await ask<Record<string, { nodes: Found[] }>>(
          `query ($claims: [ID!]!, $certainty: [Certainty!]!) ${day === null ? "" : `@asOf(known: "${day}")`} {
          measures { nodes {
            id title rate announcedOn
            claims { nodes { id } }
            targets { edges { certainty sourceCount official claims { id } node { id } } }
          } }
          high: measures(filter: {rate: {min: 20}}) { nodes { id } }
          rated: measures(filter: {rate: {exists: true}}) { nodes { id } }
          unrated: measures(filter: {not: {rate: {max: 10}}}) { nodes { id } }
          early: measures(filter: {announcedOn: {to: "2025-01-01"}}) { nodes { id } }
          byRate: measures(orderBy: [{field: RATE, direction: DESC}]) { nodes { id } }
          sure: measures(filter: {targetsWhere: {edge: {certainty: $certainty}}}) { nodes { id } }
          resting: measures(filter: {targetsWhere: {edge: {claims: $claims}}}) { nodes { id } }
          relationships(types: [TARGETS], edge: {certainty: $certainty}) { nodes { from { id } to { id } certainty claims { id } } }
          said: relationships(types: [TARGETS], edge: {claims: $claims}) { nodes { from { id } to { id } } }
        }`,
          fields,
        );

        expect(answer.measures?.nodes.map(({ id }) => id)).toEqual(there.map(({ id }) => `measure:${id}`));
        for (const [i, m] of there.entries()) {
          const found = answer.measures?.nodes[i];
          expect({ day, ...found, claims: [], targets: [] }).toEqual({
            day,
            id: `measure:${m.id}`,
            title: value(m, "title"),
            rate: value(m, "rate"),
            announcedOn: value(m, "announcedOn"),
            claims: [],
            targets: [],
          });
          const known = about(m).filter(isKnown(day));
          expect(found?.claims.nodes.map(({ id }) => id)).toEqual(known.map(({ id }) => `claim:${id}`).sort());
          expect(found?.targets.edges).toEqual(edgesOf(m).map((edge) => edgeThen(edge, day)));
        }
        expect(answer.high).toEqual(ids(there.filter((m) => Number(value(m, "rate")) >= 20)));
        expect(answer.rated).toEqual(ids(there.filter((m) => value(m, "rate") !== null)));
        expect(answer.unrated).toEqual(ids(there.filter((m) => value(m, "rate") !== 10)));
        expect(answer.early).toEqual(ids(there.filter((m) => value(m, "announcedOn") === "2024-12-01")));
        const byRate = [...there].sort((a, b) => Number(value(b, "rate")) - Number(value(a, "rate")) || (a.id < b.id ? -1 : 1));
        expect(answer.byRate).toEqual(ids(byRate));
        const isSure = (edge: Edge) => certaintyOf(edge, day) === certainty;
        const isSaid = (edge: Edge) => claimsOf(edge).some((claim) => isKnown(day)(claim) && someClaims.includes(claim.id));
        expect(answer.sure).toEqual(ids(there.filter((m) => edgesOf(m).some(isSure))));
        expect(answer.resting).toEqual(ids(there.filter((m) => edgesOf(m).some(isSaid))));
        const edges = there.flatMap((m) =>
          edgesOf(m).map((edge) => ({ edge, from: { id: `measure:${m.id}` }, to: { id: `country:${edge.to}` } })),
        );
        expect(answer.relationships?.nodes).toEqual(
          edges
            .filter(({ edge }) => isSure(edge))
            .map(({ edge, from, to }) => ({ from, to, certainty, claims: edgeThen(edge, day).claims })),
        );
        expect(answer.said?.nodes).toEqual(edges.filter(({ edge }) => isSaid(edge)).map(({ from, to }) => ({ from, to })));
      }
    },
  );
});
