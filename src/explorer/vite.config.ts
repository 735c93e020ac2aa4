import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { FIRST_ASKED } from "./first-asked.ts";
import * as operations from "./generated/operations.ts";
import { textsSent } from "./sent.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes the questions that the views ask first beside the pages: a server on Neo4j has them planned (src/server/plan-ahead.ts). */
const firstAsked: Plugin = {
  name: "first-asked",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "first-asked.json", source: JSON.stringify(FIRST_ASKED) });
  },
};

/** The golden questions, which the explorer has as they stand in their files. */
function questions(): { readonly name: string; readonly source: string }[] {
  const folder = here("../../tests/operations");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".graphql"));
  return files.sort().map((path) => ({ name: basename(path, ".graphql"), source: readFileSync(join(folder, path), "utf8") }));
}

/** Leaves beside the pages what they ask: a server that answers registered operations only reads it at its start. */
const sent: Plugin = {
  name: "operations-sent",
  generateBundle() {
    this.emitFile({
      type: "asset",
      fileName: "operations.json",
      source: JSON.stringify(textsSent(operations, questions()), null, 1),
    });
  },
};

/** Builds the explorer, GraphiQL and the page around the documentation into dist/explorer, workers and fonts included: no request of these leaves the server. */
export default defineConfig({
  root: here("."),
  base: "/",
  logLevel: "warn",
  build: {
    outDir: here("../../dist/explorer"),
    emptyOutDir: true,
    // Every browser that runs these pages preloads modules by itself.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: { explorer: here("index.html"), graphiql: here("graphiql/index.html"), docs: here("docs/index.html") },
      // Directives for React's server mean nothing in a page; every module of some packages has one.
      onwarn: (warning, next) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : next(warning)),
    },
  },
  plugins: [firstAsked, sent],
  worker: { format: "es" },
  server: { proxy: { "/graphql": "http://127.0.0.1:4000", "/schema.graphql": "http://127.0.0.1:4000", "/docs": "http://127.0.0.1:4000" } },
});
