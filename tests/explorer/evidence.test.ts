import type { Page } from "playwright-core";
import { beforeAll, expect, it, vi } from "vitest";
import { describeExplorer } from "../support/explorer.ts";

const STOP = "event:2025-05-ford-explorer-stop";
const CONTROL = "measure:cn-2025-announcement-57";

const drawer = (page: Page) => page.getByLabel("Evidence", { exact: true });
const pairs = (page: Page) => drawer(page).getByRole("figure");

describeExplorer("the drawer of evidence", ({ open, ask }) => {
  vi.setConfig({ testTimeout: 60_000 });

  it("shows two claims that contradict each other side by side, and the same to who is sent the link", async () => {
    const { page, complaints } = await open(`/id/${CONTROL}`);
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
    const shared = await open(`${pathname}${search}`);
    await pairs(shared.page).getByRole("article").nth(1).waitFor();
    expect(await drawer(shared.page).textContent()).toBe(await drawer(page).textContent());
    expect(await pairs(shared.page).getByRole("article").nth(0).boundingBox()).toEqual(left);
    expect([...complaints, ...shared.complaints]).toEqual([]);
  });

  it("sets beside a sentence of the article what contradicts it, as far as it was known on the day", async () => {
    const { page, complaints } = await open(`/id/${STOP}?evidence=${STOP}`);
    // The golden question article-contradicted: S11.a against fd-03, which was published in July 2025.
    const pair = pairs(page).filter({ hasText: "forced to halt production of its Explorer SUV for one week" });
    await pair.getByText("Farley: plants were shut for three weeks; a spokesperson: planned downtime was moved forward.").first().waitFor();
    await pair.getByText("It cites: Jim Farley and a spokesperson of Ford").waitFor();
    await pair.getByText("Jul 2025").waitFor();
    await drawer(page).getByText("Sources contradict each other").waitFor();
    const before = await open(`/id/${STOP}?evidence=${STOP}&known=2025-06-29`);
    await drawer(before.page).getByText("forced to halt production of its Explorer SUV for one week").waitFor();
    expect(await pairs(before.page).count()).toBe(0);
    expect(await drawer(before.page).textContent()).not.toContain("Farley");
    expect([...complaints, ...before.complaints]).toEqual([]);
  });

  it("says of an edge what it rests on, and goes with Escape to the mark that opened it", async () => {
    const { page, complaints } = await open("/id/measure:cn-2025-announcement-18");
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

  it("shows the claims of a source a part at a time, says how many there are, and leads on to the last", async () => {
    const id = "source:nation-thailand-2025-06-28";
    const { source } = await ask<{ source: { claims: { totalCount: number } } }>(
      "query ($id: ID!) { source(id: $id) { claims { totalCount } } }",
      { id },
    );
    const { totalCount } = source.claims;
    expect(totalCount).toBeGreaterThan(25);
    const { page, complaints } = await open(`/id/${id}?evidence=${id}`);
    const cards = drawer(page).getByRole("region", { name: "Who says so" }).getByRole("article");
    await drawer(page).getByText(`${totalCount} claims`).waitFor();
    await expect.poll(() => cards.count()).toBe(25);
    await drawer(page)
      .getByRole("button", { name: `Show ${totalCount - 25} more, of ${totalCount - 25} left` })
      .click();
    await expect.poll(() => cards.count()).toBe(totalCount);
    expect(await drawer(page).getByRole("button", { name: /more/ }).count()).toBe(0);
    // Its page lists them too, twenty at a time.
    const group = page.getByRole("region", { name: /^What it says/ });
    const rows = group.getByRole("listitem");
    const more = group.getByRole("button", { name: /^Show more/ });
    for (let shown = 20; shown < totalCount; shown += 20) {
      await expect.poll(() => rows.count()).toBe(shown);
      await more.click();
    }
    await expect.poll(() => rows.count()).toBe(totalCount);
    expect(complaints).toEqual([]);
  });
});

/** A source with more claims than a question reads at once: 230 of one firm, of which the last two are on its kind. */
const KEY = "a-key-of-16-and-more";
const MANY = `bundle: many-claims
sources:
  - {id: many, title: A register, publisher: A register, publishedOn: 2025-01-01, reliability: OFFICIAL, language: en}
firms:
  - id: much-said
    name: Much Said
    kind: COMPANY
    claims:
${Array.from({ length: 230 }, (_, i) => `      - {id: many-${1000 + i}, source: many, certainty: CONFIRMED, statement: Entry ${i + 1} of the register.${i >= 228 ? ", field: kind, value: COMPANY" : ""}}`).join("\n")}
`;

describeExplorer(
  "the drawer of evidence of what much is said of",
  ({ open, origin }) => {
    vi.setConfig({ testTimeout: 60_000 });
    beforeAll(async () => {
      const response = await fetch(`${origin()}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` },
        body: JSON.stringify({
          query: 'mutation ($text: String!) { load(input: { files: [{ name: "many.yaml", text: $text }] }) { problems { message } } }',
          variables: { text: MANY },
        }),
      });
      expect(await response.json()).toMatchObject({ data: { load: { problems: [] } } });
    });

    it("reads on where more is asked for than came at once", async () => {
      const { page, complaints } = await open("/id/firm:much-said?evidence=firm:much-said");
      const cards = drawer(page).getByRole("region", { name: "Who says so" }).getByRole("article");
      await drawer(page).getByText("230 statements").waitFor();
      const more = drawer(page).getByRole("button", { name: /^Show \d+ more/ });
      for (let shown = 25; shown < 230; shown += 25) {
        await expect.poll(() => cards.count()).toBe(shown);
        expect(await more.textContent()).toBe(`Show ${Math.min(25, 230 - shown)} more, of ${230 - shown} left`);
        await more.click();
      }
      await expect.poll(() => cards.count()).toBe(230);
      await drawer(page).getByText("230 claims, 230 official").waitFor();
      await drawer(page).getByText("Entry 230 of the register.").first().waitFor();
      expect(complaints).toEqual([]);
    });

    it("finds those of a field also among the last", async () => {
      const { page, complaints } = await open("/id/firm:much-said?evidence=firm:much-said%23kind");
      await drawer(page).getByText("2 claims, 2 official").waitFor();
      for (const entry of [229, 230]) await drawer(page).getByText(`Entry ${entry} of the register.`).first().waitFor();
      expect(await drawer(page).getByText("No claim names this by itself").count()).toBe(0);
      expect(complaints).toEqual([]);
    });
  },
  { loadKey: KEY },
);
