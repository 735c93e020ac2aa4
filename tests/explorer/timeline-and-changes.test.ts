import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { itemsOf } from "../../src/explorer/timeline/items.ts";
import { layOut } from "../../src/explorer/timeline/layout.ts";
import { describeExplorer } from "../support/explorer.ts";

/** The expected answer of a golden question. */
const golden = <Answer>(path: string): Answer => JSON.parse(readFileSync(`tests/operations/${path}.json`, "utf8")) as Answer;

interface Rung {
  readonly depth: number;
  readonly parentId: string | null;
  readonly node: { readonly id: string; readonly date: string | null };
}

/** The answers of the ladder from the reciprocal tariff whose both ends have a day from the first to the last: `answering answered`. */
function rungs(first: string, last: string): readonly string[] {
  const { escalation } = golden<{ measure: { escalation: readonly Rung[] } }>("measures/ladder-of-the-reciprocal-tariff").measure;
  const dates = new Map(escalation.map(({ node }) => [node.id, node.date]));
  const isSeen = (id: string) => {
    const date = dates.get(id);
    return date?.length === 10 && date >= first && date <= last;
  };
  const forward = escalation.filter(({ depth, parentId, node }) => depth > 0 && parentId !== null && isSeen(node.id) && isSeen(parentId));
  return [...new Set(forward.map(({ node, parentId }) => `${node.id} ${parentId}`))].sort();
}

/** The bows that the picture draws. */
const bowsIn = async (page: Page): Promise<string[]> => {
  const bows = await page
    .locator("path.time-arc[data-from]")
    .evaluateAll((found) => found.map((one) => `${one.getAttribute("data-from")} ${one.getAttribute("data-to")}`));
  return [...new Set(bows)].sort();
};

const spanIn = (page: Page) => {
  const { searchParams } = new URL(page.url());
  return [searchParams.get("from"), searchParams.get("to")];
};

const daysBetween = ([from, to]: (string | null)[]): number => (Date.parse(to ?? "") - Date.parse(from ?? "")) / 86_400_000 + 1;

describe("how a timeline is laid out", () => {
  const entry = (kind: string, date: string, id: string, by?: string) =>
    ({
      kind,
      date,
      node: { __typename: "Claim", id, label: id },
      by: by ? { __typename: "Claim", id: by, label: by } : null,
      claims: [],
    }) as never;
  const LANE = { id: "a", label: "A" };

  it("draws a moment as a dot, what lasted as a bar, and a month as wide as it is", () => {
    const items = itemsOf(
      [
        entry("ANNOUNCED", "2025-06", "m"),
        entry("ANNOUNCED", "2025-06-05", "n"),
        entry("IN_FORCE", "2025-06-05", "n"),
        entry("SUSPENDED", "2025-07-01", "n", "pause"),
        entry("SUSPENSION_END", "2025-07-10", "n", "pause"),
      ],
      () => "a",
    );
    expect(items.map(({ about, shape, from, until, isSoft, look }) => [about, shape, until - from, isSoft, look])).toEqual([
      ["m", "bar", 30, true, "coming"],
      ["n", "dot", 1, false, "in-force"],
      ["n", "bar", 10, false, "suspended"],
    ]);
  });

  it("loses nothing where hundreds fall on one day: what has no room is counted", () => {
    const items = itemsOf(
      Array.from({ length: 300 }, (_, i) => entry("ANNOUNCED", "2025-06-05", `m${i}`)),
      () => "a",
    );
    const [lane] = layOut([LANE], items, (day) => day - 20_200, 400, 0);
    const counted = lane?.bubbles.reduce((sum, bubble) => sum + bubble.items.length, 0) ?? 0;
    expect(counted).toBeGreaterThan(200);
    expect((lane?.placed.length ?? 0) + counted).toBe(300);
    const places = lane?.placed.map(({ x, y }) => `${x} ${y}`) ?? [];
    expect(new Set(places).size).toBe(places.length);
  });
});

