import { describe, expect, it } from "vitest";
import { emptyEngine } from "../support/empty-engine.ts";

/*
 * Edges' own values that an official source of March gives otherwise. Until then, the duty is 10 %, spares nobody that it targets after January, is put
 * off from 5 to 20 January, and falls on no member of the bloc, which its only one had left; by what March says, it is 15 %, targets the member to the
 * end of the year, is put off up to the end of February, and the member left in June alone.
 */
const RECORDS = `
bundle: edges
restsOn: early
sources:
  - {id: january, title: January, reliability: PRESS, publishedOn: 2025-01-10}
  - {id: march, title: March, reliability: OFFICIAL, publishedOn: 2025-03-10}
claims:
  - {id: early, source: january, certainty: ALLEGED, about: [measure:m, measure:old, measure:stop, event:said, commodity:goods, country:XX]}
  - {id: late-rate, source: march, certainty: CONFIRMED, about: [{to: measure:m, field: covers(commodity:goods).newRate, value: "15"}]}
  - {id: late-prior, source: march, certainty: CONFIRMED, about: [{to: commodity:goods, field: coveredBy(measure:m).priorRate, value: "2.5"}]}
  - {id: late-role, source: march, certainty: CONFIRMED, about: [{to: event:said, field: participants(country:XX).role, value: SPEAKER}]}
  - {id: late-target, source: march, certainty: CONFIRMED, about: [{to: measure:m, field: targets(country:XX).until, value: 2025-12-31}]}
  - {id: late-note, source: march, certainty: CONFIRMED, about: [{to: measure:m, field: targets(country:XX).note, value: All of it.}]}
  - {id: late-stop, source: march, certainty: CONFIRMED, about: [{to: measure:stop, field: suspends(measure:m).until, value: 2025-02-28}]}
  - {id: late-member, source: march, certainty: CONFIRMED, about: [{to: country:XX, field: partOf(country:BB).until, value: 2025-06-30}]}
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
    targets: [{to: country:XX, until: 2025-01-31, note: Half of it.}]
    covers: [{to: commodity:goods, newRate: 10, rateUnit: PERCENT}]
  - id: old
    title: Old
    kind: TARIFF
    effect: RESTRICTING
    announcedOn: 2024-12-01
    targets: [{to: country:XX, until: 2025-02-15}]
    covers: [{to: commodity:goods, newRate: 12, rateUnit: PERCENT}]
  - {id: stop, title: Stop, kind: TARIFF, effect: LIBERALISING, announcedOn: 2025-01-04, suspends: [{to: measure:m, since: 2025-01-05, until: 2025-01-20}]}
events:
  - {id: said, title: Said, kind: TALKS, startedOn: 2025-01-03, participants: [{to: country:XX, role: HOST}]}
`;

const BEFORE_MARCH = "2025-03-09";
const FROM_MARCH = "2025-03-10";
const [M, OLD] = [{ id: "measure:m" }, { id: "measure:old" }];

