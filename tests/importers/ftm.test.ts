import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { ftm } from "../../src/importers/index.ts";
import { load } from "../../src/load/index.ts";
import { file, model } from "../load/support.ts";
import { asked, besideSeed, bring, lookUpIn, texts } from "./beside-seed.ts";
import { edgesOf, fixture, imported, owning, withFile } from "./support.ts";

const graph = besideSeed();
const importer = () => ftm({ ...lookUpIn(graph.engine), index: fixture("ftm-index.json") });
const nothing = async () => new Map<string, string[]>();
/** On an empty graph, without an index. */
const alone = ftm({ model, owners: owning({}), findBy: nothing, hasOrigin: async () => false });

const OFAC = "Office of Foreign Assets Control";

test("every trap is counted in words, and what is no entity is refused with its place", async () => {
  const { counts, rejected } = await imported(alone, fixture("ftm.jsonl"));
  expect(rejected).toEqual([
    'ftm.jsonl:24:1: Record 24: its id must be letters, digits, dots and hyphens, not "a:b".',
    "ftm.jsonl:25:1: Record 25: NK-no-schema has no schema: an entity of FollowTheMoney says whether it is a Company, a Person ….",
    "ftm.jsonl:26:1: Record 26: it is a statement, not an entity: bring the same dataset's entities.ftm.json.",
    "ftm.jsonl:27:1: Record 27 is not closed before the next one begins.",
  ]);
  expect(counts).toEqual({
    "Vessel: no place in the graph: left out": 1,
    "Family: no place in the graph: left out": 1,
    "Passport: no place in the graph: left out": 1,
    "Company.okopfCode: no place for it here": 1,
    "Person.passportNumber: no place for it here": 1,
    "name is no list: taken as a list of one": 1,
    "leiCode: its last two digits do not check the rest: kept as an alias": 1,
    "firms of several countries, of which none is said to be the main one: each is a seat, INFERRED": 1,
    "addresses of one without a single country: left out": 1,
    "PublicBody: its kind is guessed by its name": 1,
    'country "ua-cri" is none of ISO 3166-1: left out': 1,
    'country "su" is none of ISO 3166-1: left out': 1,
    "LegalEntity: it may be a firm or a person: taken as a firm of kind OTHER": 1,
    "Sanction: a date that is none, or that can't be: left out": 1,
    "Sanction: it ends before it begins: both days left out": 1,
    "Sanction of what has no place in the graph, such as a ship, an aircraft or a wallet: left out": 1,
    "Ownership from Firm to Person: the graph has no such edge: left out": 1,
    "Ownership: an end of it is no entity of the file: left out": 1,
  });
});

test("entities that stand within one another are those that stand beside one another, what leads back included", async () => {
  const nested = {
    ...{ id: "NK-a", schema: "Company", caption: "A", datasets: ["us_list"] },
    properties: {
      name: ["A"],
      jurisdiction: ["ru"],
      addressEntity: [{ id: "addr-1", schema: "Address", datasets: ["us_list"], properties: { street: ["Street 1"], city: ["Moscow"] } }],
      sanctions: [
        { id: "s-1", schema: "Sanction", datasets: ["us_list"], properties: { authority: [OFAC], program: ["P"], startDate: ["2022-02"] } },
      ],
      ownershipAsset: [
        {
          ...{ id: "o-1", schema: "Ownership", datasets: ["us_list"] },
          properties: { owner: [{ id: "NK-b", schema: "Company", caption: "B", datasets: ["us_list"], properties: { name: ["B"] } }] },
        },
      ],
    },
  };
  await withFile("targets.nested.json", `${JSON.stringify(nested)}\n`, async (path) => {
    const { bundle, rejected } = await imported(alone, path);
    expect(rejected).toEqual([]);
    expect(edgesOf(bundle("ftm-nk-a-db8dc981"))).toEqual(['HEADQUARTERED_IN country:RU {"note":"Street 1, Moscow"}']);
    expect(edgesOf(bundle("ftm-o-1"))).toEqual(["SUBSIDIARY_OF firm:ftm-NK-b"]);
    expect(edgesOf(bundle("ftm-s-1"))).toEqual(['TARGETS firm:ftm-NK-a {"since":"2022-02"}']);
  });
});

