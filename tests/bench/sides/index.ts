import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { readModel } from "../../../src/model/index.ts";
import { testNeo4j } from "../../support/engine.ts";
import { peerTypes } from "../peer-schema.ts";
import { type Shape, type SideName, textOf } from "../shapes/index.ts";
import { cypherSide } from "./cypher.ts";
import { graphqlSide } from "./graphql.ts";
import { ROOT } from "./process.ts";
import type { Side } from "./side.ts";

export type { Asker, Prepared, Side } from "./side.ts";

/** A driver for the Neo4j of the run. Throws where the environment names none. */
export function openDriver(): Driver {
  const settings = testNeo4j();
  if (!settings) throw new Error("NEO4J_TEST_URI is not set: start the benchmark with `npm run bench`, which starts a Neo4j.");
  return neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: "OFF" },
  });
}

/** A first answer on a busy machine, which Neo4j plans for seconds, must not end the run: what is slow is seen all the same. */
const PATIENT = { DEADLINE_SECONDS: "120" } as const;

/** Starts one side. `dataDir` is the embedded database; `workDir` takes what has to be written on the way. */
export async function startSide(name: SideName, driver: Driver, dataDir: string, workDir: string): Promise<Side> {
  const server = join(ROOT, "dist", "src", "main.js");
  const peers = join(ROOT, "tests", "bench", "peers");
  switch (name) {
    case "ours-neo4j": {
      const { uri = "", user = "", password = "" } = testNeo4j() ?? {};
      return graphqlSide(name, asked(name), [server], {
        ...PATIENT,
        PORT: "0",
        NEO4J_URI: uri,
        NEO4J_USER: user,
        NEO4J_PASSWORD: password,
      });
    }
    case "ours-embedded":
      return graphqlSide(name, asked(name), [server], { ...PATIENT, PORT: "0", NEO4J_URI: "", DATA_DIR: dataDir });
    case "neo4j-graphql": {
      const types = join(workDir, "neo4j-graphql.graphql");
      await writeFile(types, peerTypes(readModel()));
      return graphqlSide(name, asked(name), [join(peers, "neo4j-graphql.mjs"), types], {});
    }
    case "dataloader":
      return graphqlSide(name, asked(name), [join(peers, "dataloader.mjs")], {});
    case "cypher-idiomatic":
      return cypherSide(name, driver, { text: asked(name), managed: true });
    case "cypher-best":
      return cypherSide(name, driver, { text: asked(name), managed: false });
  }
}

/** How a side asks a shape. Throws where it can't: who asks it looks first. */
function asked(name: SideName): (shape: Shape) => string {
  return (shape) => {
    const text = textOf(shape, name);
    if (text === null) throw new Error(`${name} has nothing to ask ${shape.name} with.`);
    return text;
  };
}
