import { describe, expect, it } from "vitest";
import { emptyEngine } from "../support/empty-engine.ts";

/*
 * Days of acts that a later source gives otherwise. Until March, the duty is known to have been announced on 1 January, and the act that ends it on 5
 * January; in March an official source dates the one 1 June 2024, the other 20 January.
 */
const RECORDS = `
bundle: days
restsOn: early
sources:
  - {id: january, title: January, reliability: PRESS, publishedOn: 2025-01-10}
  - {id: march, title: March, reliability: OFFICIAL, publishedOn: 2025-03-10}
claims:
  - {id: early, source: january, certainty: ALLEGED, about: [measure:m, measure:end, event:said]}
  - {id: late, source: march, certainty: CONFIRMED, about: [{to: measure:m, field: announcedOn, value: 2024-06-01}]}
  - {id: late-end, source: march, certainty: CONFIRMED, about: [{to: measure:end, field: announcedOn, value: 2025-01-20}]}
  - {id: late-title, source: march, certainty: CONFIRMED, about: [{to: event:said, field: title, value: Officially so}]}
  - {id: late-kind, source: march, certainty: CONFIRMED, about: [{to: event:said, field: kind, value: STATEMENT}]}
  - {id: rated, source: january, certainty: ALLEGED, about: [{to: measure:m, field: covers(commodity:goods).newRate, value: "25"}]}
  - {id: rated-late, source: march, certainty: CONFIRMED, about: [{to: measure:m, field: covers(commodity:goods).newRate, value: "10"}]}
countries:
  - {id: BB, name: Bloc, kind: GROUP, code: BB}
  - {id: XX, name: Member, kind: STATE, partOf: [{to: country:BB, until: 2024-12-31}]}
commodities:
  - {id: goods, name: Goods, level: GROUP}
measures:
  - id: m
    title: M
    kind: TARIFF
    effect: RESTRICTING
    announcedOn: 2025-01-01
    inForceFrom: 2025-01-02
    targets: [country:XX]
    covers: [{to: commodity:goods, newRate: 10, rateUnit: PERCENT}]
  - {id: end, title: End, kind: TARIFF, effect: LIBERALISING, announcedOn: 2025-01-05, ends: [measure:m]}
events:
  - {id: said, title: Originally so, kind: CALL, startedOn: 2025-01-03}
`;

const BEFORE_MARCH = "2025-03-09";
const FROM_MARCH = "2025-03-10";

describe("the days of acts as known on a day", () => {
  const { ask, load } = emptyEngine();

  const asked = async (query: string) => {
    await load({ name: "days.yaml", text: RECORDS });
    const of = (known: string) => ask(`query @asOf(known: "${known}") ${query}`);
    return [await of(BEFORE_MARCH), await of(FROM_MARCH)];
  };

  it("whose members a bloc had on the day of an act", async () => {
    const query = `{
      hit: measures(filter: {targets: ["country:BB"]}) { nodes { id } }
      bloc: country(code: "BB") { targetedBy(reach: BELOW) { nodes { id } } }
    }`;
    const [then, later] = await asked(query);
    // By 1 January 2025 it had left; on 1 June 2024 it had not.
    expect(then).toEqual({ hit: { nodes: [] }, bloc: { targetedBy: { nodes: [] } } });
    const hit = { nodes: [{ id: "measure:m" }] };
    expect(later).toEqual({ hit, bloc: { targetedBy: hit } });
  });

  it("since when an act without a day on its edge has an effect", async () => {
    const query = `{
      measure(id: "m") { statusOn(date: "2025-01-10") { status decidedBy { node { id } } } }
      measures(filter: {status: {on: "2025-01-10", in: [IN_FORCE]}}) { nodes { id } }
      timeline(measures: ["m"], kinds: [ENDED]) { nodes { date by { id } } }
      changes(from: "2025-01-02", to: "2025-01-10", about: ["measure:m"], kinds: [CHANGED]) { nodes { before after } }
    }`;
    const [then, later] = await asked(query);
    const ended = (date: string) => ({ nodes: [{ date, by: { id: "measure:end" } }] });
    expect(then).toEqual({
      measure: { statusOn: { status: "REVOKED", decidedBy: { node: { id: "measure:end" } } } },
      measures: { nodes: [] },
      timeline: ended("2025-01-05"),
      changes: { nodes: [{ before: "IN_FORCE", after: "REVOKED" }] },
    });
    expect(later).toEqual({
      measure: { statusOn: { status: "IN_FORCE", decidedBy: null } },
      measures: { nodes: [{ id: "measure:m" }] },
      timeline: ended("2025-01-20"),
      changes: { nodes: [] },
    });
  });

  it("which act came, and which status changed", async () => {
    const query = `{
      june: changes(from: "2024-05-31", to: "2024-06-02", kinds: [ADDED]) { nodes { node { id } date } }
      january: changes(from: "2024-12-31", to: "2025-01-01", kinds: [ADDED]) { nodes { node { id } date } }
      new: changes(from: "2024-12-01", to: "2025-01-01", kinds: [CHANGED]) { nodes { node { id } before after } }
    }`;
    const [then, later] = await asked(query);
    const came = (date: string) => ({ nodes: [{ node: { id: "measure:m" }, date }] });
    expect(then).toEqual({ june: { nodes: [] }, january: came("2025-01-01"), new: { nodes: [] } });
    expect(later).toEqual({ june: came("2024-06-01"), january: { nodes: [] }, new: { nodes: [] } });
  });

  it("what it is called, though a search finds it by its record's words alone", async () => {
    const query = `{
      own: search(text: "originally", first: 1) { node { ... on Act { title } } }
      later: search(text: "officially", first: 1) { node { ... on Act { title } } }
    }`;
    const [then, later] = await asked(query);
    const called = (title: string) => [{ node: { title } }];
    expect(then).toEqual({ own: called("Originally so"), later: [] });
    expect(later).toEqual({ own: called("Officially so"), later: [] });
  });

  it("what kind of act it is, and what no claim had confirmed", async () => {
    const query = `{
      statements: timeline(kinds: [STATEMENT]) { nodes { node { id } } }
      disagreements(fields: ["covers(commodity:goods).newRate"]) { nodes { positions { value claim { id } } } }
    }`;
    const [then, later] = await asked(query);
    const [said, confirmed] = [
      { value: "25", claim: { id: "claim:rated" } },
      { value: "10", claim: { id: "claim:rated-late" } },
    ];
    // The rate of the record stands alone until March; then a claim gives it, and is the other side.
    expect(then).toEqual({
      statements: { nodes: [] },
      disagreements: { nodes: [{ positions: [said, { value: "10", claim: null }] }] },
    });
    expect(later).toEqual({
      statements: { nodes: [{ node: { id: "event:said" } }] },
      disagreements: { nodes: [{ positions: [said, confirmed] }] },
    });
  });
});
