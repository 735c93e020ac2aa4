import { defineConfig } from "vitest/config";

export default defineConfig({
  // Node gives everyone graphql's CommonJS build; Vite would give our own files another copy, whose schemas Apollo refuses.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["tests/**/*.test.ts"],
    // Neo4j plans each new shape of statement, some for a second.
    testTimeout: process.env.NEO4J_TEST_URI === undefined ? 30_000 : 120_000,
    hookTimeout: 120_000,
    // One Neo4j serves one test file at a time: each wipes it.
    fileParallelism: process.env.NEO4J_TEST_URI === undefined,
  },
});
