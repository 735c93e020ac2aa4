import { graphql } from "graphql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { readModel } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { openTestEngine } from "../support/engine.ts";
import { counts, everything, file, loaded, rows } from "./support.ts";

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openTestEngine();
  await loaded(engine, sources);
});
afterEach(() => engine.close());

/** Two papers, an official gazette, and a page without a date. */
const sources = file(
  "sources.yaml",
  `
bundle: sources
sources:
  - {id: gazette, title: Gazette, url: https://example.org/gazette, reliability: OFFICIAL, publishedOn: 2025-04-10}
  - {id: paper, title: Paper, url: https://example.org/paper, reliability: PRESS, publishedOn: 2025-04-05}
  - {id: wire, title: Wire, url: https://example.org/wire, reliability: PRESS, publishedOn: 2025-04-06}
  - {id: page, title: Page, url: https://example.org/page, reliability: AGGREGATOR}
`,
);

/** A measure announced on 4 April by its record, which one claim of the paper stands behind, and claims of others. */
const measure = (claims: string) =>
  file(
    "measure.yaml",
    `
bundle: measure
measures:
  - id: m
    title: A duty
    kind: TARIFF
    effect: RESTRICTING
    announcedOn: 2025-04-04
    rate: 25
    rateUnit: PERCENT
    claims:
      - {id: whole, source: paper, certainty: REPORTED, statement: A duty of 25%.}
${claims}`,
  );

const stored = async () =>
  (await rows(engine, "MATCH (n:Node {id: 'measure:m'}) RETURN n.announcedOn, n.date, n.rate, n.history, n.stated"))[0];

