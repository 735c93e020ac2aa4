import { afterAll, beforeAll, expect, it } from "vitest";
import { settled } from "../support/axe.ts";
import { describeInBrowser } from "../support/browser.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";
import { ADDRESSES } from "../support/views.ts";

/** Each view once, on whichever engine is under test: the others of this folder run on the embedded one. */
describeInBrowser("every view on this engine", ({ open }) => {
  let served: Seeded;
  beforeAll(async () => {
    served = await openSeeded({ deadlineSeconds: 120 });
  }, 300_000);
  afterAll(() => served?.close());

  it.each(Object.entries(ADDRESSES))("%s opens without a complaint", async (_name, address) => {
    const { page, complaints } = await open(served.address, address);
    // Neo4j plans each statement when it first meets it.
    await settled(page, 120_000);
    expect(await page.getByRole("alert").allTextContents()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
