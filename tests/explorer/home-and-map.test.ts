import { readFileSync } from "node:fs";
import { parse } from "graphql";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STORIES } from "../../src/explorer/home/stories.ts";
import { describeInBrowser } from "../support/browser.ts";
import { type Repaint, repaintsOf, spreadOf } from "../support/repaint.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";

/** Whether pages of nodes are there: until then what leads through them can't be walked. */
const HAS_NODES = !readFileSync("src/explorer/node/node.tsx", "utf8").includes("To come.");

const DAY = "2025-06-28";

/** What is asked of the server here, typed by hand. */
const ask = async <Data>(served: Seeded, query: string, variables: Record<string, unknown> = {}): Promise<Data> =>
  (await served.ask(parse(query) as never, variables)) as Data;

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const TWENTY = Array.from({ length: 20 }, (_, i) => new Date((numberOf("2025-03-01") + 9 * i) * 86_400_000).toISOString().slice(0, 10));

/** The counts of the table beside the map, by name. */
const countsIn = async (page: Page): Promise<Record<string, number>> => {
  const [names, counts] = [
    await page.locator(".map-table tbody th").allTextContents(),
    await page.locator(".map-table tbody td").allTextContents(),
  ];
  return Object.fromEntries(names.map((name, i) => [name, Number(counts[i])]));
};

describe("the stories of the home page", () => {
  it("have an id and a line each, none twice", () => {
    expect(new Set(STORIES.map(({ id }) => id)).size).toBe(STORIES.length);
    for (const { title, line } of STORIES) expect(title.length * line.length).toBeGreaterThan(0);
  });
});

