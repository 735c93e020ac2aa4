import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { GraphEngine } from "../../src/engine/port.ts";
import { mapped, mappingJsonSchema, proposeMapping, readMapping } from "../../src/importers/index.ts";
import { mappingOf } from "../../src/importers/mapping/read.ts";
import { type Bundle, formatProblem, loadStream, nodesBy, owners, presentEdges, presentNodes } from "../../src/load/index.ts";
import { model } from "../load/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { openWithSeed } from "../support/seeded.ts";
import { fixture, imported, withFile } from "./support.ts";

const CN_MAGNETS = "commodity:hs-850511";

/** What tables of strangers say once their mappings are read, written down before they were loaded: nodes, edges, claims about others' fields. */
const TABLES: Readonly<
  Record<string, { readonly says: readonly string[]; readonly rejected?: readonly string[]; readonly counts?: readonly string[] }>
> = {
  countries: {
    says: ["country:CN population 1410710000 since 2023", "country:KR population 51713000 since 2023"],
    rejected: ['countries.csv:4:1: The graph has no Country with iso3 "WLD": this row is left out.'],
    counts: [
      "columns that the mapping does not name, not read: Country Name, Notes",
      "a iso3 where there is one already: left as it is (--claim states yours beside it)",
      "a cell ..: taken as empty (--na names the words that are)",
    ],
  },
  firms: {
    says: [
      "firm:skydio lei 529900SKYDIO00000039",
      'firm:beispiel-gmbh {"name":"Beispiel, GmbH","lei":"529900BEISPIEL000039","kind":"COMPANY","aliases":["Beispiel","Beispiel; Sohn"]}',
      "firm:beispiel-gmbh HEADQUARTERED_IN country:DE",
      'firm:x-46f0a30c {"name":"某公司","kind":"COMPANY"}',
      "firm:x-46f0a30c HEADQUARTERED_IN country:CN",
    ],
    counts: ["a Firm that was found by its name alone"],
  },
  sanctions: {
    says: [
      'measure:example-sanctions-list {"title":"A list of those sanctioned","kind":"SANCTION","effect":"RESTRICTING"}',
      "measure:example-sanctions-list IMPOSED_BY country:GB",
      'firm:sanctioned-S-01 {"name":"Acme Trading","kind":"COMPANY","aliases":["ACME","AT Co.","Acme Tr."]}',
      "firm:sanctioned-S-01 HEADQUARTERED_IN country:RU",
      "firm:sanctioned-S-01 HEADQUARTERED_IN country:BY",
      'firm:sanctioned-S-03 {"name":"Ölhandel Muster","kind":"COMPANY"}',
      "firm:sanctioned-S-03 HEADQUARTERED_IN country:IR",
      'measure:example-sanctions-list TARGETS firm:sanctioned-S-01 {"since":"2022-03-15"}',
      'measure:example-sanctions-list TARGETS firm:sanctioned-S-03 {"since":"2023-12-31"}',
    ],
    counts: ["a row whose Type is none of those that count (only:): left out", "since: the time of the day behind a date, dropped"],
  },
  tariffs: {
    says: [
      'measure:example-tariff-2025-CHN {"title":"Additional duty on CHN","kind":"TARIFF","effect":"RESTRICTING"}',
      'measure:example-tariff-2025-MEX {"title":"Additional duty on MEX","kind":"TARIFF","effect":"RESTRICTING"}',
      "measure:example-tariff-2025-CHN IMPOSED_BY country:US",
      "measure:example-tariff-2025-MEX IMPOSED_BY country:US",
      "measure:example-tariff-2025-CHN TARGETS country:CN",
      "measure:example-tariff-2025-MEX TARGETS country:MX",
      `measure:example-tariff-2025-CHN COVERS ${CN_MAGNETS} {"since":"2025-02-04","priorRate":2.1,"newRate":27.1,"rateUnit":"PERCENT"}`,
      'measure:example-tariff-2025-CHN COVERS commodity:hs-0201 {"since":"2025-02-04","priorRate":0,"newRate":20,"rateUnit":"PERCENT"}',
      `measure:example-tariff-2025-MEX COVERS ${CN_MAGNETS} {"since":"2025-03-04","priorRate":0,"newRate":25,"rateUnit":"PERCENT"}`,
    ],
  },
  agreements: {
    says: [
      'agreement:example-a-pact-on-magnets {"title":"A pact on magnets","kind":"FRAMEWORK","status":"SIGNED","signedOn":"2023-11-17","summary":"a first"}',
      'agreement:example-pact-ii-2024 {"title":"Pact II (2024)","kind":"FRAMEWORK","status":"SIGNED","signedOn":"2024-11"}',
      ...["CN", "US", "VN"].map((code) => `country:${code} PARTICIPATES_IN agreement:example-a-pact-on-magnets`),
      ...["KR", "IN"].map((code) => `country:${code} PARTICIPATES_IN agreement:example-pact-ii-2024`),
    ],
  },
  lobbying: {
    says: [
      'person:example-ann-example {"name":"Ann Example"}',
      'person:example-bob-beispiel {"name":"Bob Beispiel"}',
      'firm:example-acme-lobby-llc {"name":"Acme Lobby LLC","kind":"COMPANY"}',
      'firm:example-best-counsel {"name":"Best Counsel","kind":"COMPANY"}',
      'person:example-ann-example HOLDS_OFFICE firm:example-acme-lobby-llc {"title":"Lobbyist"}',
      'person:example-bob-beispiel HOLDS_OFFICE firm:example-best-counsel {"title":"Lobbyist"}',
      'person:example-ann-example HOLDS_OFFICE agency:us-bis {"title":"Adviser","since":"2019","until":"2021-03"}',
      'person:example-ann-example HOLDS_OFFICE agency:us-bis {"title":"Director","since":"2021-04"}',
    ],
    counts: ["a HOLDS_OFFICE that an earlier row states: that one counts", "a row that names no end of HOLDS_OFFICE: without it"],
  },
  windows: {
    says: [
      `country:CN PRODUCES ${CN_MAGNETS} {"amount":1234.5,"unit":"TON","per":"YEAR","share":0.625,"period":"2024-12-31"}`,
      `country:US PRODUCES ${CN_MAGNETS} {"share":0.005,"period":"2024-12-31"}`,
    ],
    counts: ["a cell k. A.: taken as empty (--na names the words that are)"],
  },
  parents: {
    says: [
      'firm:example-holding-one {"name":"Holding One","kind":"COMPANY"}',
      "firm:example-holding-one HEADQUARTERED_IN country:JP",
      'firm:example-works-one {"name":"Works One","kind":"COMPANY"}',
      'firm:example-works-two {"name":"Works Two","kind":"COMPANY"}',
      'firm:example-works-one SUBSIDIARY_OF firm:example-holding-one {"since":"1999"}',
      'firm:example-works-two SUBSIDIARY_OF firm:example-holding-one {"since":"2004-05"}',
    ],
  },
  events: {
    says: [
      'event:example-talks-in-a-city {"title":"Talks in a city","kind":"TALKS","startedOn":"2025-05"}',
      'event:example-Figures {"title":"Figures","kind":"DATA_RELEASE","startedOn":"2024"}',
      'event:example-a-call {"title":"A call","kind":"CALL","startedOn":"2025-06-05","endedOn":"2025-06-06"}',
      ...["talks-in-a-city", "a-call"].map((key) => `country:US PARTICIPATES_IN event:example-${key}`),
      ...["talks-in-a-city", "Figures", "a-call"].map((key) => `country:CN PARTICIPATES_IN event:example-${key}`),
    ],
  },
  sheet: {
    says: [`country:US USES ${CN_MAGNETS} {"amount":12,"unit":"TON","per":"YEAR","period":"2024","note":"from China"}`],
    counts: ["columns that the mapping does not name, not read: Partner code, Value 2023"],
  },
};

