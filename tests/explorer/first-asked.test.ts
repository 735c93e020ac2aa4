import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { firstAsked } from "../../src/server/pages.ts";
import { readAskable } from "../../src/server/plan-ahead.ts";
import { settled } from "../support/axe.ts";
import { describeInBrowser } from "../support/browser.ts";
import { testNeo4j } from "../support/engine.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";
import { ADDRESSES } from "../support/views.ts";

/**
 * Each view, and those that readers open first on another day or on none. Not a golden question's page: it asks that question, which stands in the operations of the
 * tests. Of a timeline one page: a second one's statement is another.
 */
const { question: _question, questions: _questions, ...others } = ADDRESSES;
const VIEWS = Object.entries({
  ...others,
  timeline: "/timeline?actors=country:CN,country:US&from=2024-03&to=2024-08",
  "home, on a day": "/?on=2025-05-02",
  "a firm, on a day": "/id/firm:ford-motor?on=2025-05-02",
  "map, today": "/map",
  "measures, today": "/measures",
});

describeInBrowser("what Neo4j plans for the explorer", ({ open }) => {
  let served: Seeded;
  let planned: ReadonlySet<string>;
  beforeAll(async () => {
    served = await openSeeded({ deadlineSeconds: 120 });
    served.takeTexts();
    for (const { query, operationName, variables } of await readAskable(firstAsked())) {
      const { body } = await served.send(query, { ...variables });
      expect(body.errors, operationName).toBeUndefined();
    }
    planned = new Set(served.takeTexts());
  }, 300_000);
  afterAll(() => served?.close());

  it("is what the pages were built with", () => {
    const [file = ""] = firstAsked();
    expect(JSON.parse(readFileSync(file, "utf8")).length).toBeGreaterThan(20);
  });

  it.skipIf(testNeo4j()).each(VIEWS)("has the statements of %s, whatever its values", async (_name, address) => {
    const { page } = await open(served.address, address);
    await settled(page);
    const asked = served.takeTexts();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((text) => !planned.has(text))).toEqual([]);
  });
});
