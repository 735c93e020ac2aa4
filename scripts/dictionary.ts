/** Writes docs/dictionary.md and docs/dictionary/ from the schema and the seed; `npm run codegen` calls it, `npm run codegen:check` holds them up to date. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Model } from "../src/model/index.ts";
import { seedExamples } from "./dictionary/examples.ts";
import { queryPage, rowsPage } from "./dictionary/query-pages.ts";
import { edgesPage, enumsPage, indexPage } from "./dictionary/shared-pages.ts";
import { typePage } from "./dictionary/type-page.ts";

/** The pages of the data dictionary by their paths. */
export function dictionaryPages(model: Model): ReadonlyMap<string, string> {
  const examples = seedExamples(model);
  return new Map([
    ["docs/dictionary.md", indexPage(model, examples)],
    ["docs/dictionary/edges.md", edgesPage(model, examples)],
    ["docs/dictionary/enums.md", enumsPage(model)],
    ["docs/dictionary/query.md", queryPage(model)],
    ["docs/dictionary/rows.md", rowsPage(model)],
    ...[...model.nodes.values()].map((type) => [`docs/dictionary/${type.singular}.md`, typePage(model, type, examples)] as const),
  ]);
}

/** Writes the pages, and removes those of types that are gone. */
export function writeDictionary(model: Model): void {
  rmSync("docs/dictionary", { recursive: true, force: true });
  for (const [path, text] of dictionaryPages(model)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n`);
  }
}
