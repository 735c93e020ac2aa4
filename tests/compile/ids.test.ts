import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { names, readModel } from "../../src/model/index.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";

const model = readModel();
const nodeTypes = [...model.nodes.values()];
const prefixOf = (type: string) => model.nodes.get(type)?.prefix ?? "";

/** Every edge field that a filter of a node type can name. */
const edges = nodeTypes.flatMap((type) => [...type.edges.values()].map((edge) => ({ type, edge, name: `${type.name}.${edge.name}` })));

/** With which reach an id of a type may stand for what edges lead to that lead to other types: agencies lie under countries, all else among its own. */
function reachOf(targets: readonly string[], type: string): string[] {
  if (type === "Country" && targets.includes("Agency")) return ["BELOW", "ALL"];
  if (type === "Agency" && targets.includes("Country")) return ["ABOVE", "ALL"];
  return [];
}

/** Whether a filter with an edge to these types takes `reach`. */
const canReach = (targets: readonly string[]) => targets.some((target) => ["Country", "Agency", "Commodity"].includes(target));

describe("ids in arguments", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  /** The count of a list with a filter, or the code of its refusal. */
  async function counted(plural: string, type: string, filter: Record<string, unknown>): Promise<unknown> {
    const source = `query ($f: ${names.filter(type)}) { it: ${plural}(filter: $f) { totalCount } }`;
    const [code] = await open.codes(source, { f: filter });
    return code ?? ((await open.ask(source, { f: filter })).it as { totalCount: number }).totalCount;
  }

  it.each(edges)(
    "of a filter by $name may be short where one type is possible, and are none of types it never leads to",
    async ({ type, edge }) => {
      const by = (filter: Record<string, unknown>) => counted(type.plural, type.name, filter);
      const [only = ""] = edge.targets;
      expect(await by({ [edge.name]: ["x"] })).toBe(edge.targets.length === 1 ? 0 : "BAD_ID");
      expect(await by({ [edge.name]: [`${prefixOf(only)}:x`] })).toBe(0);
      for (const { name, prefix } of nodeTypes) {
        const fits = edge.targets.includes(name);
        const reaches = reachOf(edge.targets, name);
        expect(await by({ [edge.name]: [`${prefix}:x`] }), prefix).toBe(fits || reaches.includes("BELOW") ? 0 : "BAD_ID");
        if (fits || !canReach(edge.targets)) continue;
        for (const reach of ["EXACT", "ABOVE", "ALL"]) {
          const expected = reaches.includes(reach) ? 0 : "BAD_ID";
          expect(await by({ [edge.name]: [`${prefix}:x`], reach }), `${prefix} ${reach}`).toBe(expected);
        }
      }
    },
  );

  it("may be of what reaches the type that an edge leads to", async () => {
    // The Bureau belongs to the Department, and that to the United States.
    expect(await counted("countries", "Country", { agencies: ["country:US"] })).toBe(1);
    expect(await counted("countries", "Country", { agencies: ["us-commerce"] })).toBe(1);
    expect(await counted("countries", "Country", { agencies: ["us-bis"] })).toBe(0);
    expect(await counted("countries", "Country", { agencies: ["us-bis"], reach: "ABOVE" })).toBe(1);
    expect(await counted("countries", "Country", { agencies: ["country:US"], reach: "ALL" })).toBe(1);
  });

  it.each([
    ["filter by id", "{ it: measures(filter: {id: [ID]}) { totalCount } }", "measure:m01", 1],
    [
      "filter by id of an interface",
      `{ it: event(id: "call") { concerns(filter: {id: [ID]}) { totalCount } } }`,
      "measure:m01",
      { totalCount: 1 },
    ],
    ["node by id", "{ it: measure(id: ID) { id } }", "measure:m01", { id: "measure:m01" }],
    ["edge by claims", "{ it: measures(filter: {targetsWhere: {edge: {claims: [ID]}}}) { totalCount } }", "claim:b", 3],
    ["edges of a list by claims", `{ it: person(id: "t") { offices(edge: {claims: [ID]}) { totalCount } } }`, "claim:a", { totalCount: 1 }],
    ["timeline of measures", "{ it: timeline(measures: [ID], kinds: [ANNOUNCED]) { totalCount } }", "measure:m02", 3],
    ["timeline of commodities", "{ it: timeline(commodities: [ID], kinds: [EASED]) { totalCount } }", "commodity:magnets", 0],
    [
      "relationships of one type from its only start",
      "{ it: relationships(types: [COVERS], from: [ID]) { totalCount } }",
      "measure:m00",
      1,
    ],
    [
      "relationships of one type to its only end",
      "{ it: relationships(types: [COVERS], to: [ID]) { totalCount } }",
      "commodity:magnets",
      4,
    ],
  ] as const)("are completed, where one type is possible, in a %s", async (_, query, id, expected) => {
    const key = id.slice(id.indexOf(":") + 1);
    const short = query.startsWith("{ it: event") ? id : key;
    const read = async (of: string) => {
      const { it } = (await open.ask(query.replace("ID", JSON.stringify(of)))) as { it: Record<string, unknown> };
      return it.totalCount ?? it.concerns ?? it.offices ?? it;
    };
    expect(await read(id)).toEqual(expected);
    expect(await read(short)).toEqual(expected);
    const other = id.startsWith("claim") ? "measure:m01" : "claim:a";
    expect(await open.codes(query.replace("ID", JSON.stringify(other)))).toEqual(["BAD_ID"]);
    expect(await open.codes(query.replace("ID", JSON.stringify("there is none")))).toEqual(["BAD_ID"]);
  });

  it.each([
    "{ node(id: ID) { id } }",
    "{ nodes(ids: [ID]) { id } }",
    "{ timeline(actors: [ID]) { totalCount } }",
    `{ changes(from: "2025-01-01", to: "2025-02-01", about: [ID]) { totalCount } }`,
    "{ disagreements(about: [ID]) { totalCount } }",
    "{ relationships(from: [ID]) { totalCount } }",
    "{ relationships(to: [ID]) { totalCount } }",
    "{ relationships(types: [TARGETS], to: [ID]) { totalCount } }",
    "{ measures(filter: {any: [{not: {targetsWhere: {node: {participatesIn: [ID], id: [ID]}}}}]}) { totalCount } }",
    `{ relationships(types: [PART_OF], from: [ID], reach: ALL) { totalCount } }`,
    `{ timeline(actors: [ID], reach: ABOVE) { totalCount } }`,
    `{ changes(from: "2025-01-01", to: "2025-02-01", about: [ID], reach: ALL) { totalCount } }`,
  ])("are refused short, where several types are possible: %s", async (query) => {
    expect(await open.codes(query.replaceAll("ID", '"US"'))).toEqual(["BAD_ID"]);
    expect(await open.codes(query.replaceAll("ID", '"nothing:US"'))).toEqual(["BAD_ID"]);
  });

  it("of edges by themselves follow from the types asked for, with each request anew", async () => {
    const query = "query ($types: [RelationshipType!], $from: [ID!]) { relationships(types: $types, from: $from) { totalCount } }";
    expect(await open.codes(query, { types: ["TARGETS"], from: ["country:US"] })).toEqual(["BAD_ID"]);
    expect(await open.ask(query, { types: ["PART_OF"], from: ["country:US"] })).toEqual({ relationships: { totalCount: 1 } });
    expect(await open.codes(query, { types: ["TARGETS"], from: ["country:US"] })).toEqual(["BAD_ID"]);
    // Claims and sources have no dated edges at all.
    expect(await open.codes(query, { from: ["claim:a"] })).toEqual(["BAD_ID"]);
  });

  it.each([
    // Firms have their headquarters in countries alone.
    ["an agency, for the country above it", `types: [HEADQUARTERED_IN], to: ["agency:us-bis"], reach: ABOVE`, null],
    ["an agency, for what is below it", `types: [HEADQUARTERED_IN], to: ["agency:us-bis"], reach: BELOW`, "BAD_ID"],
    ["an agency, for itself", `types: [HEADQUARTERED_IN], to: ["agency:us-bis"]`, "BAD_ID"],
    ["a country, for goods", `types: [COVERS], to: ["country:US"], reach: ALL`, "BAD_ID"],
    ["a key alone, of the one type that edges lead to", `types: [COVERS], to: ["magnets"], reach: ALL`, null],
  ])("of edges by themselves may be of what reaches their ends: %s", async (_, args, code) => {
    expect((await open.codes(`{ relationships(${args}) { totalCount } }`))[0] ?? null).toBe(code);
  });
});
