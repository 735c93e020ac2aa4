import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { ROOT } from "../../../src/root.ts";

const file = z.object({ services: z.object({ neo4j: z.object({ environment: z.record(z.string(), z.string()) }) }) });

/** What docker-compose.yml sets of Neo4j, as scripts/neo4j.mjs takes it: what its image makes of NEO4J_a_b__c is a.b_c. */
export function composeNeo4j(): Record<string, string> {
  const { environment } = file.parse(parse(readFileSync(join(ROOT, "docker-compose.yml"), "utf8"), { merge: true })).services.neo4j;
  const settings = new Map(
    Object.entries(environment).flatMap(([name, value]) => {
      const [, setting] = /^NEO4J_([a-z].*)$/.exec(name) ?? [];
      return setting === undefined ? [] : [[setting.replace(/__|_/g, (part) => (part === "_" ? "." : "_")), value] as const];
    }),
  );
  const heap = settings.get("server.memory.heap.max_size");
  if (heap === undefined) throw new Error("docker-compose.yml gives Neo4j no heap.");
  const pageCache = settings.get("server.memory.pagecache.size");
  // The script says the others itself.
  const own = /^server\.memory\.(heap\.|pagecache\.size$)|^dbms\.usage_report\./;
  return {
    NEO4J_TEST_HEAP: heap,
    ...(pageCache === undefined ? {} : { NEO4J_TEST_PAGECACHE: pageCache }),
    NEO4J_TEST_CONF: [...settings]
      .filter(([name]) => !own.test(name))
      .map(([name, value]) => `${name}=${value}`)
      .join("\n"),
  };
}
