import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const THEN = '@asOf(valid: "2025-06-05")';
const MEASURE = "measure:cn-2025-announcement-18";

describe("an @asOf", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded?.close());

  const errorsOf = async (query: string, variables?: Record<string, unknown>) => {
    const { body } = await seeded.send(query, variables);
    const errors = (body.errors ?? []) as {
      message: string;
      path?: unknown;
      locations?: { line: number; column: number }[];
      extensions?: { code?: string };
    }[];
    return errors.map(({ message, path, locations, extensions }) => ({
      message,
      path,
      at: locations?.map(({ column }) => column),
      code: extensions?.code,
    }));
  };
  const codes = async (query: string, variables?: Record<string, unknown>) => (await errorsOf(query, variables)).map(({ code }) => code);

  it.each([
    ["the count of a list", `{ measures { totalCount ${THEN} } }`],
    ["the nodes of a list", `{ measures { nodes ${THEN} { id } } }`],
    ["the edges of a list", `{ measures { edges ${THEN} { node { id } } } }`],
    ["the page information of a list", `{ measures { pageInfo ${THEN} { hasNextPage } } }`],
    ["a part of the page information", `{ measures { pageInfo { hasNextPage ${THEN} } } }`],
    ["a cursor", `{ measures { edges { cursor ${THEN} } } }`],
    ["the count of a list within a node", `{ measures(first: 1) { nodes { targets { totalCount ${THEN} } } } }`],
    ["a cursor of an edge", `{ measures(first: 1) { nodes { targets { edges { cursor ${THEN} } } } } }`],
    [
      "a part of a list, through a fragment",
      `{ measures { ...Count } } fragment Count on MeasureConnection { ... { totalCount ${THEN} } }`,
    ],
    ["the rows of a timeline", `{ timeline { nodes ${THEN} { date } } }`],
    ["a row of a timeline", `{ timeline { edges { node ${THEN} { date } } } }`],
    ["a value of a row", `{ timeline { nodes { date ${THEN} } } }`],
    ["the relationship of a change", `{ changes(from: "2025-06-01", to: "2025-06-05") { nodes { relationship ${THEN} { type } } } }`],
    ["the positions of a disagreement", `{ disagreements { nodes { positions ${THEN} { value } } } }`],
    ["the value of a position", `{ disagreements { nodes { positions { value ${THEN} } } } }`],
    ["the score of a hit", `{ search(text: "ford") { score ${THEN} } }`],
    ["a part of a status", `{ measure(id: "${MEASURE}") { statusOn(date: "2025-06-05") { status ${THEN} } } }`],
    ["what decided a status", `{ measure(id: "${MEASURE}") { statusOn(date: "2025-06-05") { decidedBy ${THEN} { since } } } }`],
    ["a value inside a stored object", `{ events { nodes { figures { value ${THEN} } } } }`],
  ])("is refused on %s", async (_, query) => {
    expect(await codes(query)).toEqual(["BAD_AS_OF"]);
  });

  it("that is refused says where it stands, and where to put it", async () => {
    expect(await errorsOf(`{ list: measures { totalCount ${THEN} } }`)).toEqual([
      {
        message:
          "@asOf can't stand on totalCount: it is a part of a list. Put @asOf on the field that gives the list, once under each alias where days are to be compared.",
        path: ["list"],
        at: [20],
        code: "BAD_AS_OF",
      },
    ]);
    expect((await errorsOf(`{ search(text: "ford") { score ${THEN} } }`))[0]?.message).toBe(
      "@asOf can't stand on score: it is a part of a SearchHit. Put @asOf on the field that gives the SearchHit.",
    );
  });

  it.each([
    ["a root field of one node", `{ measure(id: "${MEASURE}") ${THEN} { id } }`],
    ["a root list", `{ measures(first: 1) ${THEN} { totalCount } }`],
    ["nodes by their ids", `{ nodes(ids: ["${MEASURE}"]) ${THEN} { id } }`],
    ["a search", `{ search(text: "ford") ${THEN} { score } }`],
    ["a list of rows", `{ timeline(first: 1) ${THEN} { totalCount } }`],
    ["a value of a node", `{ measure(id: "${MEASURE}") { id ${THEN} title ${THEN} aliases ${THEN} rate ${THEN} } }`],
    ["a list of a node", `{ measure(id: "${MEASURE}") { targets ${THEN} { totalCount } } }`],
    ["a status", `{ measure(id: "${MEASURE}") { statusOn(date: "2025-06-05") ${THEN} { status } } }`],
    ["the node of an edge", `{ measure(id: "${MEASURE}") { covers { edges { node ${THEN} { id } } } } }`],
    [
      "what an edge says",
      `{ measure(id: "${MEASURE}") { covers { edges { since ${THEN} newRate ${THEN} sourceCount ${THEN} official ${THEN} claims ${THEN} { id } } } } }`,
    ],
    ["what an undated edge says", `{ claims(first: 1) { nodes { about { edges { field ${THEN} } } } } }`],
    ["an edge of a root list", `{ measures(first: 1) { edges { sourceCount ${THEN} } } }`],
    ["what a relationship says", `{ relationships(first: 1) { nodes { type ${THEN} sourceCount ${THEN} from ${THEN} { id } } } }`],
    [
      "the edge that decided a status",
      `{ measure(id: "${MEASURE}") { statusOn(date: "2025-06-05") { decidedBy { sourceCount ${THEN} } } } }`,
    ],
    ["the nodes and claims of a row", `{ timeline(first: 1) { nodes { node ${THEN} { id } by ${THEN} { id } claims ${THEN} { id } } } }`],
    ["the node of a hit", `{ search(text: "ford", first: 1) { node ${THEN} { id } } }`],
    ["the claim of a position", `{ disagreements(first: 1) { nodes { about ${THEN} { id } positions { claim ${THEN} { id } } } } }`],
    ["a type's name", `{ measures(first: 1) { __typename ${THEN} nodes { __typename ${THEN} } } }`],
    [
      "an unused fragment's fields, and those left out",
      `query ($no: Boolean = false) { measures(first: 1) { totalCount nodes @include(if: $no) ${THEN} { id } } }`,
    ],
  ])("is taken on %s", async (_, query) => {
    expect(await errorsOf(query)).toEqual([]);
  });

  it("is refused anywhere in a mutation, which has no day", async () => {
    const refused = [
      `mutation { load(input: { files: [] }) ${THEN} { bundles { name } } }`,
      `mutation { load(input: { files: [] }) { bundles { name ${THEN} } } }`,
      `mutation { load(input: { files: [] }) { ...P } } fragment P on LoadPayload { problems ${THEN} { code } }`,
    ];
    for (const query of refused) expect(await codes(query)).toEqual(["BAD_AS_OF"]);
    // Without one, it is the key that is missing.
    expect(await codes("mutation { load(input: { files: [] }) { bundles { name } } }")).toEqual(["FORBIDDEN"]);
  });

  describe("on fields that answer together", () => {
    const both = (one: string, other: string) =>
      `{ country(code: "EU") { members ${one} { totalCount } members ${other} { nodes { id } } } }`;

    it.each([
      ["one with and one without", both(THEN, "")],
      ["one without and one with", both("", THEN)],
      ["two days", both(THEN, '@asOf(valid: "2025-06-06")')],
      ["a day of the world and one of knowledge", both(THEN, '@asOf(known: "2025-06-05")')],
      ["a day and all of history", both(THEN, "@asOf(valid: null)")],
      ["all of history and what stands above", both("@asOf(valid: null)", "")],
      ["root fields", `{ measures ${THEN} { totalCount } measures { nodes { id } } }`],
      ["root fields, through a fragment", `{ measures ${THEN} { totalCount } ...More } fragment More on Query { measures { totalCount } }`],
      ["leaves", `{ agreements(first: 1) { nodes { status ${THEN} status } } }`],
      ["leaves of an edge", `{ measures(first: 1) { nodes { targets { edges { since ${THEN} ... { since } } } } } }`],
      [
        "fragments that overlap on some types",
        `{ node(id: "${MEASURE}") { ... on Act { claims ${THEN} { totalCount } } ... on Measure { claims { nodes { id } } } } }`,
      ],
      ["fields inside fields that are merged", `{ country(code: "EU") { members { nodes { name ${THEN} } } members { nodes { name } } } }`],
      ["three of them", `{ agreements(first: 1) { nodes { a: status ${THEN} a: status ${THEN} a: status } } }`],
    ])("is refused where they differ: %s", async (_, query) => {
      expect(await codes(query)).toEqual(["BAD_AS_OF"]);
    });

    it("is refused with the response key, the places of all of them, and what to do", async () => {
      expect(await errorsOf(both(THEN, ""))).toEqual([
        {
          message:
            "The fields that answer together under members differ in their @asOf. Give one of them an alias, or all of them the same @asOf.",
          path: ["country"],
          at: [25, 75],
          code: "BAD_AS_OF",
        },
      ]);
    });

    it.each([
      ["the same day", both(THEN, THEN)],
      ["an @asOf that says nothing, and none", both("@asOf", "")],
      ["two aliases", `{ agreements(first: 1) { nodes { status then: status ${THEN} } } }`],
      [
        "fragments that no type has both of",
        `{ node(id: "${MEASURE}") { ... on Firm { claims ${THEN} { totalCount } } ... on Measure { claims { nodes { id } } } } }`,
      ],
    ])("is taken where they agree: %s", async (_, query) => {
      expect(await errorsOf(query)).toEqual([]);
    });

    it("is looked at with every request where variables give the days", async () => {
      const query = `query ($one: Date, $other: Date) { country(code: "EU") { members @asOf(valid: $one) { totalCount } members @asOf(valid: $other) { nodes { id } } } }`;
      const fixed = `query ($one: Date!) { country(code: "EU") { members @asOf(valid: $one) { totalCount } members ${THEN} { nodes { id } } } }`;
      for (const [one, other, expected] of [
        ["2025-06-05", "2025-06-05", []],
        ["2025-06-05", "2025-06-06", ["BAD_AS_OF"]],
        ["2020-01-31", "2020-01-31", []],
        ["2025-06-05", null, ["BAD_AS_OF"]],
        [null, null, []],
        [undefined, undefined, []],
        [undefined, null, ["BAD_AS_OF"]],
        [undefined, "2025-06-05", ["BAD_AS_OF"]],
      ] as const) {
        expect(await codes(query, { one, other }), `${one} and ${other}`).toEqual(expected);
      }
      expect(await codes(fixed, { one: "2025-06-05" })).toEqual([]);
      expect(await codes(fixed, { one: "2025-06-06" })).toEqual(["BAD_AS_OF"]);
      expect(await codes(fixed, { one: "2025-06-05" })).toEqual([]);
    });
  });

  it("on a leaf gives the value of its day beside that of another", async () => {
    const { body } = await seeded.send(
      `{ agreement(id: "agreement:2025-06-london-framework") { now: status before: status @asOf(valid: "2025-06-12") } }`,
    );
    expect(body.data).toEqual({ agreement: { now: "REACHED", before: "IN_PRINCIPLE" } });
  });

  it("of null leads back to all that is known, and to all of history, written or from a variable", async () => {
    const query = `query ($none: Date) @asOf(valid: "2025-06-05", known: "2025-06-05") {
      measure(id: "measure:us-2025-05-eda-letters") { then: endedBy { totalCount } now: endedBy @asOf(known: null, valid: null) { totalCount }
        same: endedBy @asOf(known: $none, valid: $none) { totalCount } } }`;
    const [then, now] = [{ totalCount: 0 }, { totalCount: 1 }];
    expect((await seeded.send(query, { none: null })).body.data).toEqual({ measure: { then, now, same: now } });
    // A variable that is not given says nothing.
    expect((await seeded.send(query)).body.data).toEqual({ measure: { then, now, same: then } });
  });

  it("of a root field hides a node that was not there, as null", async () => {
    const before = '@asOf(valid: "2025-04-03")';
    const query = `{ measure(id: "${MEASURE}") ${before} { id } node(id: "${MEASURE}") ${before} { id } nodes(ids: ["${MEASURE}", "country:CN"]) ${before} { id } }`;
    expect((await seeded.send(query)).body.data).toEqual({ measure: null, node: null, nodes: [null, { id: "country:CN" }] });
  });
});
