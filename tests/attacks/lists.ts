import { type Attack, asks, nested, sends, times } from "./attack.ts";

/** Root lists of the whole graph look at all 80,000 edges: 0.3 to 0.5 s on the embedded engine; beside much other work 1.6 s, and up to 4 s on Neo4j. */
const WHOLE_GRAPH = 5_000;

/** 200 nodes with 40 edges each: 900 KB. */
const LARGE =
  "{ measures(first: 200) { nodes { id title announcedOn covers(first: 200) { edges { since recordedOn certainty node { id name level } } } targets(first: 200) { edges { since node { id name } } } affects(first: 200) { edges { since node { id } } } } } }";

const types = "[TARGETS, COVERS, AFFECTS]";

/** Lists, counts, statuses and searches: much work for few words. */
export const LISTS: readonly Attack[] = [
  {
    name: "300 searches",
    send: asks(`{ ${times(300, (i) => `s${i}: search(text: "measure ${i}") { score }`)} }`),
    // A search costs by the graph's size: of this one, 300 may be asked for.
    within: WHOLE_GRAPH,
    expected: "200",
  },
  {
    name: "as many searches as may be, of as many words as may be",
    send: asks(`{ ${times(40, (i) => `s${i}: search(text: "${times(70, (j) => `measure${i}x${j}`)}", first: 1) { score }`)} }`),
    expected: "200",
    within: WHOLE_GRAPH,
  },
  {
    name: "a search with full pages of full pages below it",
    send: asks(
      '{ search(text: "measure", first: 200) { node { ... on Measure { covers(first: 200) { nodes { coveredBy(first: 200) { totalCount } } } } } } }',
    ),
    expected: "200",
  },
  {
    name: "a page of all relationships",
    send: asks("{ relationships(first: 200) { nodes { since } } }"),
    within: WHOLE_GRAPH,
    expected: "200",
  },
  {
    name: "all relationships with every filter, in every order",
    send: asks(
      `{ relationships(first: 200, types: ${types}, reach: ALL, from: [${times(200, (i) => `"measure:${i}"`)}], to: [${times(200, (i) => `"country:${i}"`)}], edge: { certainty: [CONFIRMED, REPORTED], since: { from: "1990" } }) { totalCount nodes { since } } }`,
    ),
    within: WHOLE_GRAPH,
    expected: "200",
  },
  {
    name: "a page of all relationships, the latest first",
    send: asks("{ relationships(first: 200, orderBy: [{ field: SINCE, direction: DESC }]) { nodes { since } } }"),
    // All 80,000 edges began on one day, and are sorted.
    within: 5_000,
    expected: "200",
  },
  {
    name: "50 pages of all relationships, by day",
    send: asks(`{ ${times(50, (i) => `r${i}: relationships(first: 200, orderBy: [{ field: SINCE }]) { nodes { since } }`)} }`),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "a page of all changes",
    send: asks('{ changes(from: "1990-01-01", to: "2026-01-01", first: 200) { nodes { date } } }'),
    within: WHOLE_GRAPH,
    expected: "200",
  },
  {
    name: "all changes about 20 countries and all they reach, counted, as known on a day",
    send: asks(
      `{ changes(from: "1990-01-01", to: "2026-01-01", known: "2025-12-31", axis: RECORDED, about: [${times(20, (i) => `"country:${i}"`)}], reach: ALL, first: 200) { totalCount nodes { date } } }`,
    ),
    within: WHOLE_GRAPH,
    expected: "200",
  },
  {
    name: "50 pages of all changes",
    send: asks(`{ ${times(50, (i) => `c${i}: changes(from: "1990-01-01", to: "2026-01-01") { nodes { date } }`)} }`),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "100 timelines of everything",
    send: asks(`{ ${times(100, (i) => `t${i}: timeline { nodes { date } }`)} }`),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "a timeline of 200 countries and 200 goods, and all they reach",
    send: asks(
      `{ timeline(first: 200, actors: [${times(200, (i) => `"country:${i}"`)}], commodities: [${times(200, (i) => `"commodity:${i}"`)}], reach: ALL, from: "1990", to: "2030", direction: DESC) { totalCount nodes { date } } }`,
    ),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "disagreements of the whole graph",
    send: asks("{ disagreements(first: 200) { totalCount } }"),
    within: WHOLE_GRAPH,
    expected: "200",
  },
  {
    name: "full pages in full pages in full pages",
    send: asks(
      "{ measures(first: 200) { nodes { covers(first: 200) { nodes { coveredBy(first: 200) { nodes { covers(first: 200) { nodes { id } } } } } } } } }",
    ),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "pages of the default size, eight deep",
    send: asks(`{ measures { nodes { ${nested(4, (inner) => `covers { nodes { coveredBy { nodes { ${inner} } } } }`, "id")} } } }`),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "counts of hubs under many aliases",
    send: asks(
      `{ countries(first: 200) { nodes { ${times(150, (i) => `c${i}: affectedBy(filter: { title: { contains: "${i}" } }) { totalCount }`)} } } }`,
    ),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "what everything below all countries has, for each of them, many times",
    send: asks(`{ countries(first: 200) { nodes { ${times(40, (i) => `a${i}: affectedBy(reach: ALL, first: 0) { totalCount }`)} } } }`),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "200 statuses of a measure",
    send: asks(
      `{ measure(id: "0") { ${times(200, () => 'STATUS: statusOn(date: "2025-01-01") { status }').replaceAll(/STATUS/g, () => `s${Math.random().toString(36).slice(2)}`)} } }`,
    ),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "statuses of a measure on 100 days",
    send: asks(
      `{ measure(id: "0") { ${times(100, (i) => `s${i}: statusOn(date: "2025-01-${String((i % 28) + 1).padStart(2, "0")}") { status }`)} } }`,
    ),
    // A Neo4j that was just started plans so many for longer than a request may take.
    expected: /^(200|504 TIMEOUT)$/,
    within: 15_000,
  },
  {
    name: "full pages of 50 fields that lead on, each to a page of nothing",
    send: asks(`{ measures(first: 200) { nodes { ${times(50, (i) => `c${i}: covers(first: 0) { totalCount }`)} } } }`),
    expected: /^(200|400 QUERY_TOO_EXPENSIVE)$/,
    within: WHOLE_GRAPH,
  },
  {
    name: "as large an answer as may be",
    send: asks(LARGE),
    expected: "200",
    within: WHOLE_GRAPH,
  },
  ...["csv", "jsonl"].map(
    (format): Attack => ({
      name: `the same as ${format}`,
      send: sends(`/graphql?format=${format}`, {
        method: "POST",
        headers: { "content-type": "application/json", "accept-encoding": "gzip" },
        body: JSON.stringify({ query: LARGE }),
      }),
      expected: "200",
      within: WHOLE_GRAPH,
    }),
  ),
  {
    name: "the graph on 60 days",
    send: asks(
      `{ ${times(60, (i) => `d${i}: measures(first: 1) @asOf(valid: "2025-04-${String((i % 28) + 1).padStart(2, "0")}", known: "2025-05-01") { totalCount nodes { id covers { totalCount } } }`)} }`,
    ),
    expected: "200",
    within: WHOLE_GRAPH,
  },
];
