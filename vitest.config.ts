import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

/** The addresses of Neo4j for tests (tests/support/engine.ts); none: the embedded engine. */
const servers = process.env.NEO4J_TEST_URI?.split(",") ?? [];

/**
 * What no Neo4j changes: the embedded engine's own files and process, what goes between threads, how a start and an end go with them, how files are read before the loader has them,
 * two tests that draw so many new questions that a Neo4j plans each of them for minutes (as-known, known-days, known-edges, changes and timeline ask there what they ask),
 * what is worked out without a database, what an operation is reckoned to cost, slow clients, the pages (tests/explorer/neo4j.test.ts opens the dearest on Neo4j). These run once, on the embedded engine.
 */
const WITHOUT_NEO4J = [
  "tests/{compose,imports,settings}.test.ts",
  "tests/{bench,citations,clients,docs,duplicates,keys,outside,releases}/**",
  "tests/compile/{fragment,known-graph,months-first,possible-types,shapes}.test.ts",
  "tests/data/{article,episodes}.test.ts",
  "tests/engine/{damage,durability,embedded,moments,owner,rank,remote,slots,text}.test.ts",
  "tests/explorer/!(neo4j).test.ts",
  "tests/exporters/{ftm,linked,sdmx,table,tables,xlsx}.test.ts",
  "tests/importers/{addresses,cells,command,csl,csv,dates,duty,editions,encodings,exported,federal-register,ftm,generate-gta,generate-parties,gleif,graphs,graphs-of-others,gta,gta-overviews,hs-correlations,hs-lists,hts,identity,jsonl,mapping,objects,sdn,tariffs,text,trade,wikidata,words,workbook}.test.ts",
  "tests/mcp/!(every-tool).test.ts",
  "tests/load/{edge-match,hints,inputs,merges-random,thread}.test.ts",
  "tests/model/{faults,model,scalars,texts}.test.ts",
  "tests/resolvers/arguments.test.ts",
  "tests/trade/windows.test.ts",
  "tests/server/{cost,cost-figures,disk-full,import,merged-ids,pace,page,slow,start,start-seed,stop}.test.ts",
];

/** What runs on Neo4j alone: on the embedded engine the others of its folder ask the same. */
const NEO4J_ONLY = ["tests/explorer/neo4j.test.ts"];

/** What asks how long others are held up: it runs after the rest, one file at a time, so that only the server under test is at work. */
const ALONE = "tests/attacks/**/*.test.ts";

export default defineConfig({
  // Node gives everyone graphql's CommonJS build; Vite would give our own files another copy, whose schemas Apollo refuses.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    // Neo4j plans each new shape of statement, some for a second; a random test has up to a hundred.
    testTimeout: servers.length === 0 ? 30_000 : 300_000,
    hookTimeout: 120_000,
    setupFiles: ["tests/support/real-time.ts"],
    exclude: [...configDefaults.exclude, ...(servers.length > 0 ? WITHOUT_NEO4J : NEO4J_ONLY)],
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
          // Files of one worker share what they import: reading the schema and the packages anew for each of 200 files takes a fifth of the run.
          isolate: false,
        },
      },
      { extends: true, test: { name: "attacks", include: [ALONE], maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
