import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testNeo4j } from "../support/engine.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { measuresOf } from "./statement-of.ts";

interface Measure {
  readonly id: string;
  readonly announcedOn: string | null;
  readonly inForceFrom: string | null;
  readonly partOf: { readonly nodes: readonly Measure[] };
}

const SPANS = [
  ["2018", "2018"],
  ["2018-03-22", "2018-07-06"],
  ["2019-05", "2020-01"],
  ["2025-04-02", "2025-04-09"],
  ["2025-04-04", "2025-04"],
  ["2025-05", "2025-12"],
] as const;
const AS_OF = ["", '@asOf(valid: "2025-05-01")', '@asOf(known: "2025-04-12")', '@asOf(known: "2025-06-12")'];

const firstOf = (date: string) => `${date}-01-01`.slice(0, 10);
/** A text that no day of a date exceeds, and all later ones do. */
const lastOf = (date: string) => (date.length === 10 ? date : `${date}-~`);
/** Whether every day that a date may stand for lies in a span. */
const isWithin = (date: string | null, [from, to]: readonly [string, string]) =>
  date !== null && firstOf(date) >= firstOf(from) && lastOf(date) <= lastOf(to);

describe("dates in short ranges", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  // Neo4j plans each of these anew, for as many seconds.
  it.each(testNeo4j() ? AS_OF.slice(2, 3) : AS_OF)("are found alike by alternatives, through edges and as of a day: %s", async (asOf) => {
    const fields = "id announcedOn inForceFrom";
    const { measures } = (await open.ask(
      `query ${asOf} { measures(first: 200) { nodes { ${fields} partOf(first: 200) { nodes { ... on Measure { ${fields} } } } } } }`,
    )) as { measures: { nodes: readonly Measure[] } };
    const all = measures.nodes;
    let found = 0;
    for (const [from, to] of SPANS) {
      const answer = (await open.ask(
        `query ($from: PartialDate!, $to: PartialDate!) ${asOf} {
          alone: measures(first: 200, filter: { announcedOn: { from: $from, to: $to } }) { nodes { id } }
          any: measures(first: 200, filter: { any: [{ announcedOn: { from: $from, to: $to } }, { inForceFrom: { from: $from, to: $to } }] }) { nodes { id } }
          through: measures(first: 200, filter: { partOfWhere: { node: { announcedOn: { from: $from, to: $to } } } }) { nodes { id } }
        }`,
        { from, to },
      )) as Record<string, { nodes: readonly { id: string }[] }>;
      const passes = ({ announcedOn }: Measure) => isWithin(announcedOn, [from, to]);
      const expected = {
        alone: all.filter(passes),
        any: all.filter((one) => passes(one) || isWithin(one.inForceFrom, [from, to])),
        through: all.filter(({ partOf }) => partOf.nodes.some(passes)),
      };
      found += expected.any.length;
      for (const [key, these] of Object.entries(expected)) {
        expect([key, from, to, answer[key]?.nodes.map(({ id }) => id)]).toEqual([key, from, to, these.map(({ id }) => id)]);
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it("are looked up by their months wherever they stand alone, and not where others pass without them", () => {
    const range = "{ from: $from, to: $to }";
    const textOf = (filter: string, asOf = "") =>
      measuresOf(`query ($from: PartialDate, $to: PartialDate) ${asOf} { measures(filter: ${filter}) { nodes { id } } }`)({
        from: "2025-01",
        to: "2025-03",
      }).text;
    const months = (text: string) => [...text.matchAll(/\.(\w+)_month IN/g)].map(([, name]) => name);
    expect(months(textOf(`{ any: [{ announcedOn: ${range} }, { inForceFrom: ${range} }] }`))).toEqual(["announcedOn", "inForceFrom"]);
    expect(months(textOf(`{ retaliatesAgainstWhere: { node: { announcedOn: ${range} } } }`))).toEqual(["announcedOn"]);
    expect(months(textOf(`{ announcedOn: ${range} }`, '@asOf(known: "2025-06-01")'))).toEqual(["announcedOn"]);
    expect(months(textOf(`{ any: [{ announcedOn: ${range} }, { kind: [TARIFF] }] }`))).toEqual([]);
    expect(months(textOf(`{ not: { announcedOn: ${range} } }`))).toEqual([]);
  });
});
