import { readdirSync, readFileSync } from "node:fs";
import { type DocumentNode, Kind } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withOperations } from "../scripts/readme.ts";
import * as documents from "../src/generated/operations.ts";
import { ExplorerLineDocument } from "../src/generated/operations.ts";
import { openSeeded, type Seeded } from "./support/seeded.ts";

const folder = new URL("operations/", import.meta.url);
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".graphql") ? [file.replace(".graphql", "")] : []));
const typed = documents as unknown as Readonly<Record<string, DocumentNode>>;

/** `deal-who-agreed` → the typed document generated from it. */
function documentOf(name: string): DocumentNode {
  const camel = name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
  const document = typed[`${camel}Document`];
  if (!document) throw new Error(`No generated document ${camel}Document: name the operation ${camel}, and run npm run codegen.`);
  return document;
}

function rootFields(document: DocumentNode): number {
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  return operation?.selectionSet.selections.length ?? 0;
}

describe("the golden operations", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded.close());

  it("are at least thirty", () => {
    expect(names.length).toBeGreaterThanOrEqual(30);
  });

  it.each(names)("%s: one request, one statement a root field, the exact answer", async (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
    const document = documentOf(name);
    seeded.takeStatements();
    expect(await seeded.ask(document as never)).toEqual(expected);
    expect(seeded.takeStatements()).toBe(rootFields(document));
  });

  it("are typed documents: a client knows the answer's shape", async () => {
    const { event } = await seeded.ask(ExplorerLineDocument);
    const titles: string[] = event?.causedBy.nodes.map((cause) => cause.title) ?? [];
    expect(titles.length).toBeGreaterThan(0);
  });

  it("stand in README as they are here", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    expect(readme).toBe(withOperations(readme));
  });
});
