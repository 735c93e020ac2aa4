import { afterAll, beforeAll, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

let seeded: Seeded;
beforeAll(async () => {
  seeded = await openSeeded();
});
afterAll(() => seeded?.close());

it("all that is goods lies under commodity:all-goods: no software, no technology, no way of entry", async () => {
  const { body } = await seeded.send(`{ commodities(filter: { not: { partOf: ["commodity:all-goods"] } }) { nodes { id } } }`);
  expect(body.errors).toBeUndefined();
  expect({ data: body.data }).toEqual({
    data: {
      commodities: {
        nodes: ["all-goods", "critical-software", "eda-software", "lithium-technology", "low-value-parcels", "rare-earth-technology"].map(
          (key) => ({ id: `commodity:${key}` }),
        ),
      },
    },
  });
});

it("dysprosium is hit by its own name, as a rare earth, and with all goods", async () => {
  const { body } = await seeded.send(
    `{ commodity: node(id: "commodity:dysprosium") { ... on Commodity { coveredBy(reach: ABOVE, first: 200) { edges { via { name } node { id } } } } } }`,
  );
  const { edges } = (body as { data: { commodity: { coveredBy: { edges: { via: { name: string } | null; node: { id: string } }[] } } } })
    .data.commodity.coveredBy;
  const through = (name: string | undefined) => edges.filter(({ via }) => via?.name === name).map(({ node }) => node.id);
  expect(through(undefined)).toEqual(["measure:cn-2025-announcement-18"]);
  // As many as there are lines `covers` of these groups in seed/.
  expect(through("Rare earths")).toHaveLength(6);
  expect(through("All goods")).toHaveLength(23);
  expect(edges).toHaveLength(30);
});
