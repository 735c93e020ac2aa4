import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ModelError, type ModelProblem, readModel } from "../../src/model/index.ts";

/** A schema of two types and an edge, one definition a line, so that each test can spoil one of its lines. */
const TINY = [
  "scalar PartialDate",
  `type Query { "A ship by its call sign." shipByCall("The call sign." call: String!): Ship @lookup(by: ["call"]) }`,
  `interface Node { "The id." id: ID! }`,
  `interface Named implements Node { "Its name." name: String! }`,
  `type Stay @properties { "The berth." berth: String }`,
  `enum Flag { "Any." ANY }`,
  `type Ship implements Node & Named @node(prefix: "ship", plural: "ships", names: ["name"], date: "builtOn") {`,
  `  "Its call sign." call: String @index`,
  `  "When built." builtOn: PartialDate`,
  `  "Its flag." flag: Flag`,
  `  "Where it calls." callsAt: [Port!]! @edge(type: "CALLS_AT", direction: OUT, properties: "Stay")`,
  "}",
  `type Port implements Node & Named @node(prefix: "port", plural: "ports", search: ["name"]) {`,
  `  "Ships that call." callers: [Ship!]! @edge(type: "CALLS_AT", direction: IN, properties: "Stay")`,
  "}",
  `"Where a page stands." type PageInfo { "More after." hasNextPage: Boolean! "More before." hasPreviousPage: Boolean! "First." startCursor: String "Last." endCursor: String }`,
  `"What edges say." interface DatedEdge { "Begin." since: PartialDate }`,
  `"Which way." enum SortDirection { "Up." ASC "Down." DESC }`,
  `"How sure." enum Certainty { "Sure." CONFIRMED }`,
  `"Of a text." input TextFilter { "Equal." is: [String!] }`,
  `"Of a date." input DateFilter { "Equal." is: [PartialDate!] }`,
  `"Of evidence." input EvidenceFilter { "So many." minSources: Int }`,
  `"A day." scalar Date`,
];

