import { describe, expect, it } from "vitest";
import { emptyEngine } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";
import { CERTAINTIES, type Claim, type Edge, type Field, filesOf, type Measure, randomMeasures, VALUES } from "./known-records.ts";

const ASKED = ["2025-01-09", "2025-01-10", "2025-02-20", "2025-03-10", "2025-03-11", "2026-01-01"];

// The plain evaluator: on each day it looks at nothing but the claims published by then.

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

  it("nothing of a later claim is served: neither itself, nor its id, nor what only it says", async () => {
    await load({
      name: "leak.yaml",
      text: `
bundle: leak
restsOn: early
sources:
  - {id: january, title: January, reliability: PRESS, publishedOn: 2025-01-10}
  - {id: march, title: March, reliability: OFFICIAL, publishedOn: 2025-03-10}
claims:
  - {id: early, source: january, certainty: ALLEGED, about: measure:m}
  - {id: aimed, source: january, certainty: ALLEGED}
  - {id: aimed-late, source: march, certainty: CONFIRMED}
  - {id: ending, source: january, certainty: ALLEGED}
  - {id: ending-late, source: march, certainty: CONFIRMED}
  - {id: late, source: march, certainty: CONFIRMED, contradicts: early, about: [{to: measure:m, field: inForceFrom, value: 2025-01-01}]}
countries:
  - {id: US, name: United States, kind: STATE}
measures:
  - {id: m, title: M, kind: TARIFF, effect: RESTRICTING, announcedOn: 2025-01-01, targets: [{to: US, claims: [aimed, aimed-late]}]}
  - {id: end, title: End, kind: TARIFF, effect: LIBERALISING, announcedOn: 2025-01-05, ends: [{to: m, claims: [ending, ending-late]}]}
`,
    });
    const query = `query ($day: Date!) @asOf(known: $day) {
      node(id: "claim:late") { id }
      nodes(ids: ["claim:late", "source:march"]) { id }
      early: node(id: "claim:early") { ... on Claim { contradicts { totalCount nodes { id } } about { nodes { id } } } }
      measure(id: "m") {
        inForceFrom
        claims { nodes { id } }
        targets { edges { certainty claims { id } } }
        statusOn(date: "2025-01-06") { status decidedBy { certainty sourceCount official claims { id } } }
      }
      measures(filter: {claims: ["claim:late"]}) { totalCount }
      within: measures(filter: {claimsWhere: {node: {certainty: [CONFIRMED]}}}) { totalCount }
      not: measures(filter: {not: {targetsWhere: {edge: {claims: ["claim:aimed-late"]}}}}) { nodes { id } }
      sources { nodes { id } }
    }`;
    const ids = (...names: readonly string[]) => names.map((name) => ({ id: `claim:${name}` }));
    expect(await ask(query, { day: "2025-03-09" })).toEqual({
      node: null,
      nodes: [null, null],
      early: { contradicts: { totalCount: 0, nodes: [] }, about: { nodes: [{ id: "measure:m" }] } },
      measure: {
        inForceFrom: null,
        claims: { nodes: ids("aimed", "early") },
        targets: { edges: [{ certainty: "ALLEGED", claims: ids("aimed") }] },
        statusOn: {
          status: "REVOKED",
          decidedBy: { certainty: "ALLEGED", sourceCount: 1, official: false, claims: ids("ending") },
        },
      },
      measures: { totalCount: 0 },
      within: { totalCount: 0 },
      not: { nodes: [{ id: "measure:end" }, { id: "measure:m" }] },
      sources: { nodes: [{ id: "source:january" }] },
    });
    expect(await ask(query, { day: "2025-03-10" })).toMatchObject({
      node: { id: "claim:late" },
      nodes: [{ id: "claim:late" }, { id: "source:march" }],
      early: { contradicts: { totalCount: 1, nodes: [{ id: "claim:late" }] } },
      measure: {
        inForceFrom: "2025-01-01",
        claims: { nodes: ids("aimed", "aimed-late", "early", "late") },
        targets: { edges: [{ certainty: "CONFIRMED", claims: ids("aimed", "aimed-late") }] },
        statusOn: { decidedBy: { certainty: "CONFIRMED", sourceCount: 2, official: true } },
      },
      measures: { totalCount: 1 },
      within: { totalCount: 2 },
      not: { nodes: [{ id: "measure:end" }] },
      sources: { nodes: [{ id: "source:january" }, { id: "source:march" }] },
    });
  });
});
