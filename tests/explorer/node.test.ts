import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Kind, parse } from "graphql";
import type { Page } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import { QUESTIONS } from "../../src/explorer/node/questions.ts";
import { describeExplorer } from "../support/explorer.ts";

const CONTROL = "measure:cn-2025-announcement-18";
const STOP = "event:2025-05-ford-explorer-stop";
const PHONE = { viewport: { width: 390, height: 844 } };

/** The rows of a group of edges, by its heading. */
const group = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

/** What is soon so; how soon is asked elsewhere. */
const soon = <T>(what: () => T) => expect.poll(what, { timeout: 10_000 });

const drawer = (page: Page) => page.getByLabel("Evidence", { exact: true });

describeExplorer("a node's page", ({ open, send }) => {
  vi.setConfig({ testTimeout: 60_000 });
  it("leads from a search for Ford's Explorer to what stopped its line, with causes and sources", async () => {
    const { page, complaints } = await open("/");
    await page.getByRole("combobox").first().fill("Ford Explorer");
    await page.getByRole("option", { name: /Ford's Chicago plant idle for a week/ }).click();
    await page.getByRole("heading", { level: 1, name: /Ford's Chicago plant idle for a week/ }).waitFor();
    // The causes of the golden question explorer-line.
    const causes = group(page, /^Caused by/);
    await causes.getByRole("link", { name: "Supply chains disrupted by China's first restrictions on rare earths" }).waitFor();
    const control = "Export licences for seven medium and heavy rare earths (Announcement 18/2025)";
    await causes.getByRole("link", { name: control }).waitFor();
    expect(await causes.getByRole("listitem").count()).toBe(2);
    await causes.getByRole("button", { name: `Evidence for caused by ${control}` }).click();
    await drawer(page).getByText("for one week in May due to shortages").waitFor();
    expect(await drawer(page).getByRole("link", { name: "Nation Thailand" }).count()).toBeGreaterThan(0);
    expect(
      await drawer(page)
        .getByRole("link", { name: /Read the source/ })
        .first()
        .getAttribute("href"),
    ).toMatch(/^https?:/);
    await causes.getByRole("link", { name: control }).click();
    await page.getByRole("heading", { level: 1, name: control }).waitFor();
    await group(page, /^Imposed by/)
      .getByRole("link", { name: "Ministry of Commerce of China" })
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it("shows the status of a measure along time, and what decided each part, as a table too", async () => {
    const { page, complaints } = await open("/id/measure:cn-2025-announcement-57?on=2025-12-01");
    const band = page.getByRole("region", { name: "Status along time" });
    // Put on hold on 7 November 2025, before its first day of 8 November, for a year (the golden question what-suspends).
    await band.getByText("Postponed").first().waitFor();
    await band.getByText("As a table").click();
    const rows = band.getByRole("row");
    await soon(() => rows.count()).toBeGreaterThan(2);
    const words = await rows.allInnerTexts();
    const paused = words.find((row) => row.includes("Postponed"));
    expect(paused).toContain("China suspends its export controls of October 2025 (Announcement 70/2025)");
    expect(paused).toContain("10 Nov 2026");
    expect(words.at(-1)).toMatch(/since 11 Nov 2026.*In force/s);
    expect(complaints).toEqual([]);
  });

  it("keeps a hub readable: groups are closed with their counts, and open page by page, which stays in the address", async () => {
    const { page, complaints } = await open("/id/country:CN");
    const { country } = (
      await send(
        `{ country(code: "CN") { targetedBy(reach: EXACT, first: 1) { totalCount } members(first: 1) { totalCount } agencies(reach: EXACT, first: 1) { totalCount } } }`,
      )
    ).body.data as { country: Record<"targetedBy" | "agencies", { totalCount: number }> };
    const targeted = group(page, /^Targeted by/);
    await targeted.getByRole("button", { name: `Targeted by ${country.targetedBy.totalCount}`, expanded: false }).click();
    await soon(() => targeted.getByRole("listitem").count()).toBe(20);
    await targeted.getByRole("button", { name: /Show more/ }).click();
    await soon(() => targeted.getByRole("listitem").count()).toBe(40);
    expect(
      await group(page, /^Agencies/)
        .getByRole("listitem")
        .count(),
    ).toBe(country.agencies.totalCount);
    expect(new URL(page.url()).searchParams.get("groups")).toBe("targetedBy");
    const fresh = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    const targetedAnew = group(fresh.page, /^Targeted by/).getByRole("listitem");
    await targetedAnew.first().waitFor();
    await expect.poll(() => targetedAnew.count()).toBe(20);
    expect([...complaints, ...fresh.complaints]).toEqual([]);
  });

  it("says that a node was not there yet on the day, and leads to the page as it is today", async () => {
    const { page } = await open(`/id/${STOP}?on=2025-01-01`);
    await page.getByText("It was not there yet on 1 Jan 2025").waitFor();
    await page.getByRole("link", { name: "see it as it is today" }).click();
    await group(page, /^Caused by/).waitFor();
  });

  it("opens for every type of node, each with one heading of the first level", async () => {
    const ids = ["agency:cn-mofcom", "person:donald-trump", "commodity:hs-850511", "agreement:2025-06-london-framework", "claim:re-06"];
    const { commitments, sources } = (await send("{ commitments(first: 1) { nodes { id } } sources(first: 1) { nodes { id } } }")).body
      .data as Record<"commitments" | "sources", { nodes: { id: string }[] }>;
    for (const id of [...ids, ...commitments.nodes.map((node) => node.id), ...sources.nodes.map((node) => node.id)]) {
      const { page, complaints } = await open(`/id/${id}`);
      await page.getByRole("region", { name: "What it has to do with" }).waitFor();
      expect(await page.getByRole("heading", { level: 1 }).count(), id).toBe(1);
      expect(complaints, id).toEqual([]);
      await page.close();
    }
  });

  it("is read on a phone, where evidence is a sheet over the page", async () => {
    const { page, complaints } = await open(`/id/${CONTROL}`, PHONE);
    const mark = group(page, /^Imposed by/)
      .getByRole("button", { name: /^Evidence/ })
      .first();
    await mark.click();
    await page.getByRole("dialog", { name: "Evidence" }).getByText("Who says so").waitFor();
    const width = await page.evaluate<number>("document.documentElement.scrollWidth");
    expect(width).toBe(390);
    await page.keyboard.press("Escape");
    await soon(() => page.getByRole("dialog").count()).toBe(0);
    await soon(() => new URL(page.url()).search).toBe("");
    await soon(() => page.evaluate<string | null>("document.activeElement.getAttribute('aria-label')")).toMatch(/^Evidence for imposed by/);
    expect(complaints).toEqual([]);
  });

  it("is walked by keyboard alone, from the search to a fact's evidence and back to the fact", async () => {
    const { page, complaints } = await open("/");
    await page.getByRole("combobox").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("Announcement 57");
    await page
      .getByRole("option", { name: /Announcement 57/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /Announcement 57/ }).waitFor();
    const focused = () =>
      page.evaluate<string>("document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''");
    await tabTo(page, focused, /^Evidence for In force from/);
    await page.keyboard.press("Enter");
    await drawer(page).getByText("Sources contradict each other").waitFor();
    await page.keyboard.press("Escape");
    await soon(() => drawer(page).count()).toBe(0);
    expect(await focused()).toMatch(/^Evidence for In force from/);
    await tabTo(page, focused, /^Covers/);
    await page.keyboard.press("Enter");
    await expect
      .poll(() =>
        group(page, /^Covers/)
          .getByRole("listitem")
          .count(),
      )
      .toBe(7);
    expect(complaints).toEqual([]);
  });
});

describe("the questions that a node's page leads to", () => {
  it("are golden ones, asked by variables that they have", () => {
    const files = readdirSync("tests/operations", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".graphql"));
    const operations = new Map(files.map((file) => [basename(file, ".graphql"), readFileSync(join("tests/operations", file), "utf8")]));
    for (const { slug, asked } of Object.values(QUESTIONS).flatMap((asks) => asks.map((ask) => ask("x:y")))) {
      const text = operations.get(slug);
      expect(text, slug).toBeDefined();
      const [operation] = parse(text ?? "").definitions;
      const variables = operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
      expect(
        variables.map(({ variable }) => variable.name.value),
        slug,
      ).toEqual(expect.arrayContaining(Object.keys(asked)));
    }
  });
});

/** Presses Tab until the focus is at something of that name; fails after 150 steps. */
async function tabTo(page: Page, focused: () => Promise<string>, name: RegExp): Promise<void> {
  for (let step = 0; step < 150; step++) {
    if (name.test(await focused())) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Nothing named ${name} is reached by Tab.`);
}
