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
  - {id: stopping, source: january, certainty: ALLEGED}
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
    inForceUntil: 2025-02-20
    targets: [{to: country:XX, until: 2025-01-31, note: Half of it.}]
    covers: [{to: commodity:goods, newRate: 10, rateUnit: PERCENT}]
  - id: old
    title: Old
    kind: TARIFF
    effect: RESTRICTING
    announcedOn: 2024-12-01
    targets: [{to: country:XX, until: 2025-02-15}]
    covers: [{to: commodity:goods, newRate: 12, rateUnit: PERCENT}]
  - {id: stop, title: Stop, kind: TARIFF, effect: LIBERALISING, announcedOn: 2025-01-04, suspends: [{to: measure:m, since: 2025-01-05, until: 2025-01-20, claims: [stopping]}]}
events:
  - {id: said, title: Said, kind: TALKS, startedOn: 2025-01-03, participants: [{to: country:XX, role: HOST}]}
`;

/** A duty that was to apply from 10 February on, and is put off to 20 January, or by what March says up to the end of February. */
const PUT_OFF = `
bundle: put-off
restsOn: early
claims:
  - {id: late-next, source: march, certainty: CONFIRMED, about: [{to: measure:next, field: suspendedBy(measure:stop).until, value: 2025-02-28}]}
  - {id: early-next, source: january, certainty: ALLEGED, about: [measure:next]}
measures:
  - {id: next, title: Next, kind: TARIFF, effect: RESTRICTING, announcedOn: 2025-01-04, inForceFrom: 2025-02-10}
edges:
  - {from: measure:stop, edge: suspends, to: measure:next, since: 2025-01-05, until: 2025-01-20, claims: [early]}