describeInBrowser("the home page, the map and the days", ({ open }) => {
  let served: Seeded;
  beforeAll(async () => {
    served = await openSeeded();
  });
  afterAll(() => served?.close());

  it("begins with stories that the data has, and says how much it has", async () => {
    const { nodes, meta } = await ask<{ nodes: ({ id: string } | null)[]; meta: { counts: { type: string; nodes: number }[] } }>(
      served,
      "query Stories($ids: [ID!]!) { nodes(ids: $ids) { id } meta { counts { type nodes } } }",
      { ids: STORIES.map(({ id }) => id) },
    );
    expect(nodes.map((node) => node?.id)).toEqual(STORIES.map(({ id }) => id));
    const { page, complaints } = await open(served.address, "/");
    const measures = meta.counts.find(({ type }) => type === "MEASURE")?.nodes;
    await page.getByText(`${measures} measures`).waitFor();
    for (const { title } of STORIES) await page.getByRole("link", { name: new RegExp(`^${title}`) }).waitFor();
    expect(await page.getByRole("combobox").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("tells of a story that it was not there yet on an earlier day", async () => {
    const { page } = await open(served.address, "/?on=2025-04-03");
    await page.getByRole("link", { name: /Rare earths.*not yet there on this day/ }).waitFor();
    expect(await page.getByRole("link", { name: /From the tariff.*not yet there/ }).count()).toBe(0);
  });

  it("shows who acts against whom as the statistics count it", async () => {
    const { page } = await open(served.address, `/?on=${DAY}`);
    const { statistics } = await ask<{ statistics: { rows: { count: number; groups: { value: string | null }[] }[] } }>(
      served,
      `query Pairs @asOf(valid: "${DAY}") { statistics(filter: { effect: [RESTRICTING] }, count: IN_FORCE, from: "${DAY}", to: "${DAY}", every: MONTH, parts: ALL) {
        rows(groupBy: [IMPOSED_BY_COUNTRY, TARGETS_COUNTRY], first: 100) { count groups { value } } } }`,
    );
    const pair = (from: string, to: string) =>
      statistics.rows.find(({ groups }) => groups[0]?.value === from && groups[1]?.value === to)?.count;
    await page.getByRole("link", { name: `${pair("country:CN", "country:US")} measures of China against United States` }).waitFor();
    await page.getByRole("link", { name: `${pair("country:US", "country:CN")} measures of United States against China` }).waitFor();
  });

  it("leads from the home page to Ford's Explorer line by one click", async () => {
    const { page, complaints } = await open(served.address, "/");
    await page.getByRole("link", { name: /Explorer line/ }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/id/event:2025-05-ford-explorer-stop");
    expect(complaints).toEqual([]);
  });

  it.skipIf(!HAS_NODES)("names what stopped Ford's Explorer line within four clicks", async () => {
    const { page, complaints } = await open(served.address, "/");
    await page.getByRole("link", { name: /Explorer line/ }).click();
    await page.getByRole("heading", { level: 1, name: "Ford's Chicago plant idle for a week" }).waitFor();
    const cause = page
      .locator("main")
      .getByRole("link", { name: /Export licences for seven medium and heavy rare earths/ })
      .first();
    await cause.click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/id/measure:cn-2025-announcement-18");
    const first = page
      .locator("main")
      .getByRole("link", { name: /US reciprocal tariff, 34% for China/ })
      .first();
    await first.waitFor();
    expect(complaints).toEqual([]);
  });

  it("counts on the map of a day what the server counts, by both sides, and links to the measures behind", async () => {
    const { page, complaints } = await open(served.address, `/map?on=${DAY}`);
    const { measures } = await ask<{ measures: { facets: { values: { value: string; label: string; count: number }[] }[] } }>(
      served,
      `query Facets @asOf(valid: "${DAY}") { measures(filter: { status: { in: [IN_FORCE] }, effect: [RESTRICTING] }, first: 0) {
        facets(by: [{ field: IMPOSED_BY_COUNTRY, first: 100 }, { field: TARGETS_COUNTRY, first: 100 }]) { values { value label count } } } }`,
    );
    const [imposed = [], targeted = []] = measures.facets.map(({ values }) => values);
    const named = (values: typeof imposed) => Object.fromEntries(values.map(({ label, count }) => [label, count]));
    await page.getByRole("table").waitFor();
    expect(await countsIn(page)).toEqual(named(imposed));
    const china = page.locator('path[data-id="country:CN"]');
    const count = imposed.find(({ value }) => value === "country:CN")?.count ?? 0;
    await expect.poll(() => china.getAttribute("data-count")).toBe(String(count));
    await page.getByRole("button", { name: "Who is targeted" }).click();
    await expect.poll(() => countsIn(page)).toEqual(named(targeted));
    await page.getByRole("button", { name: "Who imposed" }).click();
    await page.getByRole("link", { name: `China imposed ${count} restricting measures in force` }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/measures");
    const asked = new URL(page.url()).searchParams;
    expect(Object.fromEntries(asked)).toEqual({ imposedBy: "country:CN", status: "IN_FORCE", effect: "RESTRICTING", on: DAY });
    // What the facet says of one country is what a list of its measures holds.
    const list = await ask<{ measures: { totalCount: number } }>(
      served,
      `query China @asOf(valid: "${DAY}") { measures(filter: { status: { in: [IN_FORCE] }, effect: [RESTRICTING], imposedBy: ["country:CN"] }, first: 0) { totalCount } }`,
    );
    expect(list.measures.totalCount).toBe(count);
    expect(complaints).toEqual([]);
  });

  it("shades members of a customs union by the union's count as they were on the day, and outlines a bloc", async () => {
    const { page } = await open(served.address, `/map?on=2020-01-15&effects=all&compare=${DAY}&bloc=country:EU`);
    await page.locator(".map-outline").nth(1).waitFor();
    const on = (i: number, id: string) => page.locator(".map-figure").nth(i).locator(`path[data-id="${id}"]`).allTextContents();
    // The United Kingdom left on 31 January 2020.
    expect((await on(1, "country:GB")).join()).not.toContain("European Union");
    expect((await on(1, "country:DE")).join()).toContain("Germany, in the European Union");
    await page.getByRole("combobox", { name: "Outline a bloc" }).getByText("European Union (28)").waitFor({ state: "attached" });
  });

  it("keeps a compared day in the address, so that a link opened fresh looks the same", async () => {
    const { page } = await open(served.address, `/map?on=${DAY}`);
    await page.getByRole("button", { name: "Compare with another day" }).click();
    await page.getByLabel("Compared with").fill("2025-04-20");
    await expect.poll(() => new URL(page.url()).searchParams.get("compare")).toBe("2025-04-20");
    await page.getByRole("columnheader", { name: "20 Apr 2025" }).waitFor();
    await page.locator('main [aria-busy="false"]').first().waitFor();
    const table = await page.locator(".map-table").textContent();
    const fresh = await open(served.address, new URL(page.url()).pathname + new URL(page.url()).search);
    await fresh.page.getByRole("columnheader", { name: "20 Apr 2025" }).waitFor();
    expect(await fresh.page.locator(".map-table").textContent()).toBe(table);
  });

  it("moves the day by days, weeks and months with keys, and by steps", async () => {
    const { page } = await open(served.address, "/map?on=2025-05-31");
    const day = () => new URL(page.url()).searchParams.get("on");
    await page.getByRole("slider", { name: "As it stood on" }).focus();
    for (const [key, then] of [
      ["ArrowLeft", "2025-05-30"],
      ["Shift+ArrowRight", "2025-06-06"],
      ["PageDown", "2025-05-06"],
      ["PageUp", "2025-06-06"],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(day).toBe(then);
    }
    await page.getByRole("button", { name: "A day later" }).first().click();
    await expect.poll(day).toBe("2025-06-07");
    await page.getByText("7 Jun 2025", { exact: true }).first().waitFor();
    await page.keyboard.press("Tab");
  });

  it("repaints as the slider moves, without loading the page again, and shows the last day of a fast drag", async () => {
    const { page, complaints } = await open(served.address, "/map?on=2025-02-01");
    await page.locator('path[data-id="country:CN"]').waitFor();
    await page.evaluate("window.kept = true");
    report("the map", await repaintsOf(page, TWENTY));
    // Twenty days in a third of a second: fewer questions than days, and the last one's answer.
    let questions = 0;
    page.on("request", (request) => request.url().endsWith("/graphql") && questions++);
    await page.evaluate(`(async () => {
      const slider = document.querySelector(".day-slider");
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
      for (let day = ${numberOf("2025-09-01")}; day < ${numberOf("2025-09-21")}; day++) {
        write.call(slider, String(day));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((then) => setTimeout(then, 16));
      }
    })()`);
    await expect.poll(() => new URL(page.url()).searchParams.get("on")).toBe("2025-09-20");
    await page.locator('[aria-busy="false"] figcaption', { hasText: "20 Sep 2025" }).waitFor();
    expect(questions).toBeLessThan(15);
    expect(await page.evaluate("window.kept")).toBe(true);
    expect(complaints).toEqual([]);
  }, 120_000);

  it.skipIf(!HAS_NODES)(
    "repaints a node's page as the slider moves",
    async () => {
      const { page, complaints } = await open(served.address, "/id/measure:cn-2025-announcement-18?on=2025-04-05");
      await page.getByRole("heading", { level: 1 }).waitFor();
      report("a node's page", await repaintsOf(page, TWENTY.slice(4)));
      expect(complaints).toEqual([]);
    },
    120_000,
  );

  it("folds the days into one line on a phone, and never scrolls sideways", async () => {
    for (const width of [390, 320]) {
      for (const path of ["/", `/map?on=${DAY}&compare=2025-01-01`]) {
        const { page, complaints } = await open(served.address, path, { viewport: { width, height: 800 } });
        await page.getByRole("table").first().waitFor();
        expect(await page.evaluate("document.documentElement.scrollWidth"), `${path} at ${width} px`).toBeLessThanOrEqual(width);
        expect(await page.getByRole("slider", { name: "As it stood on" }).isVisible()).toBe(false);
        await page.getByRole("button", { name: /As it stood/ }).click();
        await page.getByRole("slider", { name: "As it stood on" }).waitFor();
        expect(await page.evaluate("document.documentElement.scrollWidth"), `${path} at ${width} px, opened`).toBeLessThanOrEqual(width);
        expect(complaints).toEqual([]);
      }
    }
  }, 120_000);
});

/** Says how long repaints took, and how much of that the page took once it had the answer; asserts only what no machine's load undoes. */
function report(what: string, repaints: readonly Repaint[]): void {
  const [all, drawing] = [spreadOf(repaints.map(({ all }) => all)), spreadOf(repaints.map(({ drawing }) => drawing))];
  console.info(
    `${what}, ${repaints.length} days from input to repaint: least ${all.least} ms, median ${all.median} ms; drawing ${drawing.least} ms and ${drawing.median} ms`,
  );
  expect(all.least).toBeGreaterThan(0);
  expect(all.least).toBeLessThan(2_000);
}
