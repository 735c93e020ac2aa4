import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { FIRST_ASKED } from "./first-asked.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes the questions that the views ask first beside the pages: a server on Neo4j has them planned (src/server/plan-ahead.ts). */
const firstAsked: Plugin = {
  name: "first-asked",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "first-asked.json", source: JSON.stringify(FIRST_ASKED) });
  },
};

/** Builds the explorer and GraphiQL into dist/explorer, workers and fonts included: no request of either leaves the server. */
export default defineConfig({
  root: here("."),
  base: "/",
  logLevel: "warn",
  build: {
    outDir: here("../../dist/explorer"),
    emptyOutDir: true,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: { explorer: here("index.html"), graphiql: here("graphiql/index.html") },
      // Directives for React's server mean nothing in a page; every module of some packages has one.
      onwarn: (warning, next) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : next(warning)),
    },
  },
  plugins: [firstAsked],
  worker: { format: "es" },
  server: { proxy: { "/graphql": "http://127.0.0.1:4000", "/schema.graphql": "http://127.0.0.1:4000" } },
});