/** What a table says beside its source: `id {properties}`, `id EDGE id {properties}`, `id field value since day`. */
function saidBy({ nodes, edges }: Bundle): string[] {
  const own = nodes.filter(({ type }) => type !== "Claim" && type !== "Source");
  const shown = (properties: object) => (Object.keys(properties).length > 0 ? ` ${JSON.stringify(properties)}` : "");
  return [
    ...own.map(({ id, properties }) => `${id}${shown(properties)}`),
    ...edges.flatMap(({ type, from, to, properties, implied }) => {
      if (type === "STATED_IN" || implied) return [];
      if (type !== "ABOUT") return [`${from} ${type} ${to}${shown(properties)}`];
      const { field, value, since } = properties;
      return field === undefined ? [] : [`${to} ${field} ${value}${since === undefined ? "" : ` since ${since}`}`];
    }),
  ];
}

describe.runIf(testNeo4j() === undefined)("tables of strangers, beside the seed", { timeout: 300_000 }, () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openWithSeed(model);
  }, 120_000);
  afterAll(() => engine.close());

  const importer = async (mapping: string, byRow = false) =>
    mapped(await readMapping(mapping), {
      model,
      byRow,
      owners: (ids) => owners(engine, ids),
      findBy: (type, property, values, within) => nodesBy(engine, type, property, values, within),
      present: {
        nodes: (asked, fields) => presentNodes(engine, model, asked, fields),
        edges: (type, ends, bundle) => presentEdges(engine, model, type, ends, bundle),
      },
    });
  async function* stream(bundles: readonly Bundle[]) {
    yield* bundles;
  }
  /** Every record of the seed, as it is stored. */
  const seeded = async () => {
    const nodes = await engine.read({
      text: "MATCH (n:Node) WHERE NOT n.bundle STARTS WITH 'map-' AND NOT n.bundle STARTS WITH 'source-' RETURN n.id, n.name, n.title, n.bundle, n.lei, n.population",
      params: {},
    });
    return nodes.map((row) => JSON.stringify(row)).sort();
  };

  test.each(Object.keys(TABLES))("%s", async (name) => {
    const { says, rejected = [], counts = [] } = TABLES[name] ?? { says: [] };
    const before = await seeded();
    const read = await imported(await importer(fixture(`tables/${name}.yaml`)), fixture(`tables/${name}.csv`));
    const report = await loadStream(engine, model, stream(read.bundles));
    expect([...read.rejected, ...report.problems.map(formatProblem)].map((line) => line.replace(/^.*\/(?=\w+\.csv)/, ""))).toEqual(
      rejected,
    );
    for (const count of counts) expect(Object.keys(read.counts)).toContain(count);
    expect(read.bundles.flatMap(saidBy).sort()).toEqual([...says].sort());
    // A repeat finds what it brought, and changes nothing.
    const again = await imported(await importer(fixture(`tables/${name}.yaml`)), fixture(`tables/${name}.csv`));
    const second = await loadStream(engine, model, stream(again.bundles));
    const none = { added: 0, changed: 0, removed: 0 };
    expect(second).toMatchObject({ bundles: 0, nodes: none, edges: none });
    // What goes with its table leaves the seed as it was.
    await loadStream(engine, model, stream(read.bundles.map((bundle) => ({ ...bundle, nodes: [], edges: [] }))));
    expect(await seeded()).toEqual(before);
  });
});

