import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeExplorer } from "../support/explorer.ts";

/** The text that a press of a button saves as a file, and the file's name. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

describeExplorer("measures and tariffs as tables", ({ open, origin, send }) => {
  /** The titles of the table, once it is that of the address. */
  async function titles(page: Page): Promise<string[]> {
    await page.locator('.measures-main[aria-busy="false"]').waitFor({ timeout: 15_000 });
    return page.getByRole("rowheader").allTextContents();
  }

  /** What the API answers as CSV. */
  async function asCsv(query: string, variables: Record<string, unknown>): Promise<string> {
    const response = await fetch(`${origin()}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/csv" },
      body: JSON.stringify({ query, variables }),
    });
    return response.text();
  }

  it("narrows to what was in force on rare earths on a day, and gives just this as the API's CSV", async () => {
    const { page, complaints } = await open("/measures?on=2025-06-28", { acceptDownloads: true });
    await page.getByRole("combobox", { name: "Goods by name or code" }).fill("rare earths");
    await page
      .getByRole("option", { name: /^Rare earths/ })
      .first()
      .click();
    await page.getByRole("checkbox", { name: /^In force/ }).check();
    const { data } = (
      await send(
        `query ($on: Date!) @asOf(valid: $on) {
          measures(first: 200, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }], filter: { covers: ["commodity:rare-earths"], status: { in: [IN_FORCE] } }) { nodes { title } }
        }`,
        { on: "2025-06-28" },
      )
    ).body as { data: { measures: { nodes: { title: string }[] } } };
    const expected = data.measures.nodes.map(({ title }) => title);
    // Announced and in force since 4 April 2025; that of October was not announced yet.
    expect(expected).toContain("Export licences for seven medium and heavy rare earths (Announcement 18/2025)");
    expect(expected).not.toContain("China licenses exports of five more rare earths (Announcement 57/2025)");
    await expect.poll(() => titles(page), { timeout: 15_000 }).toEqual(expected);
    const asked = new URL(page.url()).searchParams;
    expect([asked.get("covers"), asked.get("status"), asked.get("on")]).toEqual(["commodity:rare-earths", "IN_FORCE", "2025-06-28"]);

    const file = await saved(page, () => page.getByRole("button", { name: "CSV of just this" }).click());
    expect(file.name).toBe("measures-as-of-28-jun-2025.csv");
    const own = await asCsv(
      `query ($on: Date!) @asOf(valid: $on) {
        measures(first: 200, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }], filter: { covers: ["commodity:rare-earths"], status: { in: [IN_FORCE] } }) {
          nodes { id title statusOn { status } kind announcedOn imposedBy(first: 50) { nodes { id name } } targets(first: 200) { nodes { id name } } covers(first: 200) { nodes { id name } } }
        }
      }`,
      { on: "2025-06-28" },
    );
    expect(own.split("\n").length).toBeGreaterThan(expected.length);
    expect(file.text).toBe(own);
    expect(complaints).toEqual([]);
  });

  it("counts by facets as the API does, leaves a group's other values to choose from, and takes back what was chosen", async () => {
    const { page, complaints } = await open("/measures?kind=TARIFF&on=2025-06-28");
    const { data } = (
      await send(
        `query ($on: Date!) @asOf(valid: $on) {
          all: measures(first: 1) { facets(by: [{ field: KIND, first: 40 }]) { values { value label count } } }
          tariffs: measures(first: 1, filter: { kind: [TARIFF] }) { totalCount facets(by: [{ field: EFFECT }]) { values { label count } } }
        }`,
        { on: "2025-06-28" },
      )
    ).body as { data: { all: { facets: Facet[] }; tariffs: { totalCount: number; facets: Facet[] } } };
    type Facet = { values: { label: string; count: number }[] };
    const shown = async (group: string) => {
      const rows = await page.getByRole("group", { name: group }).locator("label").allTextContents();
      return rows.map((text) => text.replace(/(\d+)$/, " $1"));
    };
    const words = (facet: Facet | undefined) => facet?.values.map(({ label, count }) => `${label} ${count}`) ?? [];
    await page.getByRole("row").nth(1).waitFor();
    expect((await shown("Instrument")).slice(0, 6)).toEqual(words(data.all.facets[0]).slice(0, 6));
    expect(await shown("Effect on trade")).toEqual(words(data.tariffs.facets[0]));
    await page.getByText(`${data.tariffs.totalCount} measures pass`).waitFor();
    await page.getByRole("button", { name: "Take back Instrument: Tariff" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has("kind"), { timeout: 5_000 }).toBe(false);
    expect(complaints).toEqual([]);
  });

  it("sorts, chooses columns and turns pages in the address, so that a link opened fresh looks the same", async () => {
    const { page } = await open("/measures");
    await page.getByRole("button", { name: "Measure", exact: true }).click();
    await page.getByRole("columnheader", { name: "Measure" }).and(page.locator("[aria-sort=ascending]")).waitFor();
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Rate" }).check();
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.textContent")).toContain("Columns");
    await page.getByRole("columnheader", { name: "Rate" }).waitFor();
    await page.getByRole("button", { name: "Next page" }).click();
    await page.getByText("Page 2 of 4").waitFor();
    const { data } = (await send("{ measures(first: 100, orderBy: [{ field: TITLE }]) { nodes { title } } }")).body as {
      data: { measures: { nodes: { title: string }[] } };
    };
    const all = data.measures.nodes.map(({ title }) => title);
    await expect.poll(() => titles(page), { timeout: 15_000 }).toEqual(all.slice(50, 100));
    const fresh = await open(page.url().slice(origin().length));
    await expect.poll(() => titles(fresh.page), { timeout: 15_000 }).toEqual(all.slice(50, 100));
    await page.getByRole("button", { name: "Page before" }).click();
    await page.getByText("Page 1 of 4").waitFor();
    await expect.poll(() => titles(page), { timeout: 15_000 }).toEqual(all.slice(0, 50));
  });

  it("opens the Harmonized System, chapter by chapter, to choose a heading", async () => {
    const { page, complaints } = await open("/measures?on=2025-06-28");
    await page.getByRole("button", { name: /^Open 85 / }).click();
    const heading = page.getByRole("checkbox", { name: /^8505 / });
    await heading.check();
    await expect.poll(() => new URL(page.url()).searchParams.get("covers"), { timeout: 5_000 }).toBe("commodity:hs-8505");
    const { data } = (
      await send('{ measures(first: 1, filter: { covers: ["commodity:hs-8505"] }) @asOf(valid: "2025-06-28") { totalCount } }')
    ).body as { data: { measures: { totalCount: number } } };
    await page.getByText(new RegExp(`^${data.measures.totalCount} measures? pass`)).waitFor();
    expect(complaints).toEqual([]);
  });

  it("folds what narrows the table into a sheet on a phone", async () => {
    const { page, complaints } = await open("/measures", { viewport: { width: 390, height: 800 } });
    const counted: string[] = [];
    page.on("request", (request) => (request.postData() ?? "").includes("MeasuresFacets") && counted.push(request.url()));
    await page.goto(page.url().replace("/measures", "/measures?on=2025-06-28"));
    await page.getByRole("rowheader").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("checkbox", { name: /^In force/ }).isVisible()).toBe(false);
    // What nobody sees is not counted.
    expect(counted).toEqual([]);
    await page.getByRole("button", { name: "Narrow the table" }).click();
    await page.getByRole("checkbox", { name: /^In force/ }).check();
    await page.getByRole("button", { name: "Show the table" }).click();
    await page.getByText(/measures pass/).waitFor();
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(390);
    expect(complaints).toEqual([]);
  });

  it("tells the duty on magnets from China on the eight days of the golden question, as the table and at the pointer's day", async () => {
    const golden = JSON.parse(readFileSync("tests/operations/measures/us-rate-on-china.json", "utf8")) as Record<
      string,
      { total: number; counting: { rate: number }[] }
    >;
    const days: Readonly<Record<string, string>> = {
      february3: "2025-02-03",
      february4: "2025-02-04",
      march4: "2025-03-04",
      april9: "2025-04-09",
      april10: "2025-04-10",
      may14: "2025-05-14",
      november10: "2025-11-10",
      february2026: "2026-02-24",
    };
    expect(Object.keys(golden)).toEqual(Object.keys(days));
    const { page, complaints } = await open("/tariffs?importer=US&exporter=CN&hs=850511&from=2025-01-01&to=2026-03-31");
    const table = page.getByRole("region", { name: "Table of the rate" });
    await table.waitFor();
    const rows = await table
      .locator("tbody tr")
      .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
    const slider = page.getByRole("slider", { name: "Day that is read" });
    for (const [name, day] of Object.entries(days)) {
      const { total, counting } = golden[name] ?? { total: Number.NaN, counting: [] };
      const row = rows.find(
        ([from = "", until = ""]) => Date.parse(`${from} UTC`) <= Date.parse(day) && Date.parse(day) <= Date.parse(`${until} UTC`),
      );
      expect(row?.[2], day).toBe(`${total} %`);
      const addends = (row?.[3] ?? "").split(" = ")[0]?.split(" + ").map(Number.parseFloat) ?? [];
      if (counting.length > 0) expect(addends.sort(), day).toEqual(counting.map(({ rate }) => rate).sort());
      await slider.fill(String(Date.parse(day) / 86_400_000));
      await expect
        .poll(() => page.getByRole("region", { name: "The rate on the day" }).textContent())
        .toMatch(new RegExp(`^${total} % on`));
    }
    await page.getByRole("heading", { name: "Charged besides, and not in this graph" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("takes what is typed for the name that is shown, also for one that is answered only then", async () => {
    const { page, complaints } = await open("/");
    let answer: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes("query PickedNames")) await held;
      await route.fallback();
    });
    await page.goto(`${origin()}/tariffs`);
    const field = page.getByRole("combobox", { name: "Charged by" });
    await field.focus();
    expect(await field.inputValue()).toBe("US");
    answer();
    await expect.poll(() => field.inputValue()).toBe("United States");
    await page.keyboard.type("china");
    expect(await field.inputValue()).toBe("china");
    await page.getByRole("option", { name: /^China/ }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => field.inputValue()).toBe("China");
    // The field is still entered: the next name takes the place of this one.
    await page.keyboard.type("japan");
    expect(await field.inputValue()).toBe("japan");
    expect(complaints).toEqual([]);
  });

  it("chooses countries and goods by name, and says why where there is no total", async () => {
    const { page, complaints } = await open("/tariffs?from=2025-01-01&to=2026-03-31");
    await page.getByRole("combobox", { name: "Charged by" }).fill("china");
    await page
      .getByRole("option", { name: /^China/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "On goods from" }).fill("united states");
    await page
      .getByRole("option", { name: /^United States/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: /^Goods/ }).fill("1201.90");
    await page
      .getByRole("option", { name: /120190/ })
      .first()
      .click();
    await expect.poll(() => new URL(page.url()).search, { timeout: 5_000 }).toContain("importer=CN&exporter=US&hs=120190");
    await page.getByText(/Duties of China on goods from United States: Soya beans/).waitFor();
    // The duties of firms on tinplate: one of several is charged, and which one is not held.
    const tinplate = await open("/tariffs?importer=EU&exporter=CN&hs=721012&from=2025-01-01&to=2025-12-31&at=2025-06-28");
    await tinplate.page.getByText(/There is no total: .*depends on what the graph does not hold/).waitFor();
    expect([...complaints, ...tinplate.complaints]).toEqual([]);
  });
});