describe("a schema that can't be read as a graph", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "trade-graph-model-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Reads the tiny schema with one text put in another's place. */
  function read(text: string, replacement: string) {
    const sdl = TINY.join("\n");
    if (text !== "" && sdl.split(text).length !== 2) throw new Error(`The tiny schema holds ${JSON.stringify(text)} not exactly once.`);
    writeFileSync(
      join(folder, "tiny.graphql"),
      sdl.replace(text, () => replacement),
    );
    return readModel(folder);
  }

  function problemsOf(text: string, replacement: string): readonly ModelProblem[] {
    try {
      read(text, replacement);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      expect(error.message).toBe(
        ["The schema can't be read as a graph:", ...error.problems.map((p) => `  ${p.place}: ${p.message}`)].join("\n"),
      );
      return error.problems;
    }
    return [];
  }

  it("reads the tiny schema as it stands without a fault", () => {
    expect([...read("", "").nodes.keys()]).toEqual(["Port", "Ship"]);
  });

  it.each<[string, string, string, string, string]>([
    [
      "a property of an unknown type",
      "builtOn: PartialDate",
      "builtOn: Day",
      "9:3",
      "Day is no scalar, enum or @value type. A field that leads to other nodes needs @edge.",
    ],
    [
      "an edge without @edge",
      `callsAt: [Port!]! @edge(type: "CALLS_AT", direction: OUT, properties: "Stay")`,
      "callsAt: [Port!]!",
      "11:3",
      "Port is no scalar, enum or @value type. A field that leads to other nodes needs @edge.",
    ],
    [
      "an edge to an unknown type",
      "callsAt: [Port!]!",
      "callsAt: [Harbour!]!",
      "11:3",
      "Harbour is no node type or interface: an edge leads to nodes.",
    ],
    [
      "an edge type in small letters",
      `(type: "CALLS_AT", direction: OUT`,
      `(type: "callsAt", direction: OUT`,
      "11:39",
      `@edge(type:) names the relationship in capitals, such as "IMPOSED_BY".`,
    ],
    ["a direction that is none", "direction: OUT", "direction: UP", "11:39", "@edge(direction:) is OUT, IN or BOTH."],
    [
      "an edge without its other end",
      `(type: "CALLS_AT", direction: IN`,
      `(type: "CALLED_BY", direction: IN`,
      "11:3",
      `No type of Port has the other end: a field with @edge(type: "CALLS_AT", direction: IN) that leads to Ship.`,
    ],
    [
      "both ends going the same way",
      "direction: IN",
      "direction: OUT",
      "14:3",
      `No type of Ship has the other end: a field with @edge(type: "CALLS_AT", direction: IN) that leads to Port.`,
    ],
    [
      "an unknown @properties type",
      `direction: OUT, properties: "Stay"`,
      `direction: OUT, properties: "Visit"`,
      "11:39",
      "There is no type Visit with @properties.",
    ],
    [
      "ends that differ in properties",
      `direction: IN, properties: "Stay"`,
      "direction: IN",
      "11:3",
      "Every field of the edge CALLS_AT must have the same properties and the same dated.",
    ],
    [
      "a cause that is neither end",
      `direction: OUT, properties: "Stay")`,
      `direction: OUT, properties: "Stay") @causal(cause: BOTH)`,
      "11:99",
      "@causal(cause:) is FROM or TO.",
    ],
    [
      "a cause without an edge",
      `"When built." builtOn: PartialDate`,
      `"When built." builtOn: PartialDate @causal(cause: TO)`,
      "9:38",
      "@causal stands beside @edge: it says which end of the edge is the cause.",
    ],
    [
      "two ends that are both the cause",
      `@edge(type: "CALLS_AT", direction: IN, properties: "Stay")\n}`,
      `@edge(type: "CALLS_AT", direction: IN, properties: "Stay") @causal(cause: FROM)\n  "Guests." guests: [Ship!]! @edge(type: "CALLS_AT", direction: IN, properties: "Stay") @causal(cause: TO)\n}`,
      "15:3",
      "Every @causal of the edge CALLS_AT must name the same end as the cause.",
    ],
    ["an unknown property to search", `search: ["name"]`, `search: ["harbour"]`, "13:35", "Port has no property harbour."],
    ["an unknown property for names", `names: ["name"]`, `names: ["nickname"]`, "7:35", "Ship has no property nickname."],
    ["an unknown property for the date", `date: "builtOn"`, `date: "launchedOn"`, "7:35", "Ship has no property launchedOn."],
    [
      "a hierarchy without its edge",
      `search: ["name"]`,
      "hierarchy: PART_OF",
      "13:35",
      `Port has no field with @edge(type: "PART_OF", direction: OUT) to make a hierarchy of.`,
    ],
    ["a prefix that stands twice", `prefix: "port"`, `prefix: "ship"`, "7:35", "Port has the prefix or plural of Ship already."],
    ["a plural that stands twice", `plural: "ports"`, `plural: "ships"`, "7:35", "Port has the prefix or plural of Ship already."],
    ["a prefix that is no word", `prefix: "port"`, `prefix: "port:"`, "13:35", "@node(prefix:) is a lower-case word."],
    [
      "an interface's field repeated",
      `"Its call sign." call: String @index`,
      `"Its call sign." call: String @index "Its name." name: String!`,
      "8:40",
      "Ship has the field name from an interface already.",
    ],
    [
      "an unknown interface",
      "type Port implements Node & Named",
      "type Port implements Node & Name",
      "13:29",
      "There is no interface Name.",
    ],
    [
      "a look-up by a property without @index",
      "call: String @index",
      "call: String",
      "2:90",
      "@lookup needs an @index property of Ship; call is none.",
    ],
    [
      "a unique property without @index",
      `"Its name." name: String! }`,
      `"Its name." name: String! @unique }`,
      "4:61",
      "@unique needs @index beside it: every load looks its values up.",
    ],
    [
      "a key told apart by an unknown property",
      "call: String @index",
      `call: String @index @unique(within: ["sign"])`,
      "7:35",
      "Ship has no property sign.",
    ],
    ["a look-up by an unknown property", `by: ["call"]`, `by: ["sign"]`, "2:90", "@lookup needs an @index property of Ship; sign is none."],
    ["a look-up without an argument", `("The call sign." call: String!)`, "", "2:14", "A field with @lookup has exactly one argument."],
    [
      "one @value where a list belongs",
      `enum Flag { "Any." ANY }`,
      `type Flag @value { "Its name." name: String! }`,
      "10:3",
      "A @value field is a list: write [Flag!]!.",
    ],
    [
      "a union of something else than nodes",
      `enum Flag { "Any." ANY }`,
      `enum Flag { "Any." ANY } union Any = Ship | Stay`,
      "6:26",
      "Stay is no node type; a union joins node types.",
    ],
    [
      "a plural that is a root field",
      `plural: "ports"`,
      `plural: "shipByCall"`,
      "13:35",
      "shipByCall is a root field already (schema/tiny.graphql:2:14): choose another plural.",
    ],
    [
      "a type whose own root field is another's",
      `"The call sign." call: String!): Ship @lookup(by: ["call"])`,
      `"The call sign." call: String!): Ship "Any port." port: Port`,
      "13:1",
      "port is a root field already (schema/tiny.graphql:2:90): choose another name for the type.",
    ],
    [
      "a plural that seed files use",
      `plural: "ports"`,
      `plural: "restsOn"`,
      "13:35",
      "restsOn is what seed files call something else: choose another name.",
    ],
    ["a syntax error", "scalar PartialDate", "scalar scalar PartialDate", "1:15", `Syntax Error: Unexpected Name "PartialDate".`],
  ])("reports the fault with its place and what to do: %s", (_, text, replacement, place, message) => {
    const problems = problemsOf(text, replacement);
    expect(problems).toContainEqual({ place: `schema/tiny.graphql:${place}`, message });
    expect(problems.every((p) => /^schema\/tiny\.graphql:\d+:\d+$/.test(p.place))).toBe(true);
  });

  it.each([
    ...["bundle", "stated", "history", "unclaimed", "unclaimedUntil", "searchText", "searchNames", "sourceId", "official"].map((name) => [
      name,
      "the loader stores beside a node's properties",
    ]),
    ...["type", "not", "any", "all", "reach", "on", "isPart"].map((name) => [name, "filters have beside a type's properties"]),
    ...["edges", "nodes", "node", "cursor", "pageInfo", "totalCount"].map((name) => [name, "a list and its pages are called by"]),
  ])("has a property of a node be called otherwise than %s", (name, use) => {
    expect(problemsOf(`"Its flag." flag: Flag`, `"Its flag." ${name}: Flag`)).toContainEqual({
      place: "schema/tiny.graphql:10:3",
      message: `${name} is what ${use}: choose another name.`,
    });
  });

  it.each([
    ...["bundles", "stated", "evidence"].map((name) => [name, "the loader stores beside an edge's properties"]),
    ...["id", "type", "from", "to", "claims", "sourceCount", "official", "via"].map((name) => [
      name,
      "records and answers have of every edge",
    ]),
    ...["since", "until", "recordedOn", "certainty", "note"].map((name) => [name, "every dated edge says of itself"]),
    ...["edges", "nodes", "node", "cursor"].map((name) => [name, "a list and its pages are called by"]),
  ])("has a property of an edge be called otherwise than %s, and says so once", (name, use) => {
    expect(problemsOf(`"The berth." berth: String`, `"The berth." ${name}: String`)).toEqual([
      { place: "schema/tiny.graphql:5:25", message: `${name} is what ${use}: choose another name.` },
    ]);
  });

  it("reserves nothing that the schema of this project uses", () => {
    expect(() => readModel()).not.toThrow();
  });

  it("reports all faults of a schema at once", () => {
    const faults = problemsOf(TINY[7] ?? "", `  "Its call sign." call: Call\n  "Its crew." crew: Crew`);
    expect(faults.map((p) => p.message)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("Call is no scalar"),
        expect.stringContaining("Crew is no scalar"),
        expect.stringContaining("@lookup needs"),
      ]),
    );
  });

  it("reports the syntax errors of every schema file", () => {
    writeFileSync(join(folder, "other.graphql"), "type {");
    expect(problemsOf("scalar PartialDate", "scalar").map((p) => p.place)).toEqual(["schema/other.graphql:1:6", "schema/tiny.graphql:2:6"]);
    rmSync(join(folder, "other.graphql"));
  });
});