describe("a mapping that does not fit", () => {
  const refused = async (mapping: string) =>
    withFile("m.yaml", mapping, async (path) => {
      try {
        mapped(await readMapping(path), { model, owners: async () => new Map() });
        return [];
      } catch (error) {
        return (error as Error).message.split("\n").map((line) => line.replace(/^.*\/(?=m\.yaml)/, ""));
      }
    });

  test.each<[string, string, string[]]>([
    ["states nothing", "source: x\n", ["m.yaml:1:1: The mapping states nothing: it needs nodes or edges."]],
    [
      "has a type that is none",
      "nodes:\n  a: {type: Frim, id: x, fields: {name: A}}\n",
      ['m.yaml:2:13: There is no node type "Frim". Did you mean "Firm"?'],
    ],
    [
      "has a field that is none",
      "nodes:\n  a: {type: Firm, id: x, fields: {nam: A}}\n",
      ['m.yaml:2:35: Firm has no field "nam". Did you mean "name"?'],
    ],
    [
      "has a key that is none",
      "nodes:\n  a: {type: Firm, id: x, fields: {name: {colum: A}}}\n",
      [
        'm.yaml:2:42: There is no key "colum" here. Did you mean "column"?',
        "m.yaml:2:41: name says just one of column, columns, value, text and node.",
      ],
    ],
    [
      "has a constant that is none",
      "nodes:\n  a: {type: Firm, id: x, fields: {name: A, kind: {value: COMPNY}}}\n",
      ['m.yaml:2:58: kind "COMPNY" is no FirmKind: its values are COMPANY, ASSOCIATION, PRESS, OTHER.'],
    ],
    [
      "has a format of dates that is none",
      "table: {dates: DD.MM}\nnodes:\n  a: {type: Firm, id: x, fields: {name: A}}\n",
      [
        'm.yaml:1:16: "DD.MM" is no format of dates: write YYYY or YY, MM or MMM (Jan) or MMMM (January), DD, and what stands between them, such as DD.MM.YYYY; or excel, for days as Excel counts them.',
      ],
    ],
    [
      "leads to a node that it has not",
      "nodes:\n  a: {type: Firm, id: x, fields: {name: A, parents: {node: b}}}\n",
      ['m.yaml:2:60: There is no node "b" under `nodes:`. Did you mean "a"?'],
    ],
    [
      "does not say which node is meant",
      "nodes:\n  a: {type: Firm, fields: {name: A}}\n",
      ["m.yaml:2:3: Nobody knows which node is meant: give it `id:`, or `match:` where it is there already."],
    ],
    ["is no YAML", "nodes: {a\n", []],
  ])("that %s is refused where it stands", async (_, mapping, messages) => {
    const found = await refused(mapping);
    if (messages.length > 0) expect(found).toEqual(messages);
    else expect(found[0]).toMatch(/^m\.yaml:\d+:\d+: /);
  });

  test("a column that the table has not is refused where the mapping names it", async () => {
    const mapping = "nodes:\n  a:\n    type: Firm\n    id: '{Nmae}'\n    fields: {name: Nam}\n";
    const read = await withFile("m.yaml", mapping, async (path) =>
      withFile("t.csv", "Name,Seat\nA,US\n", async (table) =>
        imported(mapped(await readMapping(path), { model, owners: async () => new Map() }), table),
      ),
    );
    expect(read.bundles).toEqual([]);
    expect(read.rejected).toEqual([
      'm.yaml:4:9: The table has no column "Nmae". Did you mean "Name"?',
      'm.yaml:5:20: The table has no column "Nam". Did you mean "Name"?',
    ]);
  });
});