describe("edges' own values as known on a day", () => {
  const { ask, load } = emptyEngine();

  /** The answer as known before March, from then on, and now: which is that from March on. */
  const asked = async (query: string) => {
    await load({ name: "edges.yaml", text: RECORDS });
    const of = (known: string) => ask(`query @asOf(known: "${known}") ${query}`);
    const [then, later] = [await of(BEFORE_MARCH), await of(FROM_MARCH)];
    expect(await ask(query)).toEqual(later);
    return [then, later];
  };

  it("are what fields of edges give, on lists and by themselves", async () => {
    const query = `{
      measure(id: "m") { covers { edges { newRate priorRate rateUnit } } targets { edges { until note } } }
      event(id: "said") { participants { edges { role } } }
      relationships(from: ["measure:m"], types: [TARGETS]) { nodes { until note } }
    }`;
    const [then, later] = await asked(query);
    const answer = (newRate: number, priorRate: number | null, until: string, note: string, role: string) => ({
      measure: { covers: { edges: [{ newRate, priorRate, rateUnit: "PERCENT" }] }, targets: { edges: [{ until, note }] } },
      event: { participants: { edges: [{ role }] } },
      relationships: { nodes: [{ until, note }] },
    });
    expect(then).toEqual(answer(10, null, "2025-01-31", "Half of it.", "HOST"));
    expect(later).toEqual(answer(15, 2.5, "2025-12-31", "All of it.", "SPEAKER"));
  });

  it("are what one aliased field gives beside another", async () => {
    await load({ name: "edges.yaml", text: RECORDS });
    const query = `{ measure(id: "m") { covers { edges { early: newRate @asOf(known: "${BEFORE_MARCH}") newRate } } } }`;
    expect(await ask(query)).toEqual({ measure: { covers: { edges: [{ early: 10, newRate: 15 }] } } });
  });

  it("are what lists are filtered and ordered by", async () => {
    const query = `{
      cheap: measures(filter: {coversWhere: {edge: {newRate: {max: 11}}}}) { nodes { id } }
      unknown: measures(filter: {coversWhere: {edge: {priorRate: {exists: false}}}}) { nodes { id } }
      speaking: events(filter: {participantsWhere: {edge: {role: [SPEAKER]}}}) { totalCount }
      commodities { nodes { byRate: coveredBy(orderBy: [{field: EDGE_NEW_RATE}]) { nodes { id } } dear: coveredBy(edge: {newRate: {min: 13}}) { totalCount } } }
      byEnd: relationships(types: [TARGETS], orderBy: [{field: UNTIL}]) { nodes { from { id } } }
      over: relationships(types: [TARGETS], edge: {until: {to: "2025-01-31"}}) { nodes { from { id } } }
    }`;
    const [then, later] = await asked(query);
    expect(then).toEqual({
      cheap: { nodes: [M] },
      unknown: { nodes: [M, OLD] },
      speaking: { totalCount: 0 },
      commodities: { nodes: [{ byRate: { nodes: [M, OLD] }, dear: { totalCount: 0 } }] },
      byEnd: { nodes: [{ from: M }, { from: OLD }] },
      over: { nodes: [{ from: M }] },
    });
    expect(later).toEqual({
      cheap: { nodes: [] },
      unknown: { nodes: [OLD] },
      speaking: { totalCount: 1 },
      commodities: { nodes: [{ byRate: { nodes: [OLD, M] }, dear: { totalCount: 1 } }] },
      byEnd: { nodes: [{ from: OLD }, { from: M }] },
      over: { nodes: [] },
    });
  });

  it("say which edges held on a day", async () => {
    const query = `{
      measures { nodes { id targets @asOf(valid: "2025-02-10") { totalCount } on: targets(on: "2025-02-20") { totalCount } } }
      country(code: "BB") { members(on: "2025-01-15") { totalCount } held: members @asOf(valid: "2025-01-15") { totalCount } }
      hit: measures(filter: {targets: ["country:XX"]}) @asOf(valid: "2025-02-10") { nodes { id } }
    }`;
    const [then, later] = await asked(query);
    const counts = (id: string, held: number, on: number) => ({ id, targets: { totalCount: held }, on: { totalCount: on } });
    const stop = counts("measure:stop", 0, 0);
    expect(then).toEqual({
      measures: { nodes: [counts("measure:m", 0, 0), counts("measure:old", 1, 0), stop] },
      country: { members: { totalCount: 0 }, held: { totalCount: 0 } },
      hit: { nodes: [OLD] },
    });
    expect(later).toEqual({
      measures: { nodes: [counts("measure:m", 1, 1), counts("measure:old", 1, 0), stop] },
      country: { members: { totalCount: 1 }, held: { totalCount: 1 } },
      hit: { nodes: [M, OLD] },
    });
  });

  it("say who belonged to what on the day of an act", async () => {
    const query = `{
      hit: measures(filter: {targets: ["country:BB"]}) { nodes { id } }
      onADay: measures(filter: {targets: ["country:BB"], on: "2025-02-10"}) { nodes { id } }
      country(code: "BB") { targetedBy(reach: BELOW) { nodes { id } } onADay: targetedBy(reach: BELOW, on: "2025-02-10") { nodes { id } } }
      bloc: timeline(actors: ["country:BB"], kinds: [ANNOUNCED]) { nodes { node { id } } }
      both: timeline(commodities: ["goods"], actors: ["country:BB"], kinds: [ANNOUNCED]) { nodes { node { id } } }
    }`;
    const [then, later] = await asked(query);
    const entries = (...nodes: { id: string }[]) => ({ nodes: nodes.map((node) => ({ node })) });
    // It left at the end of 2024: the old duty was announced before that, the new one after it. The edges themselves ended later.
    expect(then).toEqual({
      hit: { nodes: [OLD] },
      onADay: { nodes: [] },
      country: { targetedBy: { nodes: [OLD] }, onADay: { nodes: [] } },
      bloc: entries(OLD),
      both: entries(OLD),
    });
    // On 10 February the old edge still held, and by March the new one does too.
    expect(later).toEqual({
      hit: { nodes: [M, OLD] },
      onADay: { nodes: [M, OLD] },
      country: { targetedBy: { nodes: [M, OLD] }, onADay: { nodes: [M, OLD] } },
      bloc: entries(OLD, M),
      both: entries(OLD, M),
    });
  });

  it("say on which days of a timeline an actor had to do with an act", async () => {
    const query = `{
      ofMember: timeline(actors: ["country:XX"], measures: ["m"], kinds: [SUSPENSION_END]) { nodes { date } }
      ofGoods: timeline(commodities: ["goods"], actors: ["country:XX"], kinds: [SUSPENSION_END]) { nodes { date } }
      all: timeline(kinds: [SUSPENSION_END, IN_FORCE]) { nodes { kind date } }
    }`;
    const [then, later] = await asked(query);
    const inForce = { kind: "IN_FORCE", date: "2025-01-02" };
    const ended = (date: string) => ({ nodes: [{ date }] });
    const all = (date: string) => ({ nodes: [inForce, { kind: "SUSPENSION_END", date }] });
    expect(then).toEqual({ ofMember: ended("2025-01-20"), ofGoods: ended("2025-01-20"), all: all("2025-01-20") });
    expect(later).toEqual({ ofMember: ended("2025-02-28"), ofGoods: ended("2025-02-28"), all: all("2025-02-28") });
  });

  it("say how long an effect lasts: statuses, what decided them, and what changed", async () => {
    const query = `{
      measure(id: "m") { statusOn(date: "2025-02-10") { status decidedBy { until node { id } } } }
      measures(filter: {status: {on: "2025-02-10", in: [SUSPENDED]}}) { nodes { id } }
      changes(from: "2025-01-19", to: "2025-02-10", about: ["measure:m"]) { nodes { kind date field before after relationship { type until } } }
    }`;
    const [then, later] = await asked(query);
    const ended = (type: string, until: string) => {
      return { kind: "ENDED", date: until, field: null, before: null, after: null, relationship: { type, until } };
    };
    const resumed = { kind: "CHANGED", date: "2025-02-10", field: "statusOn", before: "SUSPENDED", after: "IN_FORCE", relationship: null };
    expect(then).toEqual({
      measure: { statusOn: { status: "IN_FORCE", decidedBy: null } },
      measures: { nodes: [] },
      changes: { nodes: [ended("TARGETS", "2025-01-31"), resumed, ended("SUSPENDS", "2025-01-20")] },
    });
    expect(later).toEqual({
      measure: { statusOn: { status: "SUSPENDED", decidedBy: { until: "2025-02-28", node: { id: "measure:stop" } } } },
      measures: { nodes: [M] },
      changes: { nodes: [] },
    });
  });

  it("stand against what a claim gives, once that is known", async () => {
    const query = `{ disagreements(about: ["measure:m", "event:said", "commodity:goods"]) { nodes { field positions { value claim { id } } } } }`;
    const [then, later] = await asked(query);
    const row = (field: string, claim: string, value: string, own: string) => ({
      field,
      positions: [
        { value, claim: { id: `claim:${claim}` } },
        { value: own, claim: null },
      ],
    });
    expect(then).toEqual({ disagreements: { nodes: [] } });
    expect(later).toEqual({
      disagreements: {
        nodes: [
          row("participants(country:XX).role", "late-role", "SPEAKER", "HOST"),
          row("covers(commodity:goods).newRate", "late-rate", "15", "10"),
          row("targets(country:XX).note", "late-note", "All of it.", "Half of it."),
          row("targets(country:XX).until", "late-target", "2025-12-31", "2025-01-31"),
        ],
      },
    });
  });
});
