import { readFileSync } from "node:fs";
import { type DocumentNode, Kind } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { questionPages, withOperations } from "../scripts/questions.ts";
import * as documents from "./generated/operations.ts";
import { ExplorerLineDocument } from "./generated/operations.ts";
import { goldenOperations } from "./support/golden.ts";
import { openSeeded, type Seeded } from "./support/seeded.ts";
import { type Drawn, drawn, type Row, rowsOf } from "./support/tree.ts";

const operations = goldenOperations();
const typed = documents as unknown as Readonly<Record<string, DocumentNode>>;

/** `deal-who-agreed` → the typed document generated from it. */
function documentOf(name: string): DocumentNode {
  const camel = name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
  const document = typed[`${camel}Document`];
  if (!document) throw new Error(`No generated document ${camel}Document: name the operation ${camel}, and run npm run codegen.`);
  return document;
}

/** How many statements the operations take that are worked out in steps: those of their root fields, then one a level or more of them, then one for what is selected. */
const IN_STEPS: Readonly<Record<string, number>> = {
  // The measure; its goods, what lies above and below them, the measures on these, what agencies belong to; the rows.
  "bans-like-namibias": 1 + 4 + 1,
  // The event; its causes, theirs, and that the first has none; the rows.
  "explorer-line-first-cause": 1 + 3 + 1,
  // Both ends with a hop from each; the next hop of both; the rows.
  "from-ford-to-mofcom": 1 + 1 + 1,
  "from-tariff-to-lifting": 1 + 1 + 1,
  // The measure; three rungs and a look behind them; the rows.
  "ladder-of-the-reciprocal-tariff": 1 + 4 + 1,
  // The measure; one rung either way and a look behind them; the rows.
  "rare-earth-ladder": 1 + 2 + 1,
  // The commodities; what lies below them, who makes and uses that and what covers it, on whose side they are; the rows.
  "the-way-of-magnets": 1 + 3 + 1,
  // The firm; its country and goods, what these belong to, that no more follows, and the measures; the rows.
  "what-reaches-ford": 1 + 1 + 1,
};

interface Rung extends Row {
  readonly relief: readonly { readonly type: string; readonly from: { readonly id: string; readonly implements?: unknown } }[];
}

function rootFields(document: DocumentNode): number {
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  return operation?.selectionSet.selections.length ?? 0;
}

describe("golden operations", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded.close());

  it("there are at least thirty golden operations, each with a name of its own", () => {
    const names = operations.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(30);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(operations)(
    "$theme/$name gets its exact answer in one request, by one statement a root field, or as many as its steps need",
    async ({ name, answer }) => {
      const document = documentOf(name);
      seeded.takeStatements();
      expect(await seeded.ask(document as never)).toEqual(JSON.parse(answer()));
      // Where a list is rightly empty, one statement more makes sure that the ids which it was asked by are known.
      const lookUps = /: (0|\[\])(,|\n)/.test(answer()) ? [0, 1] : [0];
      expect(lookUps).toContain(seeded.takeStatements() - (IN_STEPS[name] ?? rootFields(document)));
    },
  );

  it("a client with the typed document of a golden operation knows the answer's shape", async () => {
    const { event } = await seeded.ask(ExplorerLineDocument);
    const titles: string[] = event?.causedBy.nodes.map((cause) => cause.title) ?? [];
    expect(titles.length).toBeGreaterThan(0);
  });

  it("the ladder from the reciprocal tariff over the rare-earth licences to the controls on software and engines, and what lifted them, is drawn from the flat list", async () => {
    const { body } = await seeded.send(`{ measure(id: "us-2025-04-reciprocal-tariff-china") { escalation(depth: 3) {
      depth parentId node { id } relief { type from { id ... on Measure { implements { nodes { id } } } } } } } }`);
    const { measure } = body.data as { measure: { escalation: readonly Rung[] } };
    const tree = drawn(measure.escalation);
    const below = (of: Drawn<Rung> | null | undefined, id: string) => of?.below.find(({ row }) => row.node.id === id);
    expect(tree?.row.node.id).toBe("measure:us-2025-04-reciprocal-tariff-china");
    const licences = below(tree, "measure:cn-2025-announcement-18");
    const [software, engines] = ["eda-letters", "comac-engine-suspension"].map((key) => below(licences, `measure:us-2025-05-${key}`));
    const lifted = (of: Drawn<Rung> | undefined) => of?.row.relief.filter(({ type }) => type === "ENDS");
    const framework = { nodes: [{ id: "agreement:2025-06-london-framework" }] };
    expect(lifted(software)).toEqual([{ type: "ENDS", from: { id: "measure:us-2025-07-eda-rescission", implements: framework } }]);
    expect(lifted(engines)?.map(({ from }) => from.implements)).toEqual([framework]);
    // The 84 points raise the tariff and answer China's: come to by two ways, they stand with what followed once.
    const raised = "measure:us-2025-04-reciprocal-tariff-84";
    const [first, second] = [below(tree, raised), below(below(tree, "measure:cn-2025-tariff-announcement-4"), raised)];
    expect([first?.isAgain, second?.isAgain, second?.below]).toEqual([false, true, []]);
    expect(first?.below.map(({ row }) => row.node.id)).toContain("measure:cn-2025-tariff-announcement-5");
    expect(tree && rowsOf(tree).length).toBe(measure.escalation.length);
  });

  it.each([...questionPages()])("%s has the golden operations as the files have them", (path, text) => {
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("README has its question with the answer, as the golden files have them", () => {
    const readme = readFileSync("README.md", "utf8");
    expect(readme).toMatch(/<!-- operation [a-z0-9-]+ -->/);
    expect(readme).toBe(withOperations(readme));
  });
});
