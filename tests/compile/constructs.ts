import type { Variables } from "./statement-of.ts";

/** One construct of the query language: its name, an operation with it and little else, and what must not be read for it. */
export interface Construct {
  readonly query: string;
  readonly variables?: Variables;
  /** Properties that the statement must not name: they were not selected. */
  readonly without?: readonly string[];
}

const cursor = (...place: (string | null)[]) => Buffer.from(JSON.stringify(place)).toString("base64url");
const where = (filter: string) => `{ measures(filter: ${filter}) { nodes { id } } }`;

/** Constructs by what they are; each is compiled, snapshotted, and tried on a real engine. */
export const constructs: Readonly<Record<string, Construct>> = {
  "properties of a node": { query: `{ measure(id: "a") { id title rate aliases } }`, without: ["summary", "kind", "rateUnit"] },
  "one field twice under two aliases, with other arguments": {
    query: `{ country(code: "US") { young: firms(first: 1) { totalCount } old: firms(first: 2, filter: {kind: [PRESS]}) { nodes { id } } } }`,
    without: ["name", "ticker"],
  },
  "fragments on an interface, each type with its own fields": {
    query: `{ event(id: "a") { concerns { nodes { __typename id ...M ... on Firm { ticker } ... on Act { title } ... on Entity { name } } } } }
      fragment M on Measure { rate imposedBy { nodes { id } } }`,
    without: ["summary", "lei", "status"],
  },
  "what is included and what is skipped": {
    query: `query ($yes: Boolean!, $no: Boolean!) { measure(id: "a") { id title @include(if: $yes) rate @include(if: $no) summary @skip(if: $yes) flow @skip(if: $no) } }`,
    variables: { yes: true, no: false },
    without: ["rate", "summary"],
  },
  "a reference to one node": { query: `{ claim(id: "a") { quote source { title } } }`, without: ["publisher", "statement"] },
  "a reference that may be missing": { query: `{ commitment(id: "a") { agreement { title } } }`, without: ["status"] },
  "edges, nodes, page info and count of a list": {
    query: `{ measures { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } nodes { title } } }`,
    without: ["summary"],
  },
  "a page of what ids lead to, and a count": {
    query: `{ measures(first: 3, filter: {covers: ["commodity:hs-85"]}, orderBy: [{field: ANNOUNCED_ON, direction: DESC}]) { totalCount nodes { id title } } }`,
  },
  "a page of what ids lead to, filtered further, and a count": {
    query: `{ measures(first: 3, filter: {covers: ["commodity:hs-85"], kind: [TARIFF]}) { totalCount pageInfo { endCursor } nodes { id covers { totalCount } } } }`,
  },
  "a count alone": { query: "{ measures { totalCount } }", without: ["title"] },
  "a nested list with its edges": {
    query: `{ measure(id: "a") { targets { totalCount edges { cursor since certainty node { id name } } } } }`,
    without: ["until", "note", "title"],
  },
  "the first few after a cursor": {
    query: "query ($after: String) { measures(first: 2, after: $after) { nodes { id } } }",
    variables: { after: cursor("Measure:", "measure:a") },
  },
  "the last few before a cursor": {
    query: "query ($before: String) { measures(last: 2, before: $before) { nodes { id } } }",
    variables: { before: cursor("Measure:", "measure:a") },
  },
  "a cursor of an order of two keys": {
    query: `query ($after: String) { measures(after: $after, orderBy: [{field: ANNOUNCED_ON, direction: DESC}, {field: TITLE}]) { nodes { id } } }`,
    variables: { after: cursor("Measure:ANNOUNCED_ON-TITLE+", null, "t", "measure:a") },
  },
  "an order by a property of the node": { query: "{ measures(orderBy: [{field: ANNOUNCED_ON}]) { nodes { id } } }", without: ["title"] },
  "an order by properties of the edge": {
    query: `{ measure(id: "a") { targets(orderBy: [{field: EDGE_SINCE, direction: DESC}, {field: NAME}]) { nodes { id } } } }`,
  },
  "an order by a property that only this edge has": {
    query: `{ event(id: "a") { participants(orderBy: [{field: EDGE_ROLE}]) { edges { role node { id } } } } }`,
  },
  "a filter by ids": { query: where(`{id: ["measure:a", "measure:b"]}`) },
  "a filter by values of an enum": { query: where("{kind: [TARIFF, BAN]}") },
  "a filter by text": { query: where(`{title: {is: ["a"], contains: "b", startsWith: "c"}}`) },
  "a filter by a list of texts": { query: where(`{aliases: {is: ["a"], contains: "b", startsWith: "c"}}`) },
  "a filter by date": { query: where(`{announcedOn: {is: ["2025"], from: "2025-04-01", to: "2025-06"}}`) },
  "a filter by number": { query: where("{rate: {is: [1], min: 2, max: 3.5}}") },
  "a filter by existence": {
    query: where("{rate: {exists: true}, flow: [EXPORT], aliases: {exists: false}, inForceUntil: {exists: false}}"),
  },
  "a filter by not, any and all": {
    query: where(`{not: {kind: [BAN]}, any: [{kind: [TARIFF]}, {flow: [EXPORT], rate: {min: 1}}], all: [{rate: {max: 9}}, {}]}`),
  },
  "a filter by a list of values of an enum": { query: where("{onlyFor: [MILITARY_END_USE, TRANSIT], not: {notFor: [HUMANITARIAN]}}") },
  "a filter by quotas and by what of a target is meant": {
    query: where(
      `{coversWhere: {edge: {quota: {min: 1}, quotaUnit: [TON], outOfQuotaRate: {exists: true}}}, targetsWhere: {edge: {scope: [FIRMS]}}}`,
    ),
  },
  "who supports an act of any type, and what it answers": {
    query: `{ event(id: "a") { supportedBy { edges { since certainty node { id name } } } opposedBy { totalCount } retaliatesAgainst { nodes { id kind } } } }`,
  },
  "a filter by any of nothing": { query: where("{any: []}") },
  "a filter through an edge by id, with what lies under it": { query: where(`{covers: ["commodity:85"]}`) },
  "a filter through an edge by id, members counted on the node's own day": { query: where(`{targets: ["country:EU"]}`) },
  "a filter through an edge by exactly these ids": { query: where(`{targets: ["country:EU"], reach: EXACT}`) },
  "a filter through an edge by these ids and what they lie under": { query: where(`{targets: ["country:DE"], reach: ABOVE}`) },
  "a filter through an edge by id, below and above": { query: where(`{covers: ["commodity:85"], reach: ALL}`) },
  "a filter through an edge by id, below and above, members counted on a day": {
    query: where(`{targets: ["country:DE"], reach: ALL, on: "2025-06-05"}`),
  },
  "a filter by being a part of nothing": { query: where("{isPart: false, kind: [TARIFF]}") },
  "a list that reaches below": {
    query: `{ commodity(hsCode: "85") { coveredBy(reach: BELOW) { totalCount nodes { id } } producers(reach: BELOW) { nodes { id } } } }`,
  },
  "a list that reaches above and below, and through whom": {
    query: `{ country(code: "DE") { targetedBy(reach: ALL, first: 5) { edges { cursor via { id name } node { id } } } } }`,
    without: ["title"],
  },
  "a list that reaches above as of a day, on an interface": {
    query: `{ event(id: "a") @asOf(valid: "2025-06-05") { participants { nodes { affectedBy(reach: ABOVE) { edges { via { id } node { id } } } } } } }`,
  },
  "a filter through an edge by id, members counted on a day": { query: where(`{targets: ["country:EU"], on: "2025-06-05"}`) },
  "a filter by what an edge leads to": { query: where(`{targetsWhere: {node: {name: {contains: "a"}}}}`) },
  "a filter by an edge alone": {
    query: where(`{targetsWhere: {edge: {since: {from: "2025"}, certainty: [CONFIRMED], note: {exists: false}, claims: ["claim:a"]}}}`),
  },
  "a filter by an edge and what it leads to": {
    query: `{ events(filter: {participantsWhere: {edge: {role: [HOST]}, node: {type: [COUNTRY], participatesIn: ["event:b"]}}}) { nodes { id } } }`,
  },
  "a filter by type on an interface": { query: `{ event(id: "a") { concerns(filter: {type: [MEASURE, COMMODITY]}) { nodes { id } } } }` },
  "a filter on the edges of a list": {
    query: `{ measure(id: "a") { targets(edge: {since: {to: "2025-06"}, certainty: [REPORTED, ALLEGED]}) { nodes { id } } } }`,
  },
  "a list on a day": { query: `{ country(code: "EU") { members(on: "2019-05-01") { totalCount nodes { id } } } }` },
  "the claims of edges": {
    query: `{ measure(id: "a") { targets { edges { claims { quote source { url } } node { id } } } } }`,
    without: ["statement", "publisher"],
  },
  "fields of an edge on a root list": { query: "{ firms { edges { since claims { id } node { id } } } }", without: ["since", "claims"] },
  "small objects stored inside a node": { query: `{ event(id: "a") { figures { name value } } }`, without: ["title"] },
  "any node by its id": { query: `{ node(id: "measure:a") { id ... on Measure { rate } } }`, without: ["title"] },
  "several nodes by their ids": { query: `{ nodes(ids: ["measure:a", "firm:b"]) { __typename id } }`, without: ["name", "title"] },
  "a node by another property": { query: `{ country(code: "CN") { name } }`, without: ["summary"] },
  "a node of one type by its id": { query: `{ firm(id: "firm:a") { name } }`, without: ["ticker"] },
  "an operation as of a day": {
    query: `query @asOf(valid: "2025-06-05", known: "2025-06-30") {
      measure(id: "a") { title targets { totalCount nodes { name } } claims { nodes { id source { title } } } }
    }`,
  },
  "a field as of a day, in an operation as of another": {
    query: `query @asOf(known: "2025-06-30") {
      country(code: "EU") { now: members { totalCount } then: members(filter: {imposes: ["measure:a"]}) @asOf(valid: "2019-01-01") { nodes { id } } }
    }`,
  },
  "the claims of edges as they were known": {
    query: `{ country(code: "EU") { members @asOf(known: "2025-01-01") { edges { claims { id } node { id } } } } }`,
  },
  "a measure's status on a day, and what decided it": {
    query: `{ measures { nodes { statusOn(date: "2025-06-05") { status decidedBy { type since claims { id } node { title } } } } } }`,
  },
  "a filter by status": { query: where(`{status: {on: "2025-06-05", known: "2025-06-30", in: [IN_FORCE, SUSPENDED]}}`) },
  "a filter by evidence, and how much there is": {
    query: `{ measure(id: "a") { targets(edge: {evidence: {minSources: 1, official: false}}) { edges { sourceCount official node { id } } } } }`,
    without: ["title"],
  },
  "evidence as known on a day": {
    query: `query @asOf(known: "2025-06-30") { measure(id: "a") { targets(edge: {evidence: {maxSources: 1}}) { edges { sourceCount } } } }`,
    without: ["title"],
  },
  "certainty and claims of edges as known on a day": {
    query: `query @asOf(known: "2025-06-30") {
      measure(id: "a") { targets(edge: {certainty: [CONFIRMED], claims: ["claim:a"]}) { edges { certainty note } } }
    }`,
    without: ["title"],
  },
  "a value as known on a day, filtered and ordered by": {
    query: `query @asOf(known: "2025-06-30") { measures(filter: {rate: {min: 10}}, orderBy: [{field: RATE}]) { nodes { rate title } } }`,
  },
  "a timeline": {
    query: `{ timeline(measures: ["measure:a"], kinds: [SUSPENDED, ENDED], from: "2025", to: "2025-06", first: 5) { totalCount nodes { date kind node { id title } by { id } claims { id } } } }`,
  },
  "a timeline of actors and commodities": {
    query: `{ timeline(actors: ["country:US"], commodities: ["commodity:b"], direction: DESC) { edges { cursor node { date } } } }`,
  },
  "the timelines of nodes of several types": {
    query: `{ nodes(ids: ["measure:a", "country:US"]) { id ... on Measure { timeline(first: 3) { nodes { date } } } ... on Country { timeline(first: 3, from: "2025", to: "2025-06") { totalCount } } } }`,
  },
  "what changed": {
    query: `{ changes(from: "2025-06-01", to: "2025-06-30") { nodes { node { id } kind date relationship { type to { id } } field before after claims { id } } } }`,
  },
  "what sources added about something": {
    query: `{ changes(from: "2025-06-01", to: "2025-06-30", axis: RECORDED, about: ["measure:a"], known: "2025-07-01") { totalCount } }`,
  },
  "where sources disagree, in the whole graph": { query: "{ disagreements(first: 3) { totalCount nodes { about { id } field } } }" },
  "where sources disagree": {
    query: `{ disagreements(about: ["measure:a"]) { nodes { about { id } field positions { value claim { statement } } } } }`,
    without: ["quote"],
  },
  "edges by themselves": {
    query: `{ relationships(types: [TARGETS], to: ["country:US"], edge: {evidence: {maxSources: 1}}, orderBy: [{field: SINCE}]) { nodes { type from { id } since claims { id } } } }`,
  },
  "the rate of a line": {
    query: `{ effectiveRate(importer: "US", exporter: "CN", hsCode: "850511", on: "2025-06-10") { total layers { measure { id } state } } }`,
    without: ["title", "certainty"],
  },
  "the rate of a line over a span, as it was known, with what it rests on": {
    query: `{ effectiveRates(importer: "US", exporter: "CN", hsCode: "850511", from: "2025-01-01", to: "2025-12-31", known: "2026-01-01") { from until goods { name } notHeld layers(in: [COUNTS]) { through { id } status { status decidedBy { node { id } } } inFavourOf { id } edges { type measure { id } node { id } claims { id } } } } }`,
    without: ["title"],
  },
  "how a commitment stood on a day, and by which acts": {
    query: `{ commitments { nodes { scoreOn(date: "2025-08-01") { standing since by { type node { id } } } } } }`,
    without: ["title", "certainty"],
  },
  "all edges of a type, with their count": {
    query: `{ relationships(types: [TARGETS], first: 5) { totalCount nodes { type from { id } to { id } } } }`,
  },
  "all edges, the latest first": {
    query: `query ($after: String) { relationships(orderBy: [{field: SINCE, direction: DESC}], after: $after) { nodes { type since } } }`,
  },
  "the last entries of the whole timeline": {
    query: `{ timeline(last: 5, kinds: [STATEMENT, ENDED]) { nodes { date kind node { id } } } }`,
  },
  "a search": { query: `{ search(text: "rare earths") { score node { id ... on Entity { name } } } }`, without: ["title"] },
  "a search whose hits have lists filtered by what lies under an id": {
    query: `{ search(text: "china") { node { ... on Country { imposes(filter: {covers: ["commodity:hs-28"]}) { totalCount } } } } }`,
  },
  "a search with its nodes under two aliases": { query: `{ search(text: "ford") { a: node { id } b: node { id } score } }` },
  "a search as of a day": { query: `{ search(text: "ford") @asOf(valid: "2025-06-05", known: "2025-06-30") { node { id } } }` },
  "a value of a node on two days": {
    query: `{ agreement(id: "a") { status then: status @asOf(valid: "2025-06-12") always: status @asOf(valid: null) } }`,
  },
  "more lists of a node than stand in a row": {
    query: `{ measure(id: "a") { ${Array.from({ length: 18 }, (_, i) => `l${i}: targets { totalCount }`).join(" ")} } }`,
  },
  "a search among types": {
    query: `{ search(text: "magnets", types: [COMMODITY], first: 5) { node { ... on Commodity { hsCode partOf { nodes { id } } } } } }`,
  },
};
