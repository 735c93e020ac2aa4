import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeExplorer } from "../support/explorer.ts";

/**
 * Echodyne, as seed/episodes/chinese-listings.yaml has it: Announcement 22/2025 of 9 April 2025 puts it on China's export control list from 10 April; on 14 May that is
 * suspended for 90 days, of which 11 August is the last; on 12 August it is ended.
 */
const LISTING = "Twelve US entities on China's export control list (Announcement 22/2025)";
const SUSPENDED = "China suspends its listings of US entities of April 2025 for 90 days";
const ENDED = "China keeps 16 US entities suspended from its export control list and takes 12 off it";
const DAYS = [
  { day: "2025-05-01", words: "1 May 2025", status: "In force", by: "" },
  { day: "2025-06-15", words: "15 Jun 2025", status: "Suspended", by: `, put on hold by ${SUSPENDED} (14 May 2025 to 11 Aug 2025)` },
  { day: "2025-09-15", words: "15 Sep 2025", status: "Revoked", by: `, ended by ${ENDED} (12 Aug 2025)` },
] as const;
const SPANS = [
  ["9 Apr 2025", "Scheduled", "its own dates"],
  ["10 Apr 2025 to 13 May 2025", "In force", "its own dates"],
  ["14 May 2025 to 11 Aug 2025", "Suspended", `put on hold by ${SUSPENDED}`],
  ["since 12 Aug 2025", "Revoked", `ended by ${ENDED}`],
];
/** The source that says the listing's days, as the seed has it: without a date of its own. */
const SOURCE = "financialexpress-com-twelve-entities";
const SOURCE_AT =
  "https://www.financialexpress.com/world-news/in-retaliation-to-trump-tariffs-china-blacklists-12-us-firms-heres-the-list/3805310";

const WIDE = { viewport: { width: 1920, height: 1000 } };
const chooseDay = (page: Page, day: string) => page.getByLabel("As it stood on", { exact: true }).last().fill(day);
const text = (page: Page, name: string) => page.getByRole("textbox", { name }).first().inputValue();
const today = new Date().toISOString().slice(0, 10);

describeExplorer("a listed firm on three days, cited", ({ open, ask }) => {
  it("says on the firm's page which listing names it, and where that stood on each day", async () => {
    const { page, complaints } = await open("/", WIDE);
    await page.getByRole("combobox").fill("echodyne");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Echodyne/ }).waitFor();
    const named = page.getByRole("region", { name: /^Targeted by/ }).getByRole("listitem");
    for (const { day, status } of DAYS) {
      await chooseDay(page, day);
      await expect.poll(() => new URL(page.url()).search).toBe(`?on=${day}`);
      await expect.poll(() => named.allTextContents()).toEqual([expect.stringContaining(`${LISTING} ${status}`)]);
    }
    await chooseDay(page, "2025-04-08");
    await page
      .getByText("Nothing leads to it or from it on this day.")
      .or(page.getByRole("region", { name: "What it has to do with" }))
      .first()
      .waitFor();
    await expect.poll(() => named.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("tells in the listing's band what decided each, and cites it as of the day", async () => {
    const { meta } = await ask<{ meta: { dataVersion: string; loadedAt: string } }>("{ meta { dataVersion loadedAt } }");
    const { page, complaints } = await open("/id/firm:echodyne?on=2025-05-01", WIDE);
    await page.getByRole("link", { name: LISTING }).first().click();
    const band = page.getByRole("region", { name: "Status along time" });
    await band.getByText("As a table").click();
    const rows = () =>
      band.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].slice(1).map((cell) => cell.textContent)));
    expect(await rows()).toEqual(SPANS);
    for (const { day, words, status, by } of DAYS) {
      await chooseDay(page, day);
      await expect.poll(() => band.locator(".band-sentence").textContent()).toBe(`${status} on ${words}${by}`);
      await page.getByRole("button", { name: "Cite" }).click();
      const url = `${new URL(page.url()).origin}/id/measure:cn-2025-announcement-22?on=${day}`;
      const loaded = meta.loadedAt.slice(0, 10);
      await expect
        .poll(() => text(page, "Plain text"))
        .toBe(
          `trade-graph: “${LISTING}”, data version ${meta.dataVersion} of ${inWords(loaded)}, as it stood on ${words}. ${url} (accessed ${inWords(today)})`,
        );
      expect(await text(page, "BibTeX")).toBe(
        `@misc{trade-graph-twelve-us-entities-on-china-s-export-con-${today},
  title = {{${LISTING}}},
  howpublished = {trade-graph},
  year = {${loaded.slice(0, 4)}},
  month = {${Number(loaded.slice(5, 7))}},
  day = {${Number(loaded.slice(8, 10))}},
  version = {${meta.dataVersion}},
  url = {${url}},
  urldate = {${today}},
  note = {as it stood on ${words}},
}`,
      );
      expect(JSON.parse(await text(page, "CSL-JSON"))).toMatchObject([
        { type: "dataset", title: LISTING, URL: url, version: meta.dataVersion, note: `as it stood on ${words}` },
      ]);
      await page.keyboard.press("Escape");
    }
    expect(complaints).toEqual([]);
  });

  it("cites the source that says so", async () => {
    const { page, complaints } = await open("/id/measure:cn-2025-announcement-22?on=2025-05-01", WIDE);
    await page.getByRole("button", { name: new RegExp(`^Evidence for ${LISTING.slice(0, 20)}`) }).click();
    const drawer = page.getByRole("complementary", { name: "Evidence" });
    await drawer
      .getByText(
        "Announcement 22/2025 of 9 April 2025 puts 12 US entities on the export control list for dual-use items, in force on 10 April.",
      )
      .first()
      .waitFor();
    await drawer.getByRole("link", { name: "Financial Express" }).first().click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/id/source:${SOURCE}`);
    await page.getByRole("button", { name: "Cite" }).click();
    const cited = page.getByRole("region", { name: "The source: China lists 12 US firms" });
    const form = (name: string) => cited.getByRole("textbox", { name }).inputValue();
    expect(await form("Plain text")).toBe(`Financial Express: “China lists 12 US firms”. ${SOURCE_AT} (accessed ${inWords(today)})`);
    expect(await form("BibTeX")).toBe(
      `@misc{${SOURCE},
  title = {{China lists 12 US firms}},
  howpublished = {Financial Express},
  url = {${SOURCE_AT}},
  urldate = {${today}},
}`,
    );
    expect(JSON.parse(await form("CSL-JSON"))).toEqual([
      {
        id: SOURCE,
        type: "webpage",
        title: "China lists 12 US firms",
        publisher: "Financial Express",
        URL: SOURCE_AT,
        accessed: { "date-parts": [today.split("-").map(Number)] },
      },
    ]);
    expect(complaints).toEqual([]);
  });
});

/** `5 Jun 2025` of `2025-06-05`. */
function inWords(day: string): string {
  const month = new Date(`${day}T00:00:00Z`).toLocaleString("en", { month: "short", timeZone: "UTC" });
  return `${Number(day.slice(8))} ${month} ${day.slice(0, 4)}`;
}
