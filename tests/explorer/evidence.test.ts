import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { describeInBrowser } from "../support/browser.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const STOP = "event:2025-05-ford-explorer-stop";
const CONTROL = "measure:cn-2025-announcement-57";

const drawer = (page: Page) => page.getByLabel("Evidence", { exact: true });
const pairs = (page: Page) => drawer(page).getByRole("figure");

describeInBrowser("the drawer of evidence", ({ open }) => {
  vi.setConfig({ testTimeout: 60_000 });
  let served: Seeded;
  beforeAll(async () => {
    served = await openSeeded();
  });
  afterAll(() => served?.close());

  it("shows two claims that contradict each other side by side, and the same to who is sent the link", async () => {
    const { page, complaints } = await open(served.address, `/id/${CONTROL}`);
    // The golden question where-sources-disagree: announcement 57, inForceFrom.
    await page.getByRole("button", { name: /^Evidence for In force from: 8 Nov 2025: sources contradict each other/ }).click();
    const sides = pairs(page).getByRole("article");
    await sides.nth(1).waitFor();
    expect(await sides.count()).toBe(2);
    const [one = "", other = ""] = await sides.allTextContents();
    expect(one).toContain("9 Oct 2025");
    expect(one).toContain("The five rare earths are controlled since 9 October 2025.");
    expect(one).toContain("vbw");
    expect(other).toContain("8 Nov 2025");
    expect(other).toContain("The control is due on 8 November 2025.");
    expect(other).toContain("ckhq.net");
    const [left, right] = await Promise.all([sides.nth(0).boundingBox(), sides.nth(1).boundingBox()]);
    expect(left?.y).toBe(right?.y);
    expect(left?.height).toBe(right?.height);
    expect(left?.width).toBe(right?.width);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
    const { pathname, search } = new URL(page.url());
    const shared = await open(served.address, `${pathname}${search}`);
    await pairs(shared.page).getByRole("article").nth(1).waitFor();
    expect(await drawer(shared.page).textContent()).toBe(await drawer(page).textContent());
    expect(await pairs(shared.page).getByRole("article").nth(0).boundingBox()).toEqual(left);
    expect([...complaints, ...shared.complaints]).toEqual([]);
  });

  it("sets beside a sentence of the article what contradicts it, as far as it was known on the day", async () => {
    const { page, complaints } = await open(served.address, `/id/${STOP}?evidence=${STOP}`);
    // The golden question article-contradicted: S11.a against fd-03, which was published in July 2025.
    const pair = pairs(page).filter({ hasText: "forced to halt production of its Explorer SUV for one week" });
    await pair.getByText("Farley: plants were shut for three weeks; a spokesperson: planned downtime was moved forward.").first().waitFor();
    await pair.getByText("It cites: Jim Farley and a spokesperson of Ford").waitFor();
    await pair.getByText("Jul 2025").waitFor();
    await drawer(page).getByText("Sources contradict each other").waitFor();
    const before = await open(served.address, `/id/${STOP}?evidence=${STOP}&known=2025-06-29`);
    await drawer(before.page).getByText("forced to halt production of its Explorer SUV for one week").waitFor();
    expect(await pairs(before.page).count()).toBe(0);
    expect(await drawer(before.page).textContent()).not.toContain("Farley");
    expect([...complaints, ...before.complaints]).toEqual([]);
  });

  it("says of an edge what it rests on, and goes with Escape to the mark that opened it", async () => {
    const { page, complaints } = await open(served.address, "/id/measure:cn-2025-announcement-18");
    const mark = page.getByRole("region", { name: /^Retaliates against/ }).getByRole("button", { name: /^Evidence/ });
    await mark.click();
    await drawer(page).getByText("Who says so").waitFor();
    const text = await drawer(page).textContent();
    // The certainty that the ladder of the golden question has: INFERRED, from the order of events.
    expect(text).toContain("Alleged, forecast or inferred");
    expect(text).toMatch(/Export licences for seven.*retaliates against.*US reciprocal tariff, 34% for China/s);
    expect(text).toContain("Osenc Magnet");
    expect(text).toContain("Holland & Knight");
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).search).toBe("");
    expect(await page.evaluate<string>("document.activeElement.getAttribute('aria-label')")).toMatch(/^Evidence for retaliates against/);
    expect(complaints).toEqual([]);
  });
});