`;

const BEFORE_MARCH = "2025-03-09";
const FROM_MARCH = "2025-03-10";
const [M, OLD] = [{ id: "measure:m" }, { id: "measure:old" }];

describe("edges' own values as known on a day", () => {
  const { ask, load } = emptyEngine();

  /** The answer as known before March, from then on, and now: which is that from March on. */
  const asked = async (query: string, ...more: readonly string[]) => {
    await load(...[RECORDS, ...more].map((text, i) => ({ name: `${i}.yaml`, text })));
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
      ofMember: timeline(actors: ["country:XX"], kinds: [EXPIRY]) { nodes { date } }
      ofMeasure: timeline(actors: ["country:XX"], measures: ["m"], kinds: [EXPIRY]) { nodes { date } }
      all: timeline(kinds: [SUSPENSION_END, IN_FORCE]) { nodes { kind date } }
    }`;
    const [then, later] = await asked(query);
    const inForce = { kind: "IN_FORCE", date: "2025-01-02" };
    // On the day on which the duty expires, it does not concern the member any more by what January says.
    const expired = { nodes: [{ date: "2025-02-20" }] };
    const all = (date: string) => ({ nodes: [inForce, { kind: "SUSPENSION_END", date }] });
    expect(then).toEqual({ ofMember: { nodes: [] }, ofMeasure: { nodes: [] }, all: all("2025-01-20") });
    expect(later).toEqual({ ofMember: expired, ofMeasure: expired, all: all("2025-02-28") });
  });

  it("say which beginnings of a timeline an effect prevented", async () => {
    const query = `{ timeline(measures: ["next"], kinds: [IN_FORCE]) { nodes { date } } }`;
    const [then, later] = await asked(query, PUT_OFF);
    expect(then).toEqual({ timeline: { nodes: [{ date: "2025-02-10" }] } });
    expect(later).toEqual({ timeline: { nodes: [] } });
  });

  it("say how long an effect lasts: statuses, what decided them, and what changed", async () => {
    const query = `{
      measure(id: "m") { statusOn(date: "2025-02-10") { status decidedBy { until node { id } } } }
      measures(filter: {status: {on: "2025-02-10", in: [SUSPENDED]}}) { nodes { id } }
      changes(from: "2025-01-19", to: "2025-02-10", about: ["measure:m"]) { nodes { kind date field before after relationship { type until } claims { id } } }
    }`;
    const [then, later] = await asked(query);
    const stopping = [{ id: "claim:stopping" }];
    const ended = (type: string, until: string, claims: readonly { id: string }[]) => {
      return { kind: "ENDED", date: until, field: null, before: null, after: null, relationship: { type, until }, claims };
    };
    const changed = { kind: "CHANGED", date: "2025-02-10", field: "statusOn", before: "SUSPENDED", after: "IN_FORCE" };
    const resumed = { ...changed, relationship: null, claims: stopping };
    expect(then).toEqual({
      measure: { statusOn: { status: "IN_FORCE", decidedBy: null } },
      measures: { nodes: [] },
      changes: { nodes: [ended("TARGETS", "2025-01-31", [{ id: "claim:early" }]), resumed, ended("SUSPENDS", "2025-01-20", stopping)] },
    });
    expect(later).toEqual({
      measure: { statusOn: { status: "SUSPENDED", decidedBy: { until: "2025-02-28", node: { id: "measure:stop" } } } },
      measures: { nodes: [M] },
      changes: { nodes: [] },
    });
  });

  it("say whether an effect lasts as long as its act", async () => {
    // By what January says the pause lasts as long as what paused, which is replaced in March: nothing holds the duty back then. By what March says, it
    // lasts up to the end of June, whatever becomes of that.
    const lasting = PUT_OFF.replace(", until: 2025-01-20", "").replace("value: 2025-02-28", "value: 2025-06-30");
    const replacing =
      "{id: new, title: New, kind: TARIFF, effect: RESTRICTING, announcedOn: 2025-02-20, replaces: [{to: measure:stop, since: 2025-03-01}]}";
    const replaced = lasting.replace("edges:", `  - ${replacing}\nedges:`).replace("[measure:next]}", "[measure:next, measure:new]}");
    const [then, later] = await asked(`{ measure(id: "next") { statusOn(date: "2025-04-01") { status } } }`, replaced);
    expect(then).toEqual({ measure: { statusOn: { status: "IN_FORCE" } } });
    expect(later).toEqual({ measure: { statusOn: { status: "POSTPONED" } } });
  });

  it("are changes of what is known, with what says so", async () => {
    await load({ name: "edges.yaml", text: RECORDS });
    const fields = "nodes { node { id } kind date field before after relationship { type to { id } } claims { id } }";
    const days = `from: "${BEFORE_MARCH}", to: "${FROM_MARCH}", axis: RECORDED`;
    const change = (node: string, edge: string, field: string, before: string, after: string, claim: string) => {
      const [type, id] = edge.split(" ");
      const said = { kind: "CHANGED", date: "2025-03-10", field, before, after, claims: [{ id: `claim:${claim}` }] };
      return { node: { id: node }, relationship: { type, to: { id } }, ...said };
    };
    // The prior rate had no value before, and so no other.
    const all = [
      change("country:XX", "PARTICIPATES_IN event:said", "role", "HOST", "SPEAKER", "late-role"),
      change("country:XX", "PART_OF country:BB", "until", "2024-12-31", "2025-06-30", "late-member"),
      change("measure:m", "COVERS commodity:goods", "newRate", "10", "15", "late-rate"),
      change("measure:m", "TARGETS country:XX", "note", "Half of it.", "All of it.", "late-note"),
      change("measure:m", "TARGETS country:XX", "until", "2025-01-31", "2025-12-31", "late-target"),
      change("measure:stop", "SUSPENDS measure:m", "until", "2025-01-20", "2025-02-28", "late-stop"),
    ];
    expect(await ask(`{ changes(${days}) { ${fields} } }`)).toEqual({ changes: { nodes: all } });
    const of = async (more: string) =>
      (await ask<{ changes: { nodes: unknown } }>(`{ changes(${days}, ${more}) { ${fields} } }`)).changes.nodes;
    expect(await of('about: ["event:said", "measure:stop"]')).toEqual([all[0], all[5]]);
    expect(await of("kinds: [ADDED, ENDED]")).toEqual([]);
    expect(await of(`known: "${BEFORE_MARCH}"`)).toEqual([]);
    expect(await of("first: 1, last: null")).toEqual([all[0]]);
    const pages = await ask<{ changes: { pageInfo: { endCursor: string } } }>(`{ changes(${days}, first: 4) { pageInfo { endCursor } } }`);
    expect(await of(`after: "${pages.changes.pageInfo.endCursor}"`)).toEqual(all.slice(4));
    const { changes } = await ask<{ changes: { totalCount: number } }>(
      `{ changes(from: "2025-03-10", to: "2025-04-10", axis: RECORDED) { totalCount } }`,
    );
    expect(changes.totalCount).toBe(0);
  });

  it("stand against what a claim gives of the edge that began when the claim says, and of no other", async () => {
    const twice = `
bundle: twice
restsOn: early
claims:
  - {id: of-june, source: january, certainty: ALLEGED, about: [{to: measure:t, field: covers(commodity:goods).newRate, value: "30", since: 2025-06-04}]}
  - {id: of-may, source: march, certainty: ALLEGED, about: [{to: measure:t, field: covers(commodity:goods).newRate, value: "20", since: 2025-05}]}
  - {id: of-t, source: january, certainty: CONFIRMED, about: [measure:t]}
measures:
  - id: t
    title: T
    kind: TARIFF
    effect: RESTRICTING
    covers:
      - {to: commodity:goods, since: 2025-05-01, newRate: 25, rateUnit: PERCENT, claims: [of-t]}
      - {to: commodity:goods, since: 2025-06, newRate: 50, rateUnit: PERCENT, claims: [of-t]}
`;
    const query = `{
      measure(id: "t") { covers { edges { newRate } } }
      disagreements(about: ["measure:t"]) { nodes { positions { value claim { id } } } }
    }`;
    const [then, later] = await asked(query, twice);
    const row = (claim: string, value: string, own: string) => {
      return {
        positions: [
          { value, claim: { id: `claim:${claim}` } },
          { value: own, claim: null },
        ],
      };
    };
    const measure = { covers: { edges: [{ newRate: 25 }, { newRate: 50 }] } };
    expect(then).toEqual({ measure, disagreements: { nodes: [row("of-june", "30", "50")] } });
    expect(later).toEqual({ measure, disagreements: { nodes: [row("of-june", "30", "50"), row("of-may", "20", "25")] } });
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
