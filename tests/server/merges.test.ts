import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeCommand } from "../../src/cli/merge.ts";
import { ran } from "../importers/support.ts";
import { loaded } from "../load/support.ts";
import { type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";
const WORLD = `
bundle: w
restsOn: c
sources: [{id: s, title: A register, reliability: PRESS, publishedOn: 2025-07-01}]
claims: [{id: c, source: s, certainty: REPORTED}]
countries: [{id: CN, name: China, kind: STATE, iso2: CN}]
firms:
  - {id: old, name: Acme Ltd, kind: COMPANY, headquarters: CN, claims: [{id: c-old, source: s, certainty: REPORTED}]}
  - {id: new, name: Acme Limited, kind: COMPANY, headquarters: CN, claims: [{id: c-new, source: s, certainty: REPORTED}]}
measures:
  - {id: m, title: Ban, kind: BAN, effect: RESTRICTING, targets: [firm:old]}
`;
/** A bundle that is loaded after the merge, and names the old id. */
const LATER = `
bundle: later
restsOn: c
measures:
  - {id: later, title: Later, kind: BAN, effect: RESTRICTING, targets: [old]}
`;

describe("merges through a server", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ loadKey: KEY });
    await loaded(served.engine, { name: "w.yaml", text: WORLD });
  });
  afterAll(() => served?.close());

  const ask = async (query: string, variables: object = {}) => {
    const { json } = await served.post(JSON.stringify({ query, variables }), {
      "content-type": "application/json",
      authorization: `Bearer ${KEY}`,
    });
    const { data, errors, extensions } = json as { data: unknown; errors?: unknown; extensions?: { warnings?: unknown } };
    return { data, errors, warnings: extensions?.warnings };
  };
  const command = (...args: string[]) => ran(mergeCommand, [...args, "--url", served.address], { LOAD_KEY: KEY });
  const merged = (path: string) => ({
    code: "MERGED_ID",
    path: [path],
    id: "firm:old",
    into: "firm:new",
    message: "firm:old was merged into firm:new, which is meant here. Ask for that id from now on.",
  });

  it("answers old ids with the node that stands for them, and says so", async () => {
    expect(await command("firm:old", "INTO", "firm:new", "--reason", "One register entry")).toMatchObject({ code: 0 });
    const QUERY = `{
      node(id: "firm:old") { id label }
      firm(id: "old") { id aliases }
      nodes(ids: ["firm:old", "country:CN", "firm:new"]) { id }
      measures(filter: {targets: ["firm:old"]}) { totalCount nodes { id targets { nodes { id } } } }
      firms(filter: {id: ["old"]}) { totalCount }
      names: disagreements(about: ["firm:old"]) { nodes { field } }
      none: measures(filter: {kind: [TARIFF]}) { totalCount }
    }`;
    expect(await ask(QUERY)).toEqual({
      errors: undefined,
      data: {
        node: { id: "firm:new", label: "Acme Limited" },
        firm: { id: "firm:new", aliases: ["Acme Ltd"] },
        nodes: [{ id: "firm:new" }, { id: "country:CN" }, { id: "firm:new" }],
        measures: { totalCount: 1, nodes: [{ id: "measure:m", targets: { nodes: [{ id: "firm:new" }] } }] },
        firms: { totalCount: 1 },
        names: { nodes: [{ field: "name" }] },
        none: { totalCount: 0 },
      },
      warnings: ["node", "firm", "nodes", "measures", "firms", "names"].map(merged),
    });
  });

  it("reads old ids in later loads as the new one, and counts them", async () => {
    const load = "mutation ($input: LoadInput!) { load(input: $input) { followed problems { message } } }";
    const input = { files: [{ name: "later.yaml", text: LATER }] };
    expect((await ask(load, { input })).data).toEqual({ load: { followed: 1, problems: [] } });
    expect((await ask(`{ measures(filter: {targets: ["firm:new"]}) { nodes { id } } }`)).data).toEqual({
      measures: { nodes: [{ id: "measure:later" }, { id: "measure:m" }] },
    });
  });

  it.each([
    [["firm:old", "INTO", "firm:new"], /firm:old was merged into firm:new already \(.*\): npm run unmerge -- firm:old first\./],
    [["firm:new", "INTO", "firm:old"], /firm:old was itself merged into firm:new: merge into firm:new\./],
    [["firm:new", "INTO", "firm:new"], /firm:new can't be merged into itself\./],
    [["firm:new", "INTO", "country:CN"], /firm:new is a Firm and country:CN a Country: only nodes of one type can be one\./],
    [["firm:none", "INTO", "firm:new"], /The graph has no firm:none\./],
    [["nonsense", "INTO", "firm:new"], /"nonsense" is no id/],
    [["claim:c", "INTO", "claim:c-new"], /claim:c is a claim: evidence stays as it is/],
    [["firm:new"], /Write: npm run merge -- A INTO B/],
    [["--back", "firm:new"], /firm:new was not merged into any node/],
  ])("refuses %j, and says why", async (args, message) => {
    const { code, stderr } = await command(...args);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
  });

  it("refuses who has no key", async () => {
    const { json } = await served.post(JSON.stringify({ query: `mutation { unmerge(input: { id: "firm:old" }) { from } }` }), {
      "content-type": "application/json",
    });
    expect(json).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
  });

  it("takes a merge back, with what was loaded since", async () => {
    expect(await command("--back", "firm:old")).toMatchObject({ code: 0, stdout: "firm:old is a node of its own again.\n" });
    expect(await ask(`{ firm(id: "old") { id targetedBy { nodes { id } } } }`)).toEqual({
      errors: undefined,
      warnings: undefined,
      data: { firm: { id: "firm:old", targetedBy: { nodes: [{ id: "measure:later" }, { id: "measure:m" }] } } },
    });
  });
});
