import { expect, it } from "vitest";
import { describeExplorer } from "../support/explorer.ts";

describeExplorer("the explorer's frame", ({ open, origin }) => {
  it("finds while typing, opens what is chosen by keys alone, and keeps the days in the address", async () => {
    const { page, complaints } = await open("/?on=2025-06-28");
    // The home page has the box in itself, and is there a moment after the frame.
    await page.getByRole("combobox").waitFor();
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("ford motor");
    const list = page.getByRole("listbox", { name: "Found" });
    await list
      .getByRole("option", { name: /Ford Motor/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/id/firm:ford-motor");
    expect(new URL(page.url()).searchParams.get("on")).toBe("2025-06-28");
    expect(complaints).toEqual([]);
  });

  it("finds goods by their code, with and without dots", async () => {
    const { page, complaints } = await open("/");
    for (const code of ["850511", "8505.11", "HS 850511"]) {
      await page.getByRole("combobox").fill(code);
      await page.getByRole("option").filter({ hasText: "HS 850511" }).first().waitFor();
    }
    expect(complaints).toEqual([]);
  });

  it("moves the day by keys, and goes back to today", async () => {
    const { page } = await open("/?on=2025-06-28");
    await page.getByRole("slider", { name: "As it stood on" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => new URL(page.url()).searchParams.get("on")).toBe("2025-06-29");
    await page.getByRole("button", { name: "Back to today" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
  });

  it("says so where there is no view at an address, and where no node has the id", async () => {
    const lost = await open("/id/measure:none");
    expect(lost.complaints).toContain(`404: ${origin()}/id/measure:none`);
    await lost.page.getByRole("heading", { level: 1 }).waitFor();
  });
});
