import { MAX_MEMBERS } from "../../src/server/cost/prices.ts";
import { type Attack, asks, nested, posts, times } from "./attack.ts";

const list = (count: number) => `[${times(count, (i) => `"commodity:${i}"`)}]`;
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
/** Filtered measures, counted: the filter is a variable. */
const filtered = (filter: unknown) => asks("query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount } }", { filter });
const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const after = (text: string) => asks("query ($after: String) { measures(first: 1, after: $after) { nodes { id } } }", { after: text });
const searched = (text: string) => asks("query ($text: String!) { search(text: $text) { score } }", { text });

/** Arguments and variables: long, deep, many, forged, or in letters that nobody expects. */
export const VALUES: readonly Attack[] = [
  {
    name: "a list with too many members",
    send: asks(`{ measures(filter: { covers: ${list(MAX_MEMBERS + 1)} }) { totalCount } }`),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "a list with too many members in a fragment, deep in a filter",
    send: asks(
      `{ measures(first: 1) { ...M } } fragment M on MeasureConnection { nodes { covers(filter: { not: { any: [{ id: ${list(MAX_MEMBERS + 1)} }] } }) { totalCount } } }`,
    ),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "a list with too many members in a variable",
    send: filtered({ not: { covers: many(MAX_MEMBERS + 1, (i) => `commodity:${i}`) } }),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "a list with too many members in a variable's default",
    send: asks(`query ($ids: [ID!]! = ${list(MAX_MEMBERS + 1)}) { nodes(ids: $ids) { id } }`),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "lists in lists, 1,000 deep, in a variable",
    send: filtered(JSON.parse(`${"[".repeat(1_000)}${"]".repeat(1_000)}`)),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "a filter of as many as may be, each of as many as may be",
    send: filtered({ any: many(MAX_MEMBERS, () => ({ any: many(100, () => ({})) })) }),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "the same with conditions in them",
    send: filtered({ any: many(MAX_MEMBERS, (i) => ({ all: many(15, (j) => ({ title: { contains: `${i} ${j}` } })) })) }),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "500 alternatives of a text",
    send: filtered({ any: many(MAX_MEMBERS, (i) => ({ title: { contains: `${i}x` } })) }),
    expected: "200",
  },
  {
    name: "none of 200 alternatives, and of 200 others in the last of them",
    send: filtered(
      JSON.parse(nested(2, (inner) => `{"not":{"any":[${many(200, (i) => `{"title":{"is":["${i}"]}}`).join()},${inner}]}}`, "{}")),
    ),
    expected: "200",
  },
  {
    name: "a filter nested 60 times",
    send: filtered(JSON.parse(nested(60, (inner) => `{"not":${inner}}`, '{"id":["x"]}'))),
    expected: "400 BAD_FILTER",
  },
  {
    name: "filters nested four levels along edges",
    send: filtered(
      JSON.parse(nested(2, (inner) => `{"coversWhere":{"node":{"coveredByWhere":{"node":${inner}}}}}`, '{"title":{"contains":"9"}}')),
    ),
    expected: "200",
  },
  {
    name: "100 filters that walk edges, side by side",
    send: filtered({ any: many(100, (i) => ({ coversWhere: { node: { name: { contains: String(i) } } } })) }),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "a text of 200,000 letters to look for in every title",
    send: filtered({ title: { contains: "a".repeat(200_000) } }),
    expected: "200",
  },
  {
    name: "a text that regular expressions would stumble over",
    send: filtered({ title: { contains: `${"(a+)+".repeat(200)}$`, startsWith: ".*".repeat(1_000) } }),
    expected: "200",
  },
  {
    name: "a text with quotes, backslashes and Cypher",
    send: filtered({ title: { is: ["'}) DETACH DELETE (n) //", "\\", '"', "`", "$p0", "\\u0027"] } }),
    expected: "200",
  },
  { name: "500 texts of 400 letters", send: filtered({ title: { is: many(MAX_MEMBERS, (i) => `${i}`.repeat(100)) } }), expected: "200" },
  { name: "20,000 accents on one letter", send: filtered({ title: { contains: `e${"\u0301\u0327".repeat(20_000)}` } }), expected: "200" },
  { name: "letters that grow when they are made small", send: filtered({ title: { contains: "İ".repeat(60_000) } }), expected: "200" },
  {
    name: "text that turns its direction, and that nobody sees",
    send: filtered({ title: { contains: "\u202e\u200b\u2066\ufeff".repeat(1_000) } }),
    expected: "200",
  },
  { name: "half a character, and none", send: filtered({ title: { contains: "\ud83e\u0000\uffff" } }), expected: "200" },
  {
    name: "an id of 200,000 letters",
    send: asks("query ($id: ID!) { node(id: $id) { id } }", { id: `measure:${"a".repeat(200_000)}` }),
    expected: "200",
  },
  {
    name: "an id of 200,000 letters and no type",
    send: asks("query ($id: ID!) { node(id: $id) { id } }", { id: "a".repeat(200_000) }),
    expected: "400 BAD_ID",
  },
  {
    name: "200 ids of 1,000 letters that the graph lacks",
    send: asks("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: many(200, (i) => `measure:${i}${"us-2025-".repeat(120)}`) }),
    expected: "200",
  },
  {
    name: "200 ids without a type",
    send: asks("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: many(200, (i) => `us-2025-measure-${i}`) }),
    expected: "400 BAD_ID",
  },
  { name: "500 wrong ids in a filter", send: filtered({ covers: many(MAX_MEMBERS, (i) => `measure:wrong-${i}`) }), expected: "400 BAD_ID" },
  {
    name: "500 ids in a filter that the graph lacks",
    send: filtered({ covers: many(MAX_MEMBERS, (i) => `commodity:no-such-good-${i}`) }),
    expected: "200",
  },
  {
    name: "an id in which two types stand",
    send: asks('{ node(id: "measure:country:../../etc/passwd\\u0000") { id } }'),
    expected: "400 BAD_ID",
  },
  {
    name: "201 nodes by their ids",
    send: asks("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: many(201, (i) => `measure:${i}`) }),
    expected: "400 BAD_PAGE",
  },
  { name: "a cursor of 200,000 letters", send: after("A".repeat(200_000)), expected: "400 BAD_CURSOR" },
  { name: "a cursor that holds 40,000 values", send: after(cursor(many(40_000, () => 1))), expected: "400 BAD_CURSOR" },
  {
    name: "a cursor that is nested 50,000 deep",
    send: after(Buffer.from("[".repeat(50_000) + "]".repeat(50_000)).toString("base64url")),
    expected: "400 BAD_CURSOR",
  },
  { name: "a cursor in letters of another alphabet", send: after("💣".repeat(10_000)), expected: "400 BAD_CURSOR" },
  { name: "a page of 2,147,483,647", send: asks("{ measures(first: 2147483647) { nodes { id } } }"), expected: "400 BAD_PAGE" },
  {
    name: "a page of 9,999,999,999",
    send: asks("{ measures(first: 9999999999) { nodes { id } } }"),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  { name: "a page of -1", send: asks("{ measures(first: -1) { nodes { id } } }"), expected: "400 BAD_PAGE" },
  {
    name: "a page of 1.5",
    send: asks("query ($n: Int) { measures(first: $n) { nodes { id } } }", { n: 1.5 }),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "a page of infinity",
    send: posts('{"query":"query ($n: Int) { measures(first: $n) { nodes { id } } }","variables":{"n":1e400}}'),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "a page of 1 in a text",
    send: asks("query ($n: Int) { measures(first: $n) { nodes { id } } }", { n: "1" }),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "a page in a list",
    send: asks("query ($n: Int) { measures(first: $n) { nodes { id } } }", { n: [1] }),
    expected: "400 BAD_USER_INPUT",
  },
  { name: "a page from both ends", send: asks("{ measures(first: 200, last: 200) { nodes { id } } }"), expected: "400 BAD_PAGE" },
  {
    name: "days that no calendar has",
    send: asks('{ changes(from: "2025-02-30", to: "9999999-12-31") { nodes { date } } }'),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "a day of 100,000 digits",
    send: asks("query ($d: Date!) { measures @asOf(valid: $d) { totalCount } }", { d: "2".repeat(100_000) }),
    expected: "400 BAD_USER_INPUT",
  },
  {
    name: "15,000 variables that are not asked for",
    send: asks("{ __typename }", Object.fromEntries(many(15_000, (i) => [`v${i}`, i]))),
    expected: "200",
  },
  { name: "variables that are a text", send: posts('{"query":"{ __typename }","variables":"x"}'), expected: /^400 / },
  { name: "variables that are a list", send: posts('{"query":"{ __typename }","variables":[1]}'), expected: /^400 / },
  { name: "a query that is a list", send: posts('{"query":["{ __typename }"]}'), expected: /^400 / },
  {
    name: "variables that would change what all objects are",
    send: posts(
      '{"query":"query ($id: ID!) { node(id: $id) { id } }","variables":{"id":"measure:0","__proto__":{"id":"x"},"constructor":{"prototype":{"x":1}}}}',
    ),
    expected: /^(200|400 BAD_REQUEST)$/,
  },
  {
    name: "an operation's name of 200,000 letters",
    send: posts(JSON.stringify({ query: "query A { __typename }", operationName: "B".repeat(200_000) })),
    expected: "400 OPERATION_RESOLUTION_FAILURE",
  },
  {
    name: "extensions of 200,000 letters",
    send: posts(JSON.stringify({ query: "{ __typename }", extensions: { x: "x".repeat(200_000) } })),
    expected: "200",
  },
  {
    name: "a hash that is another query's",
    send: posts(JSON.stringify({ query: "{ __typename }", extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } })),
    expected: /^400 /,
  },
  { name: "a search of 10,000 letters", send: searched("a".repeat(10_000)), expected: "400 BAD_SEARCH" },
  { name: "a search of 500 words", send: searched(times(500, () => "m")), expected: "200" },
  { name: "a search of 90 different words, each misspelt", send: searched(times(90, (i) => `meesure${i}`)), expected: "200" },
  { name: "a search of one word of 1,000 letters", send: searched("measurecommodity".repeat(62)), expected: "200" },
  { name: "a search of signs alone", send: searched('*?~^+-&|!(){}[]"\\/:'.repeat(50)), expected: "200" },
  {
    name: "a search of 1,000 letters of 400 alphabets",
    send: searched(many(900, (i) => String.fromCodePoint(0x400 + i * 20)).join("")),
    expected: "200",
  },
];