test("the mapping that the documentation shows fits the schema", async () => {
  const [, shown = ""] = /```yaml\n(.*?)```/s.exec(await readFile("docs/importing.md", "utf8")) ?? [];
  expect(shown).toContain("nodes:");
  expect(() => mapped(mappingOf("importing.md", shown), { model, owners: async () => new Map() })).not.toThrow();
});

describe("a draft of a mapping", () => {
  const draft = (name: string) => proposeMapping(fixture(`tables/${name}.csv`), model, null);

  test.each(Object.keys(TABLES))("of %s fits the schema, and says what it could not tell", async (name) => {
    const text = await draft(name);
    const file = mappingOf("draft.yaml", text);
    expect(() => mapped(file, { model, owners: async () => new Map() })).not.toThrow();
    expect(text).toMatch(/ # .*(such as|always empty)/);
  });

  test("knows codes, dates, lists, decimals and empty cells by their looks", async () => {
    const lines = (await draft("countries")).split("\n").map((line) => line.trim());
    for (const line of [
      'na: [".."] # Cells that seem to say nothing.',
      "type: Country",
      "match: [iso3] # What tells it from all others.",
      'iso3: "ISO-3" # such as "CHN"',
      'population: {column: "Pop., thousands", decimals: "."} # such as "1,410,710"; ".." seem to say nothing: name them under table: na:',
    ])
      expect(lines).toContain(line);
    const firms = await draft("firms");
    expect(firms).toContain('lei: {column: "LEI code", code: lei}');
    expect(firms).toContain("# kind: {value: …} # A Firm needs it: FirmKind.");
    expect(await draft("events")).toContain('startedOn: {column: "When", date: [');
    const doubt = await withFile("x.csv", "Event,Date\nA,03/04/2025\nB,05/06/2025\n", (path) => proposeMapping(path, model, null));
    expect(doubt).toContain(
      'startedOn: {column: "Date", date: "DD/MM/YYYY"} # such as "03/04/2025"; DD/MM/YYYY or with day and month the other way round? No cell tells',
    );
  });

  test("its JSON Schema takes what it writes, and all mappings of these tests", async () => {
    const ajv = new Ajv({ allowUnionTypes: true, strict: false });
    const isMapping = ajv.compile(mappingJsonSchema(model));
    for (const name of Object.keys(TABLES)) {
      for (const text of [await draft(name), await readFile(fixture(`tables/${name}.yaml`), "utf8")]) {
        isMapping(parse(text));
        expect([name, isMapping.errors]).toEqual([name, null]);
      }
    }
    expect(isMapping({ nodes: { a: { type: "Firm", id: "x", fields: { nam: "A" } } } })).toBe(false);
    expect(isMapping({ nodes: { a: { type: "Frim", id: "x", fields: {} } } })).toBe(false);
  });
});
