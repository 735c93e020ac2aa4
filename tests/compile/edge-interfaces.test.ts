import { type GraphQLObjectType, isInterfaceType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { names, readModel } from "../../src/model/index.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const model = readModel();

/** The types of the served schema that are no nodes and implement an interface: edges, and rows that are edges. */
const EDGES = Object.values(model.schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && type.getInterfaces().length > 0 && !model.nodes.has(type.name),
);

/** An edge of each type of which seed/ has none. */
const LACKING = `
bundle: lacking
restsOn: hs-2022-nomenclature
commodities:
  - {id: hs2017-850511, name: Magnets, level: SUBHEADING, hsCode: "850511", hsEdition: "2017", correspondsTo: [{to: hs-850511, since: 2022-01-01}]}
markets:
  - id: us-hs-850511
    name: "US: imports of HS 850511"
    commodity: hs-850511
    importedBy: [{to: US, since: 2023-01-01, until: 2023-12-31, value: 1000, basis: IMPORTER}]
    suppliedBy: [{to: CN, since: 2023-01-01, until: 2023-12-31, value: 700, share: 0.7}]
    claims: [{id: lacking-market, source: lacking-market, certainty: CONFIRMED}]
sources: [{id: lacking-market, title: Trade statistics, reliability: OFFICIAL, publishedOn: 2024-06-01}]
`;

/** The ways to the edges of a type: operations in which EDGE stands for the selection on them. */
function waysTo(type: string): string[] {
  if (type === "Relationship") {
    return [
      "{ relationships(types: [TARGETS], first: 5) { edges { node { EDGE } } } }",
      '{ changes(from: "2025-05-01", to: "2025-06-01", first: 20) { nodes { relationship { EDGE } } } }',
    ];
  }
  if (type === "DecidingEdge") {
    return ['{ measures(filter: {endedByWhere: {}}, first: 5) { nodes { statusOn(date: "2026-03-01") { decidedBy { EDGE } } } } }'];
  }
  if (type === "ScoreEdge")
    return ['{ commitments(filter: {carriedOutByWhere: {}}, first: 5) { nodes { scoreOn(date: "2026-03-01") { by { EDGE } } } } }'];
  if (type === "LayerEdge") {
    return ['{ effectiveRate(importer: "US", exporter: "CN", hsCode: "850511", on: "2025-06-10") { layers { edges { EDGE } } } }'];
  }
  const fields = [...model.nodes.values()].flatMap(({ name, plural }) =>
    [...(model.edgeFields.get(name)?.values() ?? [])].flatMap((edge) =>
      edge.list && names.edge(edge.to, edge.propertiesType) === type
        ? [`{ ${plural}(filter: {${names.where(edge.name)}: {}}, first: 3) { nodes { ${edge.name}(first: 3) { edges { EDGE } } } } }`]
        : [],
    ),
  );
  const roots = [...model.nodes.values()].filter((node) => names.edge(node.name, null) === type);
  return [...fields, ...roots.map(({ plural }) => `{ ${plural}(first: 3) { edges { EDGE } } }`)];
}

/** Every edge of an answer: what holds the mark that each of them was asked for. */
function edgesIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(edgesIn);
  const own = value as Record<string, unknown>;
  return [...("mark" in own ? [own] : []), ...Object.values(own).flatMap(edgesIn)];
}

/** Edges have an interface in common, as nodes have: a client's fragment on it means the same as fields written at each edge. */
describe("a fragment on an interface of edges", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded({ also: [{ name: "lacking.yaml", text: LACKING }] });
  });
  afterAll(() => seeded?.close());

  it("concerns many types of edges, and every interface that they have", () => {
    expect(EDGES.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["ActorEdge", "MeasureCoverageEdge", "Relationship", "DecidingEdge"]),
    );
    expect(EDGES.length).toBeGreaterThan(20);
    const served = Object.values(model.schema.getTypeMap()).filter(isInterfaceType);
    const ofNoNode = served.filter(({ name }) => (model.possible.get(name) ?? []).length === 0);
    expect([...new Set(EDGES.flatMap((type) => type.getInterfaces()))]).toEqual(ofNoNode);
  });

  it.each(EDGES.map(({ name }) => name))(
    "gives of every %s what its fields give, in a fragment with a name, and in fragments inside fragments",
    async (name) => {
      const type = EDGES.find((edge) => edge.name === name);
      let seen = 0;
      for (const way of waysTo(name)) {
        for (const shared of type?.getInterfaces() ?? []) {
          const fields = Object.keys(shared.getFields());
          const asked = (prefix: string) =>
            fields.map((field) => `${prefix}_${field}: ${field}${field === "claims" ? " { id }" : ""}`).join(" ");
          const selection = `mark: __typename ${asked("plain")} ... on ${shared.name} { ${asked("inline")} } ...Named
          ... on ${shared.name} { ... on ${name} { ${asked("inner")} } } ... on ${name} { ... on ${shared.name} { ${asked("outer")} } }`;
          const { body } = await seeded.send(`${way.replace("EDGE", selection)} fragment Named on ${shared.name} { ${asked("named")} }`);
          expect(body.errors, way).toBeUndefined();
          for (const edge of edgesIn(body.data)) {
            const read = (prefix: string) => fields.map((field) => [field, edge[`${prefix}_${field}`]]);
            expect(edge.mark).toBe(name);
            expect(read("plain").every(([, value]) => value !== undefined)).toBe(true);
            for (const prefix of ["inline", "named", "inner", "outer"]) expect(read(prefix), `${prefix}: ${way}`).toEqual(read("plain"));
            seen += 1;
          }
        }
      }
      expect(seen).toBeGreaterThan(0);
    },
  );
});
