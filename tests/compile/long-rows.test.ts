import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testNeo4j } from "../support/engine.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const MEASURE = "measure:cn-2025-announcement-18";

/** A program may write what no reader does: many fields side by side, each a subquery. The embedded engine plans 125 in a row. */
describe("many fields side by side", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    // What is held here are answers: a Neo4j that plans a row of them for the first time may take longer than a question may.
    seeded = await openSeeded({ deadlineSeconds: 120 });
  });
  afterAll(() => seeded?.close());

  const ask = async (query: string) => {
    const { body } = await seeded.send(query);
    expect(body.errors, query.slice(0, 200)).toBeUndefined();
    return body.data as Record<string, Record<string, unknown>>;
  };
  const times = (many: number, field: (i: number) => string) => Array.from({ length: many }, (_, i) => `a${i}: ${field(i)}`).join(" ");
  // The limit is the embedded engine's; Neo4j has none, but needs its 30 seconds to plan 260 subqueries on a busy machine.
  const [MANY, HOPS] = testNeo4j() ? [[16, 17, 20], 3] : [[16, 17, 130], 8];

  it.each<[string, (fields: string) => string, (i: number) => string]>([
    ["lists of one node", (fields) => `{ it: country(code: "CN") { ${fields} } }`, () => "firms(first: 1) { totalCount nodes { id } }"],
    [
      "statuses of one node",
      (fields) => `{ it: measure(id: "${MEASURE}") { ${fields} } }`,
      (i) => `statusOn(date: "2025-0${1 + (i % 9)}-01") { status decidedBy { type } }`,
    ],
    [
      "lists filtered by what lies under an id",
      (fields) => `{ it: agency(id: "cn-mofcom") { ${fields} } }`,
      (i) => `imposes(filter: {covers: ["commodity:hs-${["28", "85", "xvi"][i % 3]}"]}) { totalCount }`,
    ],
    [
      "references and claims of an edge",
      (fields) => `{ it: measure(id: "${MEASURE}") { covers(first: 1) { edges { ${fields} } } } }`,
      () => "claims { id source { id } }",
    ],
    [
      "nodes of a hit",
      (fields) => `{ it: search(text: "Ministry of Commerce China", first: 1) { ${fields} } }`,
      () => "node { id ... on Agency { imposes { totalCount } } }",
    ],
    ["nodes of a row", (fields) => `{ it: timeline(measures: ["${MEASURE}"], first: 1) { nodes { ${fields} } } }`, () => "claims { id }"],
  ])("are answered as one by one: %s", async (_, around, field) => {
    const kinds = 9;
    const one = await Promise.all(Array.from({ length: kinds }, (_, i) => ask(around(`a: ${field(i)}`))));
    for (const most of MANY) {
      // More statuses than that are refused for what they cost.
      const many = field(0).startsWith("statusOn") ? Math.min(most, 95) : most;
      const text = JSON.stringify((await ask(around(times(many, field)))).it);
      // Each by itself, put together again under its alias.
      const last = JSON.stringify(one[(many - 1) % kinds]?.it);
      expect(text).toContain(`"a${many - 1}":${inner(last)}`);
      expect(text).toContain(`"a0":${inner(JSON.stringify(one[0]?.it))},"a1":${inner(JSON.stringify(one[1]?.it))}`);
    }
  });

  it("are answered inside each other too, as deep as an operation may be, with a filter at the end", async () => {
    const side = times(17, () => "parts(first: 1) { totalCount }");
    const filter = "filter: {not: {not: {not: {coversWhere: {node: {hsCode: {exists: true}}}}}}}";
    let query = `parts(${filter}) { totalCount }`;
    for (let hop = 1; hop < HOPS; hop += 1) query = `${side} parts(first: 2) { edges { node { ${query} } } }`;
    expect(await ask(`{ measures(first: 1) { edges { node { ${query} } } } }`)).toMatchObject({ measures: { edges: [{}] } });
  });
});

/** What stands under the only alias of an answer: `{"a":…}`, inside what lists are around it. */
function inner(text: string): string {
  const start = text.indexOf(`"a":`) + `"a":`.length;
  if (!text.includes(`"a":`)) throw new Error(`Nothing stands under a in ${text}.`);
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if ("{[".includes(text.charAt(at))) depth += 1;
    if ("}]".includes(text.charAt(at)) && --depth === 0) return text.slice(start, at + 1);
  }
  throw new Error(`There is no whole value in ${text}.`);
}
