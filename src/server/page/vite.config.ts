import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Builds GraphiQL into dist/page, workers and fonts included: no request of the page leaves the server. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  logLevel: "warn",
  build: {
    outDir: fileURLToPath(new URL("../../../dist/page", import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 10_000,
    // Directives for React's server mean nothing in a page; every module of some packages has one.
    rolldownOptions: { onwarn: (warning, next) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : next(warning)) },
  },
  worker: { format: "es" },
});