describe("the value of a field that claims speak of", () => {
  test("a field keeps the record's own value while no better claim gives another", async () => {
    await loaded(engine, measure("      - {id: early, source: wire, certainty: ALLEGED, field: announcedOn, value: 2025-04-03}"));
    expect(await stored()).toEqual(["2025-04-04", "2025-04-04", 25, null, null]);
  });

  test("a field has the value of the surest claim, and the record's own is kept", async () => {
    await loaded(engine, measure("      - {id: sure, source: wire, certainty: CONFIRMED, field: announcedOn, value: 2025-04-03}"));
    expect(await stored()).toEqual([
      "2025-04-03",
      "2025-04-03",
      25,
      [
        "announcedOn␟␟2025-04-05␟2025-04-04",
        "announcedOn␟␟2025-04-06␟2025-04-03",
        "date␟␟2025-04-05␟2025-04-04",
        "date␟␟2025-04-06␟2025-04-03",
        "thereFrom␟␟2025-04-05␟2025-04-04",
        "thereFrom␟␟2025-04-06␟2025-04-03",
      ],
      '{"announcedOn":"2025-04-04"}',
    ]);
  });

  test("the record's own value is kept beside claims that deny it, where no claim gives it", async () => {
    const unclaimed = async () => (await rows(engine, "MATCH (n:Node {id: 'measure:m'}) RETURN n.unclaimed"))[0]?.[0];
    const denied = "      - {id: other, source: wire, certainty: CONFIRMED, field: announcedOn, value: 2025-04-03}";
    await loaded(engine, measure(denied));
    expect(await unclaimed()).toEqual(["announcedOn␟2025-04-04"]);
    const given = "      - {id: same, source: page, certainty: ALLEGED, field: announcedOn, value: 2025-04-04}";
    await loaded(engine, measure(`${denied}\n${given}`));
    expect(await unclaimed()).toBeNull();
    await loaded(engine, measure(given));
    expect(await unclaimed()).toBeNull();
  });

  test("an edge's own value can be disputed: the claim names the edge and its value, and as sure as the record's own it moves nothing", async () => {
    const goods = file("goods.yaml", "bundle: goods\nrestsOn: whole\ncommodities:\n  - {id: steel, name: Steel, level: GROUP}");
    const covered = measure(`      - {id: other, source: wire, certainty: REPORTED, field: covers(commodity:steel).newRate, value: 20}
    covers: [{to: steel, newRate: 25}]`);
    await loaded(engine, goods, covered);
    const model = readModel();
    const { data } = await graphql({
      schema: executableSchema(model),
      source: "{ disagreements { nodes { about { id } field otherEnd { id } positions { value claim { id } } } } }",
      contextValue: { engine },
    });
    expect(JSON.parse(JSON.stringify(data)).disagreements.nodes).toEqual([
      {
        about: { id: "measure:m" },
        field: "covers(commodity:steel).newRate",
        otherEnd: { id: "commodity:steel" },
        positions: [
          { value: "20", claim: { id: "claim:other" } },
          { value: "25", claim: null },
        ],
      },
    ]);
    // A file that only claims something of it may come alone: what it names is in the graph.
    const more =
      "bundle: more\nclaims:\n  - {id: third, source: page, certainty: REPORTED, about: {to: measure:m, field: covers(commodity:steel).newRate, value: 25}}";
    expect((await loaded(engine, file("more.yaml", more))).problems).toEqual([]);
  });

  test("among equally sure claims an official source decides, then more sources, then the record's own value", async () => {
    await loaded(
      engine,
      measure(`      - {id: a, source: wire, certainty: REPORTED, field: rate, value: 20}
      - {id: b, source: page, certainty: REPORTED, field: rate, value: 20.0}
      - {id: c, source: gazette, certainty: REPORTED, field: announcedOn, value: 2025-04-02}
      - {id: d, source: wire, certainty: REPORTED, field: announcedOn, value: 2025-04-01}
      - {id: e, source: page, certainty: REPORTED, field: announcedOn, value: 2025-04-01}`),
    );
    // The rate: one undated page at first, then the paper's 25 as well, where the record decides, then two for 20.
    // The day: an undated page, then the record's own against one page, two for 1 April, at last the gazette.
    expect(await stored()).toEqual([
      "2025-04-02",
      "2025-04-02",
      20,
      [
        ...["␟␟␟2025-04-01", "␟␟2025-04-05␟2025-04-04", "␟␟2025-04-06␟2025-04-01", "␟␟2025-04-10␟2025-04-02"].map((s) => `announcedOn${s}`),
        ...["␟␟␟2025-04-01", "␟␟2025-04-05␟2025-04-04", "␟␟2025-04-06␟2025-04-01", "␟␟2025-04-10␟2025-04-02"].map((s) => `date${s}`),
        ...["rate␟␟␟20", "rate␟␟2025-04-05␟25", "rate␟␟2025-04-06␟20"],
        // What was over before the node was known is no history.
        ...["2025-04-05␟2025-04-04", "2025-04-06␟2025-04-01", "2025-04-10␟2025-04-02"].map((s) => `thereFrom␟␟${s}`),
      ],
      '{"announcedOn":"2025-04-04","rate":25}',
    ]);
  });

  test("a field's value follows claims of other bundles as they come and go", async () => {
    await loaded(engine, measure(""));
    const before = await everything(engine);
    const gazette = file(
      "gazette.yaml",
      `
bundle: gazette
claims:
  - {id: g, source: gazette, certainty: CONFIRMED, statement: From 10%., about: [{to: measure:m, field: rate, value: 10}]}
`,
    );
    await loaded(engine, gazette);
    expect((await stored())?.slice(2)).toEqual([10, ["rate␟␟2025-04-05␟25", "rate␟␟2025-04-10␟10"], '{"rate":25}']);
    expect(counts(await loaded(engine, measure("")))).toEqual({ measure: "+0 ~0 =2 -0 | +0 ~0 =2 -0" });
    expect((await stored())?.[2]).toBe(10);
    await loaded(engine, file("gazette.yaml", "bundle: gazette"));
    expect(await everything(engine)).toEqual(before);
  });

  test.each<[string, string, readonly (string | number | null)[], string[] | null]>([
    // The measure is known since 5 April; its record says 25 of the rate, and nothing of when it began.
    [
      "only a later claim gives",
      "{id: a, source: gazette, certainty: REPORTED, field: inForceFrom, value: 2025-05-01}",
      ["2025-05-01", 25],
      ["inForceFrom␟␟2025-04-10␟2025-05-01"],
    ],
    [
      "a claim of the same day gives",
      "{id: a, source: paper, certainty: REPORTED, field: inForceFrom, value: 2025-05-01}",
      ["2025-05-01", 25],
      null,
    ],
    [
      "an undated claim gives",
      "{id: a, source: page, certainty: REPORTED, field: inForceFrom, value: 2025-05-01}",
      ["2025-05-01", 25],
      null,
    ],
    // The claim about the whole stood behind it before.
    [
      "the record states and a later claim confirms",
      "{id: a, source: gazette, certainty: CONFIRMED, field: rate, value: 25}",
      [null, 25],
      null,
    ],
  ])("a value that %s has a history where it was not known with the node", async (_, claim, values, history) => {
    await loaded(engine, measure(`      - ${claim}`));
    expect(await rows(engine, "MATCH (n:Measure) RETURN n.inForceFrom, n.rate, n.history")).toEqual([[...values, history]]);
  });

  test("a value that the record states is known with the claims about the whole, and without any with the claim that names it", async () => {
    const record = (claims: string) =>
      file(
        "r.yaml",
        `bundle: r\nmeasures:\n  - {id: r, title: R, kind: TARIFF, effect: RESTRICTING, rate: 25, rateUnit: PERCENT, claims: [${claims}]}`,
      );
    const history = () => rows(engine, "MATCH (n:Measure) RETURN n.title, n.rate, n.history");
    const early = "{id: early, source: paper, certainty: REPORTED, field: kind, value: TARIFF}";
    const rate = "{id: late, source: gazette, certainty: REPORTED, field: rate, value: 25}";
    const title = "{id: title, source: gazette, certainty: CONFIRMED, field: title, value: R2}";
    await loaded(engine, record(`${early}, ${rate}`));
    expect(await history()).toEqual([["R", 25, ["rate␟␟2025-04-10␟25"]]]);
    // What can't be missing is the record's own until a claim says more.
    await loaded(engine, record(`${early}, ${title}`));
    expect(await history()).toEqual([["R2", 25, ["title␟␟␟R", "title␟␟2025-04-10␟R2"]]]);
    await loaded(engine, record(`${early}, ${title}, {id: whole, source: wire, certainty: REPORTED, statement: All of it.}`));
    expect(await history()).toEqual([["R2", 25, ["title␟␟2025-04-05␟R", "title␟␟2025-04-06␟R", "title␟␟2025-04-10␟R2"]]]);
  });

  test("what was known of a field that changes is kept beside its history where a claim took a step of that away", async () => {
    const promise = (claims: string) =>
      file(
        "promise.yaml",
        `
bundle: promise
commitments:
  - id: p
    title: A promise
    status: PLEDGED
    pledgedOn: 2025-03-01
    claims:
      - {id: said, source: paper, certainty: REPORTED, statement: It was promised.}
      - {id: begun, source: paper, certainty: REPORTED, field: status, value: UNDER_WAY, since: 2025-03-15}
${claims}`,
      );
    const history = async () => (await rows(engine, "MATCH (n:Commitment) RETURN n.history, n.asKnown"))[0];
    const begun = "status␟2025-03-15␟2025-04-05␟UNDER_WAY";
    await loaded(engine, promise(""));
    expect(await history()).toEqual([["status␟2025-03-01␟2025-04-05␟PLEDGED", begun], null]);
    // The gazette has it that it was pledged once more in April; until it said so, the record's own day counted.
    await loaded(
      engine,
      promise("      - {id: again, source: gazette, certainty: CONFIRMED, field: status, value: PLEDGED, since: 2025-04-01}"),
    );
    expect(await history()).toEqual([
      [begun, "status␟2025-04-01␟2025-04-10␟PLEDGED"],
      [
        ...["status␟2025-03-01␟2025-04-05␟PLEDGED␟2025-04-05␟2025-04-10", `${begun}␟2025-04-05␟2025-04-10`],
        ...[`${begun}␟2025-04-10␟~`, "status␟2025-04-01␟2025-04-10␟PLEDGED␟2025-04-10␟~"],
      ],
    ]);
  });

  test("a field that changes as things go on has the value of the latest day, and accusations move nothing", async () => {
    await loaded(
      engine,
      file(
        "promise.yaml",
        `
bundle: promise
commitments:
  - id: p
    title: A promise
    status: PLEDGED
    pledgedOn: 2025-03-01
    claims:
      - {id: said, source: paper, certainty: ALLEGED, statement: It was promised.}
      - {id: done, source: wire, certainty: INFERRED, field: status, value: FULFILLED, since: 2025-04-01}
      - {id: begun, source: gazette, certainty: CONFIRMED, field: status, value: UNDER_WAY, since: 2025-03-15}
      - {id: broken, source: page, certainty: ALLEGED, field: status, value: BREACHED, since: 2025-04-02}
      - {id: heard, source: page, certainty: UNVERIFIED, field: status, value: BREACHED, since: 2025-04-03}
`,
      ),
    );
    expect(await rows(engine, "MATCH (n:Commitment) RETURN n.status, n.history, n.stated")).toEqual([
      [
        "FULFILLED",
        ["status␟2025-03-01␟2025-04-05␟PLEDGED", "status␟2025-03-15␟2025-04-10␟UNDER_WAY", "status␟2025-04-01␟2025-04-06␟FULFILLED"],
        '{"status":"PLEDGED"}',
      ],
    ]);
  });
});
