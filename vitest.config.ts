import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

/** The addresses of Neo4j for tests (tests/support/engine.ts); none: the embedded engine. */
const servers = process.env.NEO4J_TEST_URI?.split(",") ?? [];

/**
 * What no Neo4j changes: the embedded engine's own files and process, what goes between threads, how a start and an end go with them, how files are read before the loader has them,
 * the pages (tests/explorer/neo4j.test.ts opens each once on Neo4j). These run once, on the embedded engine.
 */
const WITHOUT_NEO4J = [
  "tests/engine/{damage,durability,embedded,moments,owner,rank,remote,text}.test.ts",
  "tests/explorer/!(neo4j).test.ts",
  "tests/server/{disk-full,page,start,start-seed}.test.ts",
  "tests/importers/{cells,csv,editions,generate-gta,gta,jsonl,objects,text}.test.ts",
  "tests/outside/**",
];

/** What asks how long others are held up: it runs after the rest, one file at a time, so that only the server under test is at work. */
const ALONE = "tests/attacks/**/*.test.ts";

export default defineConfig({
  // Node gives everyone graphql's CommonJS build; Vite would give our own files another copy, whose schemas Apollo refuses.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    // Neo4j plans each new shape of statement, some for a second; a random test has up to a hundred.
    testTimeout: servers.length === 0 ? 30_000 : 300_000,
    hookTimeout: 120_000,
    exclude: [...configDefaults.exclude, ...(servers.length > 0 ? WITHOUT_NEO4J : [])],
    projects: [
      {
        extends: true,
        test: {
          name: "suite",
          include: ["tests/**/*.test.ts", `!${ALONE}`],
          // One Neo4j serves one test file at a time: each wipes it.
          // On the embedded engine a test waits for the engine's process or a browser: a machine of two processors has room for two files.
          maxWorkers: servers.length > 0 ? servers.length : Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: "attacks", include: [ALONE], maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