describeExplorer("the timeline and what changed", ({ open, send }) => {
  it("shows the ladder from the tariff to the truce as bows, by one click from the home page", async () => {
    const { page, complaints } = await open("/");
    await page.getByRole("link", { name: /^From the tariff to the truce/ }).click();
    await page.getByRole("heading", { level: 1, name: "Timeline of China and United States" }).waitFor();
    await page.locator('main [aria-busy="false"]').first().waitFor();
    await page.locator('[data-act="agreement:2025-10-busan-truce"]').first().waitFor();
    const expected = rungs("2025-03-25", "2025-11-20");
    expect(expected.length).toBeGreaterThan(15);
    const drawn = await bowsIn(page);
    expect(expected.filter((rung) => !drawn.includes(rung))).toEqual([]);
    // What China did stands in its lane, and what both agreed in theirs.
    await page.locator('[data-lane="country:CN"] [data-act="measure:cn-2025-announcement-18"]').first().waitFor();
    await page.locator('[data-lane="country:US"] [data-act="measure:us-2025-04-reciprocal-tariff-china"]').first().waitFor();
    await page.locator('[data-lane="together"] [data-act="agreement:2025-10-busan-truce"]').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it("shows the story of China and the United States in 2025 where nothing is asked", async () => {
    const { page } = await open("/timeline");
    const { body } = await send('{ timeline(actors: ["country:CN", "country:US"], from: "2025", to: "2025", first: 1) { totalCount } }');
    const { totalCount } = (body.data as { timeline: { totalCount: number } }).timeline;
    await page.getByText(`1 Jan 2025 to 31 Dec 2025: ${totalCount} entries`).waitFor();
    // All of them stand in the table, some at a time.
    await page.getByRole("button", { name: `Show 40 more of ${totalCount - 40}` }).click();
    await expect.poll(() => page.locator(".time-table tbody tr").count()).toBe(80);
  });

  it("zooms by keys and buttons, brushes along the days, and keeps the stretch in the address", async () => {
    const { page, complaints } = await open("/timeline?actors=country:CN,country:US&from=2025-04-01&to=2025-07-31");
    await page.locator('main [aria-busy="false"]').first().waitFor();
    const picture = page.getByRole("group", { name: /Timeline as a picture/ });
    await picture.focus();
    await page.keyboard.press("+");
    await expect.poll(() => daysBetween(spanIn(page))).toBeLessThan(122);
    const near = daysBetween(spanIn(page));
    await page.getByRole("button", { name: "Zoom out" }).click();
    await expect.poll(() => daysBetween(spanIn(page))).toBeGreaterThan(near + 30);
    const box = await page.locator(".time-picture").boundingBox();
    if (!box) throw new Error("no picture");
    await page.mouse.move(box.x + box.width * 0.25, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, box.y + 12, { steps: 4 });
    await page.mouse.move(box.x + box.width * 0.5, box.y + 12, { steps: 4 });
    const wide = daysBetween(spanIn(page));
    await page.mouse.up();
    await expect.poll(() => Math.abs(daysBetween(spanIn(page)) - wide / 4)).toBeLessThan(4);
    const [from, to] = spanIn(page);
    const first = page.locator(".time-table tbody tr td").first();
    await first.waitFor();
    const fresh = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await fresh.page.locator('main [aria-busy="false"]').first().waitFor();
    expect(spanIn(fresh.page)).toEqual([from, to]);
    await expect
      .poll(async () => await fresh.page.locator(".time-table").textContent())
      .toBe(await page.locator(".time-table").textContent());
    expect(complaints).toEqual([]);
  }, 60_000);

  it("draws June as wide as June", async () => {
    const { page } = await open("/timeline?actors=country:CN,country:US&from=2025-05-01&to=2025-07-31");
    const bar = page.locator('[data-act="agreement:2025-06-late-june-announcement"][data-shape="bar"] rect.time-bar').first();
    await bar.waitFor();
    const [wide, all] = [Number(await bar.getAttribute("width")), Number(await page.locator(".time-picture").getAttribute("width"))];
    expect(wide / all).toBeCloseTo(30 / 92, 2);
  });

  it("takes another actor and goods by search, and takes them out again", async () => {
    const { page, complaints } = await open("/timeline");
    await page.getByRole("combobox", { name: "Actors" }).fill("ford motor");
    await page
      .getByRole("option", { name: /Ford Motor/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("actors")).toBe("country:CN,country:US,firm:ford-motor");
    await page.getByRole("button", { name: "Take China out of actors" }).click();
    await page.getByRole("button", { name: "Take United States out of actors" }).click();
    await page.getByRole("heading", { level: 1, name: "Timeline of Ford Motor" }).waitFor();
    await page.getByRole("combobox", { name: "Goods" }).fill("8505.11");
    await page
      .getByRole("option", { name: /HS 850511/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("commodities")).toBe("commodity:hs-850511");
    expect(complaints).toEqual([]);
  });

  it("tells the changes of a week as the golden answer has them, each with its mark", async () => {
    const { page, complaints } = await open("/changes?from=2025-11-07&to=2025-11-14&kinds=CHANGED");
    const { changes } = golden<{
      changes: { totalCount: number; nodes: { node: { id: string }; field: string; before: string; after: string }[] };
    }>("as-of/changed-in-a-week");
    await page.getByText(`${changes.totalCount} changes`, { exact: true }).waitFor();
    const words = (value: string) => value.charAt(0) + value.slice(1).toLowerCase().replaceAll("_", " ");
    const groups = page.locator(".change-group");
    const told = await Promise.all(
      (await groups.all()).map(async (group) => [
        decodeURIComponent((await group.locator("h2 a").getAttribute("href")) ?? "").replace("/id/", ""),
        (await group.locator(".change-turned").first().textContent())?.replace(/\s+/g, " "),
      ]),
    );
    expect(told).toEqual(changes.nodes.map(({ node, before, after }) => [node.id, `Status: ${words(before)} → then ${words(after)}`]));
    await page.getByRole("button", { name: /^Evidence for US Affiliates Rule/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("evidence")).toBe("measure:us-2025-09-affiliates-rule");
    expect(complaints).toEqual([]);
  });

  it("tells what became known, page by page, none twice and none left out", async () => {
    const { page } = await open("/changes?from=2025-06-26&to=2025-07-04&axis=RECORDED");
    await page.getByRole("heading", { level: 1, name: "What became known from 26 Jun 2025 to 4 Jul 2025" }).waitFor();
    const { body } = await send('{ changes(from: "2025-06-26", to: "2025-07-04", axis: RECORDED, first: 1) { totalCount } }');
    const { totalCount } = (body.data as { changes: { totalCount: number } }).changes;
    let rows = 0;
    for (;;) {
      await page.locator('main [aria-busy="false"]').waitFor();
      rows += await page.locator(".change-row").count();
      const next = page.getByRole("link", { name: "Next page" });
      if ((await next.count()) === 0) break;
      const before = page.url();
      await next.click();
      await expect.poll(() => page.url()).not.toBe(before);
    }
    expect(rows).toBe(totalCount);
  }, 60_000);

  it("never scrolls sideways on a phone", async () => {
    const paths = ["/timeline?actors=country:CN,country:US&from=2025-04&to=2025-06", "/changes?from=2025-11-07&to=2025-11-14"];
    for (const width of [390, 320]) {
      for (const path of paths) {
        const { page } = await open(path, { viewport: { width, height: 900 } });
        await page.locator('main [aria-busy="false"]').first().waitFor();
        expect(await page.evaluate("document.documentElement.scrollWidth"), `${path} at ${width} px`).toBeLessThanOrEqual(width);
      }
    }
  }, 120_000);
});
