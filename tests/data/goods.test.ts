import { afterAll, beforeAll, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

let seeded: Seeded;
beforeAll(async () => {
  seeded = await openSeeded();
});
afterAll(() => seeded?.close());

it("all that is goods lies under commodity:all-goods: no software, no technology, no way of entry", async () => {
  const { body } = await seeded.send(`{ commodities(filter: { not: { partOf: ["commodity:all-goods"] } }) { nodes { id } } }`);
  expect(body).toEqual({
    data: {
      commodities: {
        nodes: ["all-goods", "critical-software", "eda-software", "low-value-parcels", "rare-earth-technology"].map((key) => ({
          id: `commodity:${key}`,
        })),
      },
    },
  });
});
