import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { describeExplorer } from "../support/explorer.ts";
import { goldenOperations } from "../support/golden.ts";

/** The text of a part of GraphiQL; its editors show blanks as non-breaking ones. */
const shown = async (part: Locator) => ((await part.textContent()) ?? "").replaceAll("\u00a0", " ");

/** Where all that a view gives away stands in a row; in narrower windows it is in one menu. */
const WIDE = { viewport: { width: 1920, height: 900 } };

describeExplorer("questions, and what a view gives away", ({ open, ask }) => {
  it("lists every golden question under its theme", async () => {
    const { page, complaints } = await open("/questions");
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    const linked = await page
      .locator("main section a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.replace("/questions/", "") ?? ""));
    expect(linked.sort()).toEqual(
      goldenOperations()
        .map(({ name }) => name)
        .sort(),
    );
    expect(complaints).toEqual([]);
  });

  it("answers a golden question, answers it changed, and hands it to GraphiQL as it was changed, which answers the same", {
    timeout: 90_000,
  }, async () => {
    const { page, complaints } = await open("/questions");
    await page.getByRole("link", { name: "What happened to Ford, day by day?" }).click();
    const answer = page.getByRole("region", { name: "The answer" });
    await answer.getByText("Ford's Chicago plant").first().waitFor();

    await page.getByRole("button", { name: "Take out Ford Motor" }).click({ timeout: 10_000 });
    await page.getByRole("combobox", { name: "Actors", exact: true }).fill("synopsys");
    await page
      .getByRole("option", { name: /^Synopsys/ })
      .first()
      .click();
    await expect.poll(() => new URL(page.url()).searchParams.get("actors"), { timeout: 5_000 }).toBe("firm:synopsys");
    await answer
      .getByText(/chip-design software/)
      .first()
      .waitFor();
    expect(await answer.textContent()).not.toContain("Chicago");
    await page.getByRole("button", { name: "Table" }).click();
    await answer.getByRole("columnheader", { name: "date" }).first().waitFor();

    await page.getByRole("link", { name: "GraphQL in GraphiQL" }).click();
    await expect.poll(() => shown(page.locator(".graphiql-query-editor")), { timeout: 40_000 }).toContain("query TimelineOfFord");
    await page.getByRole("button", { name: /^Execute query/ }).click();
    const result = page.locator(".result-window");
    await expect.poll(() => shown(result), { timeout: 40_000 }).toMatch(/chip-design software/);
    expect(await shown(result)).not.toContain("Chicago");
    expect(complaints).toEqual([]);
  });

  it("asks a question of three inputs anew, the other way round, as answer, as table and in GraphiQL", { timeout: 90_000 }, async () => {
    // The United States' duty on magnets from China becomes China's on soya beans from the United States: a golden question of its own.
    const golden = JSON.parse(readFileSync("tests/operations/measures/china-rate-on-us.json", "utf8")) as Record<string, { total: number }>;
    const { page, complaints } = await open("/questions/us-rate-on-china");
    const answer = page.getByRole("region", { name: "The answer" });
    await answer.getByRole("heading", { level: 2 }).first().waitFor();
    const choose = async (field: string, text: string, value: readonly [string, string]) => {
      await page.getByRole("combobox", { name: field }).fill(text);
      await page.keyboard.press("Enter");
      await expect.poll(() => new URL(page.url()).searchParams.get(value[0])).toBe(value[1]);
    };
    await choose("Importer", "china", ["importer", "country:CN"]);
    await choose("Exporter", "united states", ["exporter", "country:US"]);
    await choose("Goods", "120190", ["goods", "120190"]);
    await page.getByText("These words are of how it was asked first.").waitFor();
    await page.locator('[aria-label="The answer"][aria-busy="false"]').waitFor();
    const totals = () =>
      answer
        .locator(".answer-part")
        .evaluateAll((parts) =>
          parts.map((part) => [...part.querySelectorAll("dt")].find((term) => term.textContent === "Total")?.nextSibling?.textContent),
        );
    await expect.poll(totals).toEqual(Object.values(golden).map(({ total }) => String(total)));

    await page.getByRole("button", { name: "Table" }).click();
    const table = answer.getByRole("table");
    await table.waitFor();
    const names = await table.getByRole("columnheader").allTextContents();
    const cells = (await table.locator("tbody tr").first().locator("td").allTextContents()) as string[];
    for (const [day, { total }] of Object.entries(golden)) expect(cells[names.indexOf(`${day}.total`)], day).toBe(String(total));

    await page.getByRole("link", { name: "GraphQL in GraphiQL" }).click();
    await expect.poll(() => shown(page.locator(".graphiql-query-editor")), { timeout: 40_000 }).toContain("query UsRateOnChina");
    expect(JSON.parse(new URL(page.url()).searchParams.get("variables") ?? "")).toEqual({
      importer: "country:CN",
      exporter: "country:US",
      goods: "120190",
    });
    // Its window shows the first lines only: all of the answer is in what came.
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.request().postData()?.includes("UsRateOnChina") === true, { timeout: 40_000 }),
      page.getByRole("button", { name: /^Execute query/ }).click(),
    ]);
    const { data } = (await response.json()) as { data: Record<string, { total: number }> };
    expect(Object.values(data).map(({ total }) => total)).toEqual(Object.values(golden).map(({ total }) => total));
    await expect.poll(() => shown(page.locator(".result-window")), { timeout: 40_000 }).toContain('"february3"');
    expect(complaints).toEqual([]);
  });

  it("offers a country's page the questions that fit it, each of which is answered for that country", { timeout: 90_000 }, async () => {
    const { page, complaints } = await open("/id/country:CN");
    const links = page.getByRole("region", { name: "Ask further" }).getByRole("link");
    await links.first().waitFor();
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(addresses.length).toBe(4);
    for (const address of addresses) {
      expect(address).toMatch(/CN/);
      const { page: asked, complaints: more } = await open(address);
      await asked.getByRole("region", { name: "The answer" }).or(asked.getByRole("alert")).first().waitFor();
      expect(await asked.getByRole("alert").count(), address).toBe(0);
      expect(((await asked.getByRole("region", { name: "The answer" }).textContent()) ?? "").length, address).toBeGreaterThan(100);
      expect(more).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it("renders every golden question's answer without a problem", { timeout: 240_000 }, async () => {
    const { page, complaints } = await open("/questions");
    const failed: string[] = [];
    for (const { name } of goldenOperations()) {
      await page.evaluate(`history.pushState(null, "", "/questions/${name}"); dispatchEvent(new PopStateEvent("popstate"))`);
      const answer = page.getByRole("region", { name: "The answer" });
      await answer.or(page.getByRole("alert")).first().waitFor({ timeout: 20_000 });
      const text = (await answer.textContent().catch(() => null)) ?? "";
      if (text.length < 10 || /\[object|undefined|NaN/.test(text)) failed.push(`${name}: ${text.slice(0, 80)}`);
    }
    expect(failed).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("cites the view with the state of its data and its day, and a source that is open", async () => {
    const { meta } = await ask<{ meta: { dataVersion: string } }>("{ meta { dataVersion } }");
    const { page, complaints } = await open("/measures?on=2025-06-28", WIDE);
    const cite = page.getByRole("button", { name: "Cite" });
    await cite.click();
    const plain = await page.getByRole("textbox", { name: "Plain text" }).inputValue();
    for (const part of [
      "trade-graph: “Measures as of 28 Jun 2025”",
      meta.dataVersion,
      "as it stood on 28 Jun 2025",
      page.url(),
      "(accessed ",
    ])
      expect(plain).toContain(part);
    const bibtex = await page.getByRole("textbox", { name: "BibTeX" }).inputValue();
    expect(bibtex).toMatch(
      /^@misc\{trade-graph-measures-as-of-28-jun-2025-\d{4}-\d\d-\d\d,\n {2}title = \{\{Measures as of 28 Jun 2025\}\},\n/,
    );
    expect(bibtex).toContain(`version = {${meta.dataVersion}}`);
    const [item] = JSON.parse(await page.getByRole("textbox", { name: "CSL-JSON" }).inputValue()) as Record<string, unknown>[];
    const today = new Date().toISOString().slice(0, 10).split("-").map(Number);
    expect(item).toMatchObject({ type: "dataset", URL: page.url(), version: meta.dataVersion, accessed: { "date-parts": [today] } });
    await page.keyboard.press("Escape");
    expect(await page.getByRole("textbox", { name: "BibTeX" }).count()).toBe(0);
    expect(await cite.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);

    const other = await open("/measures?evidence=source:nation-thailand-2025-06-28", WIDE);
    await other.page.getByRole("button", { name: "Cite" }).click();
    const source = other.page.getByRole("region", { name: /^The source: US and China strike deal/ });
    expect(await source.getByRole("textbox", { name: "Plain text" }).inputValue()).toMatch(
      /^Nation Thailand: “US and China strike deal .*28 Jun 2025\. https:/,
    );
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it("downloads what the view asked, copies its link, and opens the question in GraphiQL, by keys alone", { timeout: 90_000 }, async () => {
    const { page, complaints } = await open("/tariffs?importer=US&exporter=CN&hs=850511&from=2025-01-01&to=2025-12-31", {
      ...WIDE,
      acceptDownloads: true,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.getByRole("button", { name: "Download" }).press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const answered = JSON.parse(readFileSync(await download.path(), "utf8")) as { data: { effectiveRates: { total: number }[] } };
    expect(answered.data.effectiveRates.map(({ total }) => total)).toContain(145);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Copy link" }).press("Enter");
    await page.getByText("Link copied").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(page.url());
    // Off unless the server names origins.
    expect(await page.getByRole("button", { name: "Embed" }).count()).toBe(0);
    await page.getByRole("link", { name: "As GraphQL" }).press("Enter");
    await expect.poll(() => shown(page.locator(".graphiql-query-editor")), { timeout: 40_000 }).toContain("query Tariffs");
    expect(new URL(page.url()).searchParams.get("variables")).toContain("850511");
    expect(complaints).toEqual([]);
  });
});
