import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { violationsInDark, violationsOf } from "../support/axe.ts";
import { describeExplorer } from "../support/explorer.ts";
import { ADDRESSES } from "../support/views.ts";

/** The first part of every route in app/views.ts. */
const routes = [...readFileSync("src/explorer/app/views.ts", "utf8").matchAll(/route: "(\/[a-z]*)/g)].map(([, route = ""]) => route);

/** What views look like otherwise: other types of nodes, claims against each other, a path, two days. */
const OTHERS = {
  claim: "/id/claim:article-s11-a",
  contradicted: "/id/measure:cn-2025-announcement-57?evidence=measure:cn-2025-announcement-57%23inForceFrom",
  path: "/graph?at=measure:cn-2025-announcement-18&ends=measure:cn-2025-announcement-18,firm:ford-motor",
  "two days": "/map?on=2025-06-28&compare=2025-01-01&known=2025-12-01",
};

it("has an address for every view", () => {
  const named = Object.values(ADDRESSES).map((address) => /^\/[a-z]*/.exec(address)?.[0]);
  expect(routes.length).toBeGreaterThan(5);
  expect(routes.filter((route) => !named.includes(route))).toEqual([]);
});

describeExplorer("every view by axe", ({ open }) => {
  it.each(Object.entries({ ...ADDRESSES, ...OTHERS }))(
    "%s is without violations, light, dark and on a phone",
    async (name, address) => {
      const { page } = await open(address, { colorScheme: "light", reducedMotion: "reduce" });
      const found = [...(await violationsOf(page, name)), ...(await violationsInDark(page, name))];
      await page.setViewportSize({ width: 320, height: 700 });
      found.push(...(await violationsOf(page, `${name}, 320 px`)));
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      if (wide > 320) found.push(`${name}, 320 px: it is ${wide} px wide and scrolls sideways`);
      expect(found).toEqual([]);
    },
    90_000,
  );
});
