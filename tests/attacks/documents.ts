import { getIntrospectionQuery } from "graphql";
import { MAX_DEPTH } from "../../src/server/cost/prices.ts";
import { type Attack, asks, nested, posts, times } from "./attack.ts";

/** Fragments each of which asks twice for the next: 2^n subqueries in a text of n lines. */
const doubling = (levels: number, page: string) =>
  times(
    levels,
    (i) => `fragment F${i} on Event { a: causes(${page}) { nodes { ...F${i + 1} } } b: causes(${page}) { nodes { ...F${i + 1} } } }`,
  );
const introspection = getIntrospectionQuery();

/** Documents that are hard to read, to check, to reckon or to plan. */
export const DOCUMENTS: readonly Attack[] = [
  {
    name: "fragments that double the statement with each level, by pages of nothing",
    send: asks(`{ events(first: 1) { nodes { ...F0 } } } ${doubling(11, "first: 0")} fragment F11 on Event { id }`),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "the same, deeper than an operation may be",
    send: asks(`{ events(first: 1) { nodes { ...F0 } } } ${doubling(15, "first: 0")} fragment F15 on Event { id }`),
    expected: "400 QUERY_TOO_DEEP",
  },
  {
    name: "fragments in a circle",
    send: asks(`{ ...F0 } ${times(300, (i) => `fragment F${i} on Query { ...F${(i + 1) % 300} }`)}`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "fragments in a circle through fields",
    send: asks(
      "{ events { nodes { ...A } } } fragment A on Event { causes { nodes { ...B } } } fragment B on Event { causes { nodes { ...A } } }",
    ),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "fragments each of which spreads all that follow",
    send: asks(
      `{ events(first: 1) { nodes { ...F0 } } } ${times(60, (i) => `fragment F${i} on Event { id ${times(59 - i, (j) => `...F${i + j + 1}`)} }`)}`,
    ),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "one fragment spread 2,000 times",
    send: asks(`{ ${times(2_000, () => "...F")} } fragment F on Query { measures(first: 1) { nodes { id } } }`),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "one field 4,900 times",
    send: asks(`{ event(id: "x") { ${times(4_900, () => "id")} } }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "one list 600 times, with a field of its own each",
    send: asks(`{ events { nodes { ${times(600, () => "causes { totalCount }")} } } }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "one list many times with other arguments each, a conflict for each pair",
    send: asks(`{ events { nodes { ${times(450, (i) => `causes(first: ${i % 200}) { totalCount }`)} } } }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "lists in lists, each written twelve times over",
    send: asks(`{ events { nodes { ${nested(2, (inner) => times(12, () => `causes { nodes { ${inner} } }`), "id")} } } }`),
    expected: "200",
  },
  {
    name: "a directive 1,600 times on one field",
    send: asks(`{ __typename ${times(1_600, () => "@include(if: true)").slice(0, 30_000)} }`),
    expected: /^400 GRAPHQL_(VALIDATION|PARSE)_FAILED$/,
  },
  {
    name: "800 aliases, a directive each",
    send: asks(`query ($yes: Boolean = true) { ${times(500, (i) => `a${i}: __typename @include(if: $yes) @skip(if: false)`).slice(0)} }`),
    expected: /^(200|400 GRAPHQL_PARSE_FAILED)$/,
  },
  {
    name: "1,600 directives that nobody knows",
    send: asks(`{ __typename ${times(1_600, (i) => `@inclide${i}`)} }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "4,000 fields that nobody knows, each to be compared with all there are",
    send: asks(`{ measures { nodes { ${times(4_000, (i) => `announcedOnThatDayOrSo${i}`)} } } }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "800 types that nobody knows, each to be compared with all there are",
    send: asks(`{ measures { nodes { ${times(800, (i) => `... on MeasureTargetEdgeOrderFeild${i} { id }`)} } } }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "1,000 filters that nobody knows, each to be compared with all there are",
    send: asks(`{ measures(filter: { ${times(1_000, (i) => `retaliatesAgainstWhre${i}: 1`)} }) { totalCount } }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "1,600 enum values that nobody knows",
    send: asks(`{ measures(filter: { kind: [${times(1_600, (i) => `EXPORT_LICENSNG${i}`)}] }) { totalCount } }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "1,000 fragments that nobody spreads",
    send: asks(`{ __typename } ${times(500, (i) => `fragment F${i} on Query { __typename }`)}`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "1,000 operations, none of them named",
    send: asks(times(1_000, (i) => `query Q${i} { __typename }`)),
    expected: "400 OPERATION_RESOLUTION_FAILURE",
  },
  {
    name: "60 dear operations, of which a cheap one is named",
    send: posts(
      JSON.stringify({
        query: `query Cheap { __typename } ${times(60, (i) => `query Q${i} { measures(first: 200) { nodes { covers(first: 200) { nodes { coveredBy(first: 200) { totalCount } } } } } }`)}`,
        operationName: "Cheap",
      }),
    ),
    expected: "200",
  },
  {
    name: "1,000 variables that nobody uses",
    send: asks(`query (${times(1_000, (i) => `$v${i}: Int`)}) { __typename }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "a type 2,400 lists deep",
    send: asks(`query ($v: ${"[".repeat(2_400)}Int${"]".repeat(2_400)}) { __typename }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "2,400 levels of fields",
    send: asks(`${"{ a ".repeat(2_400)}${"}".repeat(2_400)}`),
    expected: "400 GRAPHQL_PARSE_FAILED",
  },
  {
    name: "2,400 levels of fragments in each other",
    send: asks(`{ ${"... { ".repeat(1_600)} __typename ${"}".repeat(1_600)} }`),
    expected: /^(200|400 QUERY_TOO_DEEP|400 GRAPHQL_PARSE_FAILED)$/,
  },
  {
    name: "2,400 lists in each other as a value",
    send: asks(`{ measures(filter: { covers: ${"[".repeat(2_400)}${"]".repeat(2_400)} }) { totalCount } }`),
    expected: "400 GRAPHQL_PARSE_FAILED",
  },
  {
    name: "1,200 filters in each other",
    send: asks(`{ measures(filter: ${nested(1_200, (inner) => `{ not: ${inner} }`, "{}")}) { totalCount } }`),
    expected: "400 BAD_USER_INPUT",
  },
  { name: "a comment of 250 KB", send: asks(`{ __typename } # ${"x".repeat(250_000)}`), expected: "200" },
  { name: "250,000 commas", send: asks(`{ __typename ${",".repeat(250_000)} }`), expected: "200" },
  { name: "a name of 250,000 letters", send: asks(`{ ${"n".repeat(250_000)}: __typename }`), expected: "200" },
  {
    name: "a field of 250,000 letters that nobody knows",
    send: asks(`{ ${"n".repeat(250_000)} }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  { name: "250,000 braces", send: asks("{".repeat(250_000)), expected: "400 GRAPHQL_PARSE_FAILED" },
  {
    name: "a number of 200,000 digits",
    send: asks(`{ events(first: ${"9".repeat(200_000)}) { totalCount } }`),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  { name: "a text that is never closed", send: asks(`{ search(text: "${"x".repeat(200_000)}`), expected: "400 GRAPHQL_PARSE_FAILED" },
  {
    name: "a block of 100,000 lines",
    send: asks(`{ search(text: """${"\n ".repeat(80_000)}""") { score } }`),
    expected: /^(200|400 BAD_USER_INPUT)$/,
  },
  {
    name: "names that JavaScript's objects have already",
    send: asks(
      '{ constructor: measure(id: "x") { id } toString: measure(id: "x") { id } hasOwnProperty: __typename __proto__: measure(id: "x") { __proto__: id } }',
    ),
    expected: "200",
  },
  { name: "letters that only look like a field's", send: asks("{ mеasures { totalCount } }"), expected: "400 GRAPHQL_PARSE_FAILED" },
  { name: "a subscription", send: asks("subscription { measures { totalCount } }"), expected: /^400 / },
  {
    name: "200 loads without a key",
    send: asks(`mutation { ${times(200, (i) => `l${i}: load(input: { files: [] }) { recomputed }`)} }`),
    expected: "403 FORBIDDEN",
  },
  {
    name: "100 introspections",
    send: asks(
      `query { ${times(100, (i) => `s${i}: __schema { ...S }`)} } fragment S on __Schema { types { name fields { name args { name type { name ofType { name } } } } } }`,
    ),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  { name: "one introspection, as tools ask it", send: asks(introspection), expected: "200" },
  {
    name: "introspection by fragments that double",
    send: asks(
      `{ __schema { types { ...T0 } } } ${times(14, (i) => `fragment T${i} on __Type { a: ofType { ...T${i + 1} } b: ofType { ...T${i + 1} } }`)} fragment T14 on __Type { name }`,
    ),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "introspection 1,000 types deep",
    send: asks(`{ __schema { types { ${nested(1_000, (inner) => `ofType { ${inner} }`, "name")} } } }`),
    expected: "400 QUERY_TOO_EXPENSIVE",
  },
  {
    name: "the fields of the fields of all types",
    send: asks("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"),
    expected: "400 GRAPHQL_VALIDATION_FAILED",
  },
  {
    name: "more levels than an operation may have",
    send: asks(
      `{ measures(first: 1) { nodes { ${nested(MAX_DEPTH / 2, (inner) => `extends(first: 1) { nodes { ... on Measure { ${inner} } } }`, "id")} } } }`,
    ),
    expected: "400 QUERY_TOO_DEEP",
  },
];
