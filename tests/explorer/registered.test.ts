import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { settled, violationsInDark, violationsOf } from "../support/axe.ts";
import { describeExplorer } from "../support/explorer.ts";
import { goldenOperations } from "../support/golden.ts";
import { ADDRESSES } from "../support/views.ts";

describeExplorer(
  "a server that answers the explorer's operations only",
  ({ open, origin }) => {
    it("opens every view", { timeout: 120_000 }, async () => {
      const { page, complaints } = await open("/");
      for (const [name, address] of Object.entries(ADDRESSES)) {
        await page.goto(`${origin()}${address}`);
        await settled(page);
        expect(await page.getByRole("alert").allTextContents(), name).toEqual([]);
      }
      expect(complaints).toEqual([]);
    });

    it("answers every golden question, each also as a table", { timeout: 240_000 }, async () => {
      const { page, complaints } = await open("/questions");
      const failed: string[] = [];
      for (const { name } of goldenOperations()) {
        await page.evaluate(`history.pushState(null, "", "/questions/${name}?as=table"); dispatchEvent(new PopStateEvent("popstate"))`);
        const answer = page.getByRole("region", { name: "The answer" });
        const table = answer.getByRole("table").or(answer.getByText("The answer has no rows."));
        await table.or(page.getByRole("alert")).or(answer.getByText("There is no table")).first().waitFor({ timeout: 20_000 });
        if (!(await table.isVisible())) failed.push(name);
      }
      expect(failed).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it("searches, gives files, and says why there is no editor, with the question that was to be opened in it", async () => {
      const { page, complaints } = await open("/measures?on=2025-06-28", {
        viewport: { width: 1920, height: 900 },
        acceptDownloads: true,
      });
      await page.getByRole("rowheader").first().waitFor();
      const [csv] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV of just this" }).click()]);
      expect(readFileSync(await csv.path(), "utf8")).toContain("measure:cn-2025-announcement-18");
      await page.getByRole("button", { name: "Download" }).click();
      const [json] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "JSON, as answered" }).click()]);
      expect(readFileSync(await json.path(), "utf8")).toContain("measure:cn-2025-announcement-18");
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "As GraphQL" }).click();
      await page.getByRole("heading", { name: "No editor on this server" }).waitFor();
      expect([...(await violationsOf(page, "no editor")), ...(await violationsInDark(page, "no editor"))]).toEqual([]);
      expect(await page.getByRole("textbox", { name: "Query" }).inputValue()).toMatch(/^query Measures/);
      expect(await page.getByRole("textbox", { name: "Variables" }).inputValue()).toContain("2025-06-28");
      await page.getByRole("combobox").fill("echodyne");
      await page.keyboard.press("Enter");
      await expect.poll(() => new URL(page.url()).pathname).toBe("/id/firm:echodyne");
      expect(complaints).toEqual([]);
    });
  },
  { registeredExplorer: true },
);
