import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { settled } from "../support/axe.ts";
import { describeExplorer } from "../support/explorer.ts";
import { ADDRESSES } from "../support/views.ts";

/** Where all that a view gives away stands in a row. */
const WIDE = { viewport: { width: 1920, height: 900 }, acceptDownloads: true };
/** One address of each route; the list of questions has no question of its own behind it. */
const VIEWS = ["home", "node", "graph", "map", "measures", "timeline", "tariffs", "changes", "question"].map((name) => [
  name,
  ADDRESSES[name] ?? "",
]);

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return readFileSync(await download.path(), "utf8");
}

describeExplorer(
  "what every view gives away",
  ({ open, file, origin }) => {
    it.each(VIEWS)("%s: as GraphQL, cite, download, copy link and embed, and the files are the API's", async (_, address) => {
      const { page, complaints } = await open(address, WIDE);
      await settled(page);
      const asked = new URL((await page.getByRole("link", { name: "As GraphQL" }).getAttribute("href")) ?? "", origin()).searchParams;
      const [query, variables] = [asked.get("query") ?? "", JSON.parse(asked.get("variables") ?? "") as Record<string, unknown>];
      await page.getByRole("button", { name: "Download" }).click();
      const json = JSON.parse(await saved(page, "JSON, as answered")) as { data: unknown };
      const own = JSON.parse(await file("application/json", query, variables)) as { data: unknown };
      expect(own.data).toBeTruthy();
      expect(json.data).toEqual(own.data);
      expect(await saved(page, "CSV, a table")).toBe(await file("text/csv", query, variables));
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Cite" }).click();
      expect(await page.getByRole("textbox", { name: "Plain text" }).first().inputValue()).toContain(page.url());
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Copy link" }).waitFor();
      await page.getByRole("button", { name: "Embed" }).click();
      const html = await page.getByRole("textbox", { name: "HTML" }).inputValue();
      const title = await page.locator("main h1").first().textContent();
      const embedded = /src="([^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
      expect(embedded.startsWith(`${origin()}/embed`)).toBe(true);
      await page.goto(embedded);
      await settled(page);
      expect(await page.locator("main h1").first().textContent()).toBe(title);
      expect(await page.getByRole("navigation", { name: "Views" }).count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it("gives the list of questions as a citation, a link and a frame", async () => {
      const { page, complaints } = await open("/questions", WIDE);
      await page.getByRole("button", { name: "Cite" }).waitFor();
      expect(await page.getByRole("button", { name: "Embed" }).count()).toBe(1);
      expect(await page.getByRole("button", { name: "Download" }).count()).toBe(0);
      expect(await page.getByRole("link", { name: "As GraphQL" }).count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it("says where a file is one page of a longer list", async () => {
      const { page } = await open("/changes?from=2025-01-01&to=2025-12-31", WIDE);
      await settled(page);
      await page.getByRole("button", { name: "Download" }).click();
      await page.getByText(/^Its file has 50 of [\d,]+\. It is this page’s; the next page has its own\.$/).waitFor();
    });
  },
  { embedOrigins: ["*"] },
);
