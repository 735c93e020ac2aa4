import { describe, expect, it } from "vitest";
import { emptyEngine } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";
import { seeds } from "../support/seeds.ts";
import { fileOf, knownBy, randomGraph } from "./known-graph.ts";

const ASKED = ["2025-01-09", "2025-01-10", "2025-02-20", "2025-03-10"];

/** A question on a day of the world too. */
const IN_MARCH = '@asOf(valid: "2025-03-02")';

const EVIDENCE = "since until recordedOn certainty sourceCount official claims { id }";

/** All constructs that read a value: fields, filters, orders, statuses, and the questions of src/trade. */
const QUESTIONS: Readonly<Record<string, string>> = {
  fields: `
    measures { nodes { id title kind announcedOn inForceFrom inForceUntil rate date recordedOn claims { edges { field value node { id } } } } }
    events { nodes { id title kind startedOn date recordedOn } }
    commitments { nodes { id title status pledgedOn dueOn date recordedOn } }
    claims(first: 200) { nodes { id recordedOn contradicts { nodes { id } } about { edges { field value node { id } } } } }
    sources { nodes { id publishedOn } }`,
  edges: `
    measures { nodes { id
      targets { edges { scope note ${EVIDENCE} node { id } } }
      covers(orderBy: [{field: EDGE_NEW_RATE, direction: DESC}]) { edges { priorRate newRate ${EVIDENCE} } }
      endedBy { edges { ${EVIDENCE} node { id title } } }
      discussedIn { nodes { id } }
    } }
    events { nodes { id participants { edges { role node { id } } } } }
    commodities { nodes {
      coveredBy(orderBy: [{field: EDGE_PRIOR_RATE}, {field: EDGE_NEW_RATE}]) { edges { priorRate newRate since node { id } } }
      dear: coveredBy(edge: {newRate: {min: 20}}) { totalCount edges { newRate since node { id } } }
      unrated: coveredBy(edge: {newRate: {exists: false}}) { nodes { id } }
      producers(orderBy: [{field: EDGE_SHARE}]) { edges { share period node { id } } }
      recent: producers(edge: {period: {from: "2024-01-01"}}) { edges { share period node { id } } }
    }
    }
    relationships(first: 200) { nodes { type from { id } to { id } ${EVIDENCE} } }
    late: relationships(first: 200, orderBy: [{field: RECORDED_ON, direction: DESC}]) { nodes { type from { id } to { id } } }`,
  lasting: `
    measures ${IN_MARCH} { nodes { id
      targets(orderBy: [{field: EDGE_UNTIL}]) { totalCount edges { since until note node { id } } }
      open: targets(edge: {until: {exists: false}}) { nodes { id } }
      endedBy { nodes { id } } suspendedBy { nodes { id } }
      targetsThen: targets(on: "2025-03-15") { nodes { id } }
    } }
    hit: measures(filter: {targets: ["country:BB"]}) { nodes { id } }
    hitOn: measures(filter: {targets: ["country:BB"], on: "2025-01-10"}) { nodes { id } }
    hitThen: measures(filter: {targets: ["country:CN"]}) ${IN_MARCH} { nodes { id } }
    countries { nodes { id targetedBy(reach: BELOW) { edges { until via { id } node { id } } }
      exemptedFrom(reach: ALL, on: "2025-01-10") { nodes { id } } members { edges { until } } on: members(on: "2025-01-10") { totalCount } } }
    relationships(first: 200, types: [TARGETS], edge: {until: {to: "2025-02-28"}}, orderBy: [{field: UNTIL, direction: DESC}]) { nodes { from { id } until note } }
    held: relationships(first: 200) ${IN_MARCH} { nodes { type from { id } to { id } until } }
    ofBloc: timeline(first: 200, actors: ["country:BB"]) { nodes { date kind node { id } } }
    both: timeline(first: 200, actors: ["country:BB"], commodities: ["magnets"]) { nodes { date kind node { id } } }`,
  filters: `
    rated: measures(filter: {rate: {min: 20}}) { nodes { id } }
    unrated: measures(filter: {not: {rate: {max: 10}}}) { nodes { id } }
    dated: measures(filter: {announcedOn: {to: "2025-01-31"}}) { nodes { id } }
    undated: measures(filter: {inForceFrom: {exists: false}}) { nodes { id } }
    kind: measures(filter: {kind: [TARIFF]}) { nodes { id } }
    title: events(filter: {title: {contains: "call"}}) { nodes { id } }
    status: commitments(filter: {status: [PLEDGED, BREACHED]}) { nodes { id } }
    sure: measures(filter: {targetsWhere: {edge: {certainty: [CONFIRMED], evidence: {minSources: 1}}}}) { nodes { id } }
    ofFirms: measures(filter: {targetsWhere: {edge: {scope: [FIRMS]}}}) { nodes { id } }
    hosted: events(filter: {participantsWhere: {edge: {role: [HOST]}, node: {id: ["country:CN"]}}}) { nodes { id } }
    cheap: measures(filter: {coversWhere: {edge: {newRate: {max: 10}}, node: {id: ["commodity:magnets"]}}}) { nodes { id } }
    notDear: measures(filter: {not: {coversWhere: {edge: {newRate: {min: 20}, priorRate: {max: 0}}}}}) { nodes { id } }
    making: countries(filter: {producesWhere: {edge: {share: {min: 0.6}}}}) { nodes { id } }
    within: events(filter: {concernsWhere: {node: {type: [MEASURE]}}}) { nodes { id } }
    byId: measures(filter: {any: [{targets: ["country:US"]}, {covers: ["commodity:magnets"], reach: ALL}]}) { totalCount }
    byRate: measures(orderBy: [{field: RATE, direction: DESC}]) { nodes { id } }
    byDay: measures(orderBy: [{field: ANNOUNCED_ON}, {field: TITLE, direction: DESC}]) { nodes { id } }
    commodity: country(code: "CN") { targetedBy(reach: ALL) { nodes { id } } }`,
  statuses: `
    measures { nodes { id
      january: statusOn(date: "2025-01-25") { status decidedBy { type since until recordedOn certainty sourceCount node { id } } }
      march: statusOn(date: "2025-03-02") { status decidedBy { type since certainty node { id } } }
    } }
    inForce: measures(filter: {status: {on: "2025-02-20", in: [IN_FORCE, SUSPENDED]}}) { nodes { id } }`,
  timeline: `
    timeline(first: 200) { nodes { date kind node { id } by { id } claims { id } } }
    ofOne: timeline(first: 200, measures: ["m0"]) { nodes { date kind node { id } by { id } } }
    ofGoods: timeline(first: 200, commodities: ["magnets"], actors: ["country:CN"], from: "2025-01-01") { nodes { date kind node { id } } }`,
  changes: `
    changes(first: 200, from: "2024-12-15", to: "2025-02-20") { nodes { kind date node { id } field before after relationship { type to { id } certainty } claims { id } } }
    published: changes(first: 200, from: "2025-01-05", to: "2025-02-20", axis: RECORDED) { nodes { kind date node { id } field before after claims { id } } }`,
  disagreements: `
    disagreements(first: 200) { nodes { about { ... on Node { id } } field otherEnd { id } positions { value claim { id } } } }`,
};

describe("the graph as known on a day", () => {
  const { ask, load, wiped } = emptyEngine();

  it.each(seeds(16))("answers like the graph that only what was published by then was loaded to, random graph %i", async (seed) => {
    const graph = randomGraph(randomOf(seed + 7000));
    await load(fileOf(graph));
    const whole = new Map<string, unknown>();
    const places = ASKED.flatMap((day) => Object.keys(QUESTIONS).map((name) => ({ day, name, at: `${name}, ${day}` })));
    for (const { day, name, at } of places) whole.set(at, await ask(`query @asOf(known: "${day}") { ${QUESTIONS[name]} }`));
    for (const day of ASKED) {
      await wiped();
      await load(fileOf(knownBy(graph, day)));
      for (const { name, at } of places.filter((place) => place.day === day)) {
        expect({ at, answer: whole.get(at) }).toEqual({ at, answer: await ask(`{ ${QUESTIONS[name]} }`) });
      }
    }
  });
});
