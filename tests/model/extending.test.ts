import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { load } from "../../src/load/index.ts";
import { type Model, readModel } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { openPrepared } from "../support/prepared.ts";

const PORT = `
"A harbour."
type Port implements Node & Subject & Entity @node(prefix: "port", plural: "ports", names: ["name"]) {
  "Berths for ships."
  berths: Int @index
  "Who uses it."
  usedBy: [PortUser!]! @edge(type: "USES_PORT", direction: IN)
}

"Who uses a port."
union PortUser = Country | Firm
`;

const DATA = `
bundle: ports
restsOn: claim:ports
sources: [{id: s, title: A page, reliability: PRESS, publishedOn: 2025-07-01}]
claims: [{id: ports, source: s, certainty: REPORTED}]
countries: [{id: XA, name: Anyland, kind: STATE, iso2: XA, usesPorts: [port:big]}]
firms: [{id: carrier, name: Carrier, kind: COMPANY, usesPorts: [{to: port:big, since: 2025}, port:small]}]
ports: [{id: big, name: Big port, berths: 12}, {id: small, name: Small port}]
`;

/** What CONTRIBUTING promises: a node type is one file, an edge one field at each end, and all else follows. */
describe("a schema with a node type and an edge more", () => {
  const folder = mkdtempSync(join(tmpdir(), "trade-graph-schema-"));
  let engine: GraphEngine;
  let model: Model;

  beforeAll(async () => {
    cpSync(fileURLToPath(new URL("../../schema", import.meta.url)), folder, { recursive: true });
    writeFileSync(join(folder, "port.graphql"), PORT);
    for (const type of ["country", "firm"]) {
      const file = join(folder, `${type}.graphql`);
      const field = '  "Ports it uses."\n  usesPorts: [Port!]! @edge(type: "USES_PORT", direction: OUT)\n';
      writeFileSync(file, readFileSync(file, "utf8").replace(/\n\}\n/, `\n${field}}\n`));
    }
    model = readModel(folder);
    engine = await openPrepared(model);
    const { problems } = await load(engine, model, [{ name: "ports.yaml", text: DATA }]);
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  const ask = async (source: string) => {
    const { data, errors } = await graphql({ schema: executableSchema(model), source, contextValue: { engine } });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)) as unknown;
  };

  it("answers an edge to a union, type by type", async () => {
    expect(
      await ask(`{
        port(id: "big") { name usedBy { totalCount edges { since node { __typename ... on Country { iso2 } ... on Firm { name kind } } } } }
      }`),
    ).toEqual({
      port: {
        name: "Big port",
        usedBy: {
          totalCount: 2,
          edges: [
            { since: null, node: { __typename: "Country", iso2: "XA" } },
            { since: "2025", node: { __typename: "Firm", name: "Carrier", kind: "COMPANY" } },
          ],
        },
      },
    });
  });

  it("filters and orders an edge to a union", async () => {
    expect(
      await ask(`{ port(id: "big") { usedBy(filter: { type: [FIRM] }, orderBy: [{ field: ID }]) { nodes { __typename } } } }`),
    ).toEqual({
      port: { usedBy: { nodes: [{ __typename: "Firm" }] } },
    });
  });

  it("has root fields, filters and search for a new node type", async () => {
    expect(
      await ask(`{
        ports(filter: { usedBy: ["country:XA"], berths: { min: 10 } }) { totalCount nodes { name berths } }
        search(text: "smal port", types: [PORT], first: 1) { node { id } }
      }`),
    ).toEqual({ ports: { totalCount: 1, nodes: [{ name: "Big port", berths: 12 }] }, search: [{ node: { id: "port:small" } }] });
  });
});
