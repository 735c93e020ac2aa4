import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeExplorer, holdAnswers } from "../support/explorer.ts";

const pathOf = (page: Page) => new URL(page.url()).pathname;

describeExplorer("fields that find while somebody types", ({ open }) => {
  /** Types a text, and waits for its first hit. */
  async function typeAndFind(page: Page, field: string, text: string, hit: RegExp): Promise<void> {
    await page.getByRole("combobox", { name: field }).fill(text);
    await page.getByRole("option", { name: hit }).first().waitFor();
  }

  it("opens no hit of the text before: Enter waits for those of its own, and opens the first", async () => {
    const { page, complaints } = await open("/measures");
    await typeAndFind(page, "Search a firm", "ford motor", /Ford Motor/);
    const { asked, letGo } = await holdAnswers(page, '"text":"synopsys"');
    await page.getByRole("combobox", { name: "Search a firm" }).fill("synopsys");
    await asked;
    await page.keyboard.press("Enter");
    // Those of the text before still stand there.
    await page
      .getByRole("option", { name: /Ford Motor/ })
      .first()
      .waitFor();
    expect(await page.getByRole("listbox", { name: "Found" }).getAttribute("aria-busy")).toBe("true");
    expect(pathOf(page)).toBe("/measures");
    letGo();
    await expect.poll(() => pathOf(page)).toBe("/id/firm:synopsys");
    expect(complaints).toEqual([]);
  });

  it("takes an Enter that comes before the question is even asked", async () => {
    const { page, complaints } = await open("/measures");
    await page.getByRole("combobox", { name: "Search a firm" }).focus();
    await page.keyboard.type("synopsys");
    await page.keyboard.press("Enter");
    await expect.poll(() => pathOf(page)).toBe("/id/firm:synopsys");
    expect(complaints).toEqual([]);
  });

  it("gives up an Enter where more is typed, or Escape is pressed, and says where nothing is found", async () => {
    const { page, complaints } = await open("/measures");
    const field = page.getByRole("combobox", { name: "Search a firm" });
    const more = await holdAnswers(page, '"text":"ford"');
    await field.fill("ford");
    await more.asked;
    await page.keyboard.press("Enter");
    await page.keyboard.type(" m");
    more.letGo();
    await page
      .getByRole("option", { name: /Ford Motor/ })
      .first()
      .waitFor();
    const left = await holdAnswers(page, '"text":"synopsys"');
    await field.fill("synopsys");
    await left.asked;
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    left.letGo();
    await field.fill("qqqqzzzz");
    await page.keyboard.press("Enter");
    await page.getByText("Nothing is called “qqqqzzzz”.").waitFor();
    expect(pathOf(page)).toBe("/measures");
    expect(complaints).toEqual([]);
  });

  it("does the same where a field chooses a node", async () => {
    const { page, complaints } = await open("/tariffs?importer=US&exporter=CN&hs=850511");
    const field = page.getByRole("combobox", { name: "Charged by" });
    await typeAndFind(page, "Charged by", "china", /^China/);
    const { asked, letGo } = await holdAnswers(page, '"text":"japan"');
    await field.fill("japan");
    await asked;
    await page.keyboard.press("Enter");
    expect(await field.inputValue()).toBe("japan");
    expect(new URL(page.url()).searchParams.get("importer")).toBe("US");
    letGo();
    await expect.poll(() => new URL(page.url()).searchParams.get("importer")).toBe("JP");
    await expect.poll(() => field.inputValue()).toBe("Japan");
    expect(complaints).toEqual([]);
  });
});