test("an index that is none is refused, with what it should be", async () => {
  await withFile("index.json", '{"results": []}', async (path) => {
    const { model: _, ...look } = lookUpIn(graph.engine);
    await expect(imported(ftm({ model, ...look, index: path }), fixture("ftm.jsonl"))).rejects.toThrow(
      'It must describe a dataset ({"name": …, "title": …}) or several ({"datasets": […]}), as the index.json beside the entities does.',
    );
  });
});

test.each([
  ["statements.csv", "canonical_id,entity_id,prop,value\nNK-1,NK-1,name,A\n"],
  ["empty.json", ""],
])("%s is refused, with what to bring", async (name, content) => {
  await withFile(name, content, async (path) => {
    expect((await imported(alone, path)).rejected).toEqual([
      `${name}:1:1: These are no entities of FollowTheMoney, a JSON object a line: bring the same dataset's entities.ftm.json or targets.nested.json.`,
    ]);
  });
});

test("beside the seed nothing of the seed changes, and a second load writes nothing, in whatever order its lines stand", async () => {
  const first = await bring(graph.engine, importer(), fixture("ftm.jsonl"));
  expect([first.report.missing.size, first.rejected.length]).toEqual([0, 4]);
  const after = await texts(graph.engine);
  expect([...graph.before].filter((row) => !new Set(after).has(row))).toEqual([]);
  const again = await bring(graph.engine, importer(), fixture("ftm.jsonl"));
  expect([again.did, again.report.bundles]).toEqual(["nodes +0 ~0 -0, edges +0 ~0 -0", 0]);
  const lines = (await readFile(fixture("ftm.jsonl"), "utf8"))
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith('{"id":"NK-broken"'));
  await withFile("turned.jsonl", lines.reverse().join("\n"), async (path) => {
    expect((await bring(graph.engine, importer(), path)).did).toBe("nodes +0 ~0 -0, edges +0 ~0 -0");
  });
  expect(await texts(graph.engine)).toEqual(after);
});

test("who owned a listed firm, who sat on its board when it was listed, and who says so", async () => {
  const answer = await asked(
    graph.engine,
    `{ firm(id: "ftm-NK-daughter") { name lei summary aliases
        headquarters { edges { note node { iso2 } } }
        parents { edges { since note certainty node { name } } }
        officeHolders { edges { title since until node { name summary } } }
        claims { nodes { source { title publisher licence url } } }
        targetedBy { edges { since until note node {
          title kind flow announcedOn inForceFrom imposedBy { nodes { id } } partOf { nodes { title aliases } } targets { totalCount }
          statusOn(date: "2023-01-01") { status } } } } } }`,
  );
  expect(answer).toEqual({
    firm: {
      name: "Amber Widgets LLC",
      lei: "AMBERWIDGETS00000093",
      summary: "Founded 2002.",
      aliases: ["ООО Янтарь", "Amber", "NK-daughter", "ofac-700001", "us-list-7", "registrationNumber 1027700000000", "innCode 7700000000"],
      headquarters: { edges: [{ note: "Tverskaya 1, Moscow; Amber street 5, Moscow", node: { iso2: "RU" } }] },
      parents: { edges: [{ since: "2019-03", note: "51.5 %; shareholder", certainty: "REPORTED", node: { name: "Amber Holding" } }] },
      officeHolders: {
        edges: [
          {
            ...{ title: "Chairman", since: "2010-01-01", until: "2015" },
            node: { name: "Ivan Amberov", summary: "Minister of Widgets. Born 1960-05. Nationality: RU." },
          },
        ],
      },
      claims: {
        nodes: [
          { source: { title: "Register of Amber", publisher: "Registry", licence: "CC0-1.0", url: null } },
          {
            source: {
              title: "US Amber List",
              publisher: "Amber Office",
              licence: "https://creativecommons.org/licenses/by-nc/4.0/",
              url: "https://example.org/datasets/us_list/",
            },
          },
        ],
      },
      targetedBy: {
        edges: [
          {
            ...{ since: "2022-02-24", until: "2024-05-01", note: "Blocked; For making widgets" },
            node: {
              ...{ title: `${OFAC}: AMBER-EO1 (2022-02-24)`, kind: "SANCTION", flow: "OTHER" },
              ...{ announcedOn: "2022-02-23", inForceFrom: "2022-02-24", imposedBy: { nodes: [{ id: "agency:us-ofac" }] } },
              partOf: { nodes: [{ title: `${OFAC}: AMBER-EO1`, aliases: ["AMBER-EO1", "US-AMBER"] }] },
              targets: { totalCount: 2 },
              statusOn: { status: "IN_FORCE" },
            },
          },
        ],
      },
    },
  });
});

