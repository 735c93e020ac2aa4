import { afterAll, beforeAll, expect, it } from "vitest";
import { settled } from "../support/axe.ts";
import { describeInBrowser } from "../support/browser.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";
import { ADDRESSES } from "../support/views.ts";

/** Those that ask the most, since Neo4j takes some seconds to plan each; `EVERY_VIEW=1` for all. */
const HEAVY = ["node", "map", "measures", "tariffs"];
const isHeavy = ([name]: readonly [string, string]) => process.env.EVERY_VIEW === "1" || HEAVY.includes(name);

/** The others of this folder run on the embedded engine. */
describeInBrowser("views on Neo4j", ({ open }) => {
  let served: Seeded;
  beforeAll(async () => {
    served = await openSeeded({ deadlineSeconds: 120 });
  }, 300_000);
  afterAll(() => served?.close());

  it.each(Object.entries(ADDRESSES).filter(isHeavy))("%s opens without a complaint", async (_name, address) => {
    const { page, complaints } = await open(served.address, address);
    // Neo4j plans each statement when it first meets it.
    await settled(page, 120_000);
    expect(await page.getByRole("alert").allTextContents()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
