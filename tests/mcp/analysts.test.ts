/** Analysts' questions, answered with tools alone; the facts are those of the seed's sources, written down before. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomOf } from "../support/random.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";
import { type Assistant, claimsIn, connect, expectCitable, idsIn } from "./support.ts";

const LETTERS = "measure:us-2025-05-eda-letters";
const MAGNETS = "commodity:hs-850511";

describe("assistants", { timeout: 120_000 }, () => {
  let seeded: Seeded;
  let assistant: Assistant;
  beforeAll(async () => {
    seeded = await openSeeded();
    assistant = await connect(seeded.address);
  });
  afterAll(async () => {
    await assistant?.close();
    await seeded?.close();
  });
  const ask: Assistant["ask"] = (tool, args) => assistant.ask(tool, args);

  /** All rows of a list, page by page, and how many pages they took. */
  async function all(tool: string, args: Record<string, unknown>) {
    const rows: Record<string, unknown>[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await ask(tool, { ...args, ...(after === undefined ? {} : { after }) });
      rows.push(...(page.rows ?? []));
      after = page.more?.after;
      pages += 1;
    } while (after !== undefined && pages < 100);
    return { rows, pages };
  }

  it("1: what touched magnets (HS 850511), announced in 2025 until 5 June, headings and chapters above it included", async () => {
    const answer = await ask("measures", { covers: "850511", announcedFrom: "2025", announcedTo: "2025-06-05", first: 50 });
    expect(answer.meant).toEqual([{ said: "850511", id: MAGNETS, label: expect.stringMatching(/^Magnets/) }]);
    expect(answer.total).toBe(15);
    expectCitable(answer);
  });

  it("2: China's controls on rare earths, in the order of their days", async () => {
    const { rows } = await all("measures", {
      covers: ["commodity:rare-earths", "commodity:rare-earth-technology"],
      imposedBy: "China",
      reach: "BELOW",
      oldestFirst: true,
    });
    expect(rows.map(({ announcedOn = null }) => announcedOn)).toEqual([
      "2023-12-21",
      "2024-06-29",
      "2025-04-04",
      "2025-10-09",
      "2025-10-09",
      null,
    ]);
    expect(rows[2]).toMatchObject({ id: "measure:cn-2025-announcement-18", kind: "LICENSING" });
  });

  it("3: what the United States charged on magnets from China on 10 April and on 14 May 2025, and by which acts", async () => {
    for (const [on, total, acts] of [
      ["2025-04-10", 145, ["measure:us-2025-03-fentanyl-tariff-20", "measure:us-2025-04-reciprocal-tariff-125"]],
      ["2025-05-14", 30, ["measure:us-2025-03-fentanyl-tariff-20", "measure:us-2025-05-reciprocal-tariff-cut"]],
    ] as const) {
      const answer = await ask("effective_rate", { importer: "United States", exporter: "CN", goods: MAGNETS, on });
      expect(answer.days?.world).toBe(on);
      expect(answer.answer?.total).toBe(total);
      const counting = (answer.rows ?? []).filter(({ state }) => state === "COUNTS");
      expect(counting.map(({ measure }) => (measure as { id: string }).id).sort()).toEqual([...acts].sort());
      expectCitable(answer);
    }
    const span = await ask("effective_rate", { importer: "US", exporter: "CN", goods: "850511", from: "2025-02-03", to: "2025-03-04" });
    expect(span.rows?.map(({ from, until, total }) => [from, until, total])).toEqual([
      ["2025-02-03", "2025-02-03", 0],
      ["2025-02-04", "2025-03-02", 10],
      // The day on which the next was made public, to be charged from the day after.
      ["2025-03-03", "2025-03-03", 10],
      ["2025-03-04", "2025-03-04", 20],
    ]);
  });

  it("4: whether the letters on chip-design software stood on 10 July 2025, as known in June and in August", async () => {
    const june = await ask("status", { measure: LETTERS, on: "2025-07-10", known: "2025-06-28" });
    expect(june.days).toEqual({ world: "2025-07-10", known: "2025-06-28" });
    expect(june.answer?.statusOn).toEqual({ status: "ANNOUNCED" });
    const august = await ask("status", { measure: LETTERS, on: "2025-07-10", known: "2025-08-01" });
    expect(august.answer?.statusOn).toMatchObject({ status: "REVOKED", decidedBy: { type: "ENDS", since: "2025-07-02" } });
    expectCitable(august);
  });

  it("5: what joins Ford with China's Ministry of Commerce", async () => {
    const answer = await ask("paths", { from: "Ford Motor Company", to: "agency:cn-mofcom" });
    expect(answer.meant?.[0]).toMatchObject({ said: "Ford Motor Company", id: "firm:ford-motor" });
    expect(answer.rows?.[0]?.length).toBe(2);
    expect(answer.rows?.[0]?.way).toMatchObject([
      { id: "firm:ford-motor" },
      { id: "event:2025-06-02-temporary-licences" },
      { id: "agency:cn-mofcom" },
    ]);
    expectCitable(answer);
  });

  it("6: what stopped Ford's Explorer line", async () => {
    const stop = (await ask("search", { text: "Ford Chicago plant idle", types: ["EVENT"] })).rows?.[0];
    expect(stop?.id).toBe("event:2025-05-ford-explorer-stop");
    const causes = await ask("edges", { to: String(stop?.id), types: ["CAUSES"] });
    expect(idsIn(causes, "from")).toContain("measure:cn-2025-announcement-18");
    expectCitable(causes);
  });

  it("7: where sources disagree on the listing of 4 April 2025, announcement 57, the truce of Busan and the surcharge of 2026", async () => {
    const about = [
      "measure:cn-2025-unreliable-entities-april-4",
      "measure:cn-2025-announcement-57",
      "agreement:2025-10-busan-truce",
      "measure:us-2026-02-section-122-surcharge",
    ];
    const { rows } = await all("disagreements", { about });
    expect(rows.map(({ about: of, field = null }) => [(of as { id: string }).id, field])).toEqual([
      ["agreement:2025-10-busan-truce", null],
      ["agreement:2025-10-busan-truce", null],
      ["agreement:2025-10-busan-truce", null],
      ["measure:cn-2025-announcement-57", "inForceFrom"],
      ["measure:cn-2025-unreliable-entities-april-4", "announcedOn"],
      ["measure:us-2026-02-section-122-surcharge", null],
      ["measure:us-2026-02-section-122-surcharge", "rate"],
    ]);
  });

  it("8: what changed in the week up to 14 November 2025", async () => {
    const { rows } = await all("changes", { from: "2025-11-07", to: "2025-11-14", kinds: ["CHANGED"] });
    expect(rows).toHaveLength(16);
    expect(rows).toContainEqual(
      expect.objectContaining({
        node: expect.objectContaining({ id: "measure:us-2025-09-affiliates-rule" }),
        before: "IN_FORCE",
        after: "SUSPENDED",
      }),
    );
  });

  it("9: which measures name Skydio, and since when", async () => {
    const answer = await ask("edges", { to: "Skydio", types: ["TARGETS"] });
    expect(answer.rows?.map(({ since, from }) => [since, (from as { id: string }).id])).toEqual([
      ["2025-11-05", "measure:cn-2025-11-listings-ended"],
      ["2025-04-04", "measure:cn-2025-unreliable-entities-april-4"],
      ["2025-03-04", "measure:cn-2025-03-export-control-list"],
    ]);
    expectCitable(answer);
  });

  it("10: who restricted exports of lithium or cobalt since 2022", async () => {
    const answer = await ask("measures", {
      covers: ["commodity:lithium", "commodity:cobalt", "commodity:lithium-technology"],
      reach: "BELOW",
      flow: ["EXPORT"],
      effect: ["RESTRICTING"],
      announcedFrom: "2022",
      oldestFirst: true,
    });
    expect(answer.total).toBe(7);
    expect(answer.rows?.[0]).toMatchObject({ id: "measure:zw-2022-12-lithium-ore-ban", kind: "BAN", imposedBy: [{ label: "Zimbabwe" }] });
    expectCitable(answer);
  });

  it("11: what happened to Ford, day by day", async () => {
    const { rows } = await all("timeline", { about: "firm:ford-motor", from: "2025" });
    expect(rows.map(({ date, kind }) => [date, kind]).slice(0, 4)).toEqual([
      ["2025-05", "EVENT"],
      ["2025-06", "STATEMENT"],
      ["2025-06", "STATEMENT"],
      ["2025-06-02", "LICENCE"],
    ]);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ["a name of several", { node: "rare earth" }, /may mean any of these.*\n {2}[a-z]+:\S+: /s],
    ["a name of none", { node: "qqxxyy zzvv" }, /^Nothing is called "qqxxyy zzvv".*`search`/],
    ["an id of none", { node: "measure:none-of-that" }, /^No node has the id measure:none-of-that\..*`search`/],
    ["a code of goods that the graph lacks", { node: "99.99.99" }, /no goods of the code 999999/],
    ["an argument that it does not have", { node: "CN", of: "2025-01-01" }, /of/],
    ["a day that is none", { node: "CN", on: "2025-02-30" }, /YYYY-MM-DD/],
    ["a node that was not there yet", { node: LETTERS, on: "2020-01-01" }, /was not there yet on 2020-01-01/],
    ["a cursor of another list", { node: LETTERS, after: "x" }, /after|cursor/i],
  ])("refuses %s, and says what to do", async (_, args, says) => {
    expect(await assistant.refused("node", args)).toMatch(says);
  });

  it.each([
    ["CN", "country:CN"],
    ["CHN", "country:CN"],
    ["china", "country:CN"],
    ["EU", "country:EU"],
    ["HS 8505.11", MAGNETS],
    ["firm:ford-motor", "firm:ford-motor"],
  ])("reads %s as %s, and says so", async (said, id) => {
    const { meant } = await ask("node", { node: said, first: 1 });
    expect(meant).toEqual([{ said, id, label: expect.any(String) }]);
  });

  it("answers any node by every tool that takes one in 8,000 tokens, and what is cut says so", { timeout: 240_000 }, async () => {
    const { body } = await seeded.send(
      `{ ${["measures", "events", "firms", "commodities", "agreements", "claims", "sources", "countries"].map((list) => `${list}(first: 60) { nodes { id } }`).join(" ")} }`,
    );
    const ids = Object.values(body.data as Record<string, { nodes: { id: string }[] }>).flatMap(({ nodes }) => nodes.map(({ id }) => id));
    const { pick } = randomOf(20_251_128);
    const largest = ["country:US", "country:CN", "measure:cn-2025-announcement-18", "agreement:2025-10-busan-truce"];
    for (const id of [...largest, ...Array.from({ length: 30 }, () => pick(ids))]) {
      // The tools hold each answer to its size.
      const whole = await ask("node", { node: id, first: 50 });
      expectTold(whole);
      if (!/^(claim|source):/.test(id)) expectTold(await ask("edges", { from: id, first: 50 }));
      if (/^(country|firm|commodity):/.test(id)) expectTold(await ask("exposure", { node: id, first: 50 }));
      if (/^(country|firm|commodity|measure):/.test(id)) expectTold(await ask("timeline", { about: id, first: 50 }));
    }
  });

  /** Rows that are missing are behind a cursor, and members that are missing are counted. */
  function expectTold({ rows = [], total, more, notes = [], answer }: Awaited<ReturnType<typeof ask>>): void {
    if (total !== undefined && rows.length < total) expect(more?.after).toEqual(expect.any(String));
    const text = JSON.stringify([answer, rows]);
    expect(/\{"more":\d+\}|characters more\)"/.test(text)).toBe(notes.some((note) => note.includes("were cut to fit")));
  }

  it("goes on behind a page without losing or repeating a row, however the pages are cut", async () => {
    const { rows, pages } = await all("edges", { from: "measure:cn-2025-announcement-18", first: 7 });
    const { body } = await seeded.send('{ relationships(from: ["measure:cn-2025-announcement-18"], first: 200) { totalCount } }');
    expect(pages).toBeGreaterThan(1);
    expect(rows).toHaveLength((body.data as { relationships: { totalCount: number } }).relationships.totalCount);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    const reached = await all("exposure", { node: "firm:ford-motor", on: "2025-05-20", first: 5 });
    expect(reached.pages).toBeGreaterThan(1);
    expect(new Set(reached.rows.map(({ measure }) => (measure as { id: string }).id)).size).toBe(reached.rows.length);
  });

  it("cuts a long answer to a query of the assistant's own, and says so", async () => {
    const answer = await ask("graphql", {
      query: "{ measures(first: 200) { nodes { id title claims { nodes { statement source { title url } } } } } }",
    });
    expect(answer.notes?.join(" ")).toContain("were cut to fit");
    expect(JSON.stringify(answer.answer)).toMatch(/\{"more":\d+\}/);
    expect(claimsIn(answer.answer)).toEqual([]);
  });
});