test("offices in a country and in a public body, and a listing by an authority that the graph did not have", async () => {
  const answer = await asked(
    graph.engine,
    `{ person(id: "ftm-Q9000001") { offices(orderBy: [{ field: ID }]) { edges { title since node { id } } } }
      firm(id: "ftm-NK-uni") { kind wikidata targetedBy { edges { since until node {
        title kind flow imposedBy { nodes { name ... on Agency { kind partOf { nodes { id } } } } } } } } } }`,
  );
  expect(answer).toEqual({
    person: {
      offices: {
        edges: [
          { title: "Minister of Widgets", since: "2016", node: { id: "agency:ftm-ru-ministry" } },
          { title: "Member of the Duma", since: null, node: { id: "country:RU" } },
          { title: "Chairman", since: "2010-01-01", node: { id: "firm:ftm-NK-daughter" } },
        ],
      },
    },
    firm: {
      ...{ kind: "OTHER", wikidata: "Q9000002" },
      targetedBy: {
        edges: [
          {
            ...{ since: null, until: null },
            node: {
              ...{ title: "Widget Control Board: Export control list", kind: "ENTITY_LISTING", flow: "EXPORT" },
              imposedBy: { nodes: [{ name: "Widget Control Board", kind: "OTHER", partOf: { nodes: [{ id: "country:GB" }] } }] },
            },
          },
        ],
      },
    },
  });
});

test("firms that the graph has are found by LEI, by Wikidata item and by another publisher's id among the aliases; they stay as they are", async () => {
  const firms = file(
    "own.yaml",
    `
    bundle: own-firms
    firms:
      - {id: by-lei, name: Own LEI, kind: COMPANY, lei: TESTLAND000000000092}
      - {id: by-item, name: Own item, kind: COMPANY, wikidata: Q9000077}
      - {id: by-alias, name: Own alias, kind: COMPANY, aliases: [xy-77]}
    `,
  );
  expect((await load(graph.engine, model, [firms])).problems).toEqual([]);
  const entity = (id: string, properties: object, referents: readonly string[] = []) =>
    JSON.stringify({
      id,
      schema: "Company",
      caption: `Foreign ${id}`,
      datasets: ["us_list"],
      referents,
      properties: { name: [id], country: ["ru"], ...properties },
    });
  const sanction = (id: string) =>
    JSON.stringify({
      id: `s-${id}`,
      schema: "Sanction",
      datasets: ["us_list"],
      properties: { entity: [id], authority: [OFAC], program: ["MATCHED"] },
    });
  const lines = [
    ...["NK-1", "NK-2", "NK-3", "NK-4"].map(sanction),
    entity("NK-1", { leiCode: ["TESTLAND000000000092"] }),
    entity("NK-2", { wikidataId: ["Q9000077"] }),
    entity("NK-3", {}, ["xy-77"]),
    entity("NK-4", { leiCode: ["TESTLAND000000000092"], name: ["Own alias"] }),
  ];
  const found = await withFile("more.jsonl", lines.join("\n"), (path) => bring(graph.engine, importer(), path));
  expect(found.counts["matched what the graph has by its LEI: it stays as it is, and what leads to it is added"]).toBe(2);
  expect(found.counts["matched what the graph has by its Wikidata item: it stays as it is, and what leads to it is added"]).toBe(1);
  expect(found.counts["matched what the graph has by its id among the aliases: it stays as it is, and what leads to it is added"]).toBe(1);
  const answer = await asked(
    graph.engine,
    `{ measures(filter: { title: { is: "${OFAC}: MATCHED" } }) { nodes { targets(orderBy: [{ field: ID }]) { nodes { id ... on Firm { name headquarters { totalCount } } } } } } }`,
  );
  const own = (id: string, name: string) => ({ id: `firm:${id}`, name, headquarters: { totalCount: 0 } });
  expect(answer).toEqual({
    measures: { nodes: [{ targets: { nodes: [own("by-alias", "Own alias"), own("by-item", "Own item"), own("by-lei", "Own LEI")] } }] },
  });
});
