import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
  validateSchema,
} from "graphql";
import { describe, expect, it } from "vitest";
import { DATED, readModel } from "../../src/model/index.ts";

const model = readModel();
const types = Object.values(model.schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

/** Everything of a type that clients can see, by its path. */
function elementsOf(type: GraphQLNamedType): [string, string | null | undefined][] {
  const elements: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    elements.push(...type.getValues().map((v): [string, typeof v.description] => [`${type.name}.${v.name}`, v.description]));
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) elements.push([`${type.name}.${field.name}`, field.description]);
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      elements.push([`${type.name}.${field.name}`, field.description]);
      for (const argument of field.args) elements.push([`${type.name}.${field.name}(${argument.name}:)`, argument.description]);
    }
  }
  return elements;
}

describe("the served schema", () => {
  it("describes every type, field, argument, enum value and input field of the served schema", () => {
    const elements = types.flatMap(elementsOf);
    expect(elements.length).toBeGreaterThan(1_000);
    expect(elements.filter(([, description]) => !description?.trim()).map(([path]) => path)).toEqual([]);
  });

  it("ends each description of the served schema with a full stop", () => {
    const rough = types.flatMap(elementsOf).filter(([, description]) => !/[.…]$/.test(description ?? ""));
    expect(rough).toEqual([]);
  });

  it("serves a valid schema, whose printed text is valid too", () => {
    expect(validateSchema(model.schema)).toEqual([]);
    const printed = buildSchema(printSchema(model.schema));
    expect(validateSchema(printed)).toEqual([]);
    expect(printSchema(printed)).toBe(printSchema(model.schema));
  });

  it("shows nothing of how things are stored in the served schema", () => {
    const printed = printSchema(model.schema);
    expect(printed).not.toMatch(
      /@(node|edge|index|derived|lookup|value|properties|label|computed|rows|moment)\b|directive @(?!asOf)|HierarchyEdge/,
    );
    expect(printed).not.toMatch(/cypher|grafeo|neo4j/i);
  });

  it("has a root list and a root field by id for each node type", () => {
    const query = Object.keys(model.schema.getQueryType()?.getFields() ?? {});
    expect([...model.nodes.keys()]).toEqual([
      "Agency",
      "Agreement",
      "Claim",
      "Commitment",
      "Commodity",
      "Country",
      "Event",
      "Firm",
      "Market",
      "Measure",
      "Person",
      "Source",
    ]);
    for (const node of model.nodes.values()) expect(query).toEqual(expect.arrayContaining([node.singular, node.plural]));
  });

  it("looks countries and commodities up by their codes", () => {
    expect(model.lookups).toEqual([
      { field: "country", type: "Country", by: ["iso2", "iso3", "code"], argument: "code", within: [] },
      {
        field: "commodity",
        type: "Commodity",
        by: ["hsCode"],
        argument: "hsCode",
        within: [{ property: "hsEdition", argument: "edition" }],
      },
    ]);
  });
});

describe("dated edges", () => {
  it("keeps DATED in step with the stored fields of the interface DatedEdge", () => {
    const datedEdge = model.schema.getType("DatedEdge");
    const fields = isInterfaceType(datedEdge) ? Object.values(datedEdge.getFields()) : [];
    const stored = fields.filter(({ name }) => !["sourceCount", "official", "claims"].includes(name));
    expect([...DATED.values()].map(({ name, type }) => [name, type])).toEqual(stored.map(({ name, type }) => [name, String(type)]));
  });
});

describe("the ends of edges", () => {
  const actors = ["Agency", "Country", "Firm", "Person"];
  const subjects = ["Agency", "Agreement", "Commitment", "Commodity", "Country", "Event", "Firm", "Market", "Measure", "Person"];
  const product = (from: readonly string[], to: readonly string[]) => from.flatMap((f) => to.map((t) => `${f}>${t}`)).sort();

  it.each<[string, readonly string[]]>([
    ["PART_OF", ["Agency>Agency", "Agency>Country", "Commodity>Commodity", "Country>Country", "Event>Event", "Measure>Measure"]],
    ["PARTICIPATES_IN", product(actors, ["Agreement", "Event"])],
    ["TARGETS", product(["Measure"], actors)],
    ["IMPOSED_BY", product(["Measure"], ["Agency", "Country"])],
    ["COMMITS", ["Agreement>Commitment"]],
    ["ABOUT", product(["Claim"], subjects)],
  ])("lets %s join the node types that declare it from both sides", (type, pairs) => {
    expect([...(model.edges.get(type)?.pairs ?? [])].sort()).toEqual(pairs);
  });

  it("dates every edge except those of claims", () => {
    const undated = [...model.edges.values()].filter((edge) => !edge.dated).map((edge) => edge.type);
    expect(undated.sort()).toEqual(["ABOUT", "CONTRADICTS", "STATED_IN"]);
  });

  it("gives an interface the edges of its types, with all their targets", () => {
    const seen = model.edgeFields.get("Actor")?.get("participatesIn");
    expect(seen).toMatchObject({ type: "PARTICIPATES_IN", direction: "OUT", to: "Act", targets: ["Agreement", "Event"], closed: true });
    expect(model.edgeFields.get("Authority")?.get("agencies")).toMatchObject({ targets: ["Agency"] });
  });

  it("reads the properties that a relationship type has of its own", () => {
    expect([...(model.edges.get("PARTICIPATES_IN")?.properties.keys() ?? [])]).toEqual(["role"]);
    expect([...(model.edges.get("ABOUT")?.properties.keys() ?? [])]).toEqual(["field", "value", "since"]);
    expect([...(model.edges.get("TARGETS")?.properties.keys() ?? [])]).toEqual(["scope"]);
  });
});
