import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect } from "vitest";
import { importCommand } from "../../src/cli/import.ts";
import { loadCommand } from "../../src/cli/load.ts";
import { openEmbedded } from "../../src/engine/index.ts";
import { openNeo4j } from "../../src/engine/neo4j/neo4j.ts";
import type { GraphEngine, Row } from "../../src/engine/port.ts";
import { testNeo4j, wipe } from "../support/engine.ts";
import { type Command, ran } from "./support.ts";

/** Countries and goods that the records of these tests point at. */
const WORLD = `
bundle: world
restsOn: register
sources:
  - {id: notice, title: Notice, url: https://example.org/notice, publishedOn: 2025-04-04, reliability: OFFICIAL}
claims:
  - {id: register, source: notice, certainty: CONFIRMED}
countries:
  - {id: CN, name: China, kind: STATE, iso2: CN, iso3: CHN, aliases: [中国]}
  - {id: US, name: United States, kind: STATE, iso2: US, iso3: USA}
  - {id: IN, name: India, kind: STATE, iso2: IN, iso3: IND}
  - {id: NA, name: Namibia, kind: STATE, iso2: NA, iso3: NAM}
commodities:
  - {id: hs-010229, name: Live cattle, level: SUBHEADING, hsCode: "010229", hsEdition: "2022"}
  - {id: hs-850511, name: Permanent magnets, level: SUBHEADING, hsCode: "850511", hsEdition: "2022"}
`;

/** The database of a test, a folder beside it, and the commands on both. */
export class Commands {
  #folder = "";
  #env: Record<string, string> = {};

  /** Makes an empty database with a small world before each test of the file. */
  static forEachTest(): Commands {
    const commands = new Commands();
    beforeEach(async () => {
      commands.#folder = await mkdtemp(join(tmpdir(), "trade-graph-import-"));
      await commands.begin("data");
    });
    afterEach(() => rm(commands.#folder, { recursive: true, force: true }));
    return commands;
  }

  /** The settings that name the database. */
  get env(): Readonly<Record<string, string>> {
    return this.#env;
  }

  /** Goes on with another database that has the small world alone: Neo4j is shared, and emptied; the embedded one is a folder of this name. */
  async begin(name: string): Promise<void> {
    const neo4j = testNeo4j();
    this.#env = neo4j ? { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password } : { DATA_DIR: this.path(name) };
    if (neo4j) await this.withEngine((engine) => wipe(engine));
    expect((await this.load(await this.file("world.yaml", WORLD))).code).toBe(0);
  }

  /** Goes on with the database in a folder of this name, as it is. Of the embedded engine alone. */
  use(name: string): void {
    this.#env = { DATA_DIR: this.path(name) };
  }

  /** Where a file of this name lies or would lie. */
  path(name: string): string {
    return join(this.#folder, name);
  }

  /** Writes a file, folders on its way as well; its path. */
  async file(name: string, content: string | Uint8Array): Promise<string> {
    const path = this.path(name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  }

  /** `npm run import`. What it writes names files without their folder. */
  import(...args: readonly string[]) {
    return this.#run(importCommand, args);
  }

  /** `npm run load`. */
  load(...args: readonly string[]) {
    return this.#run(loadCommand, args);
  }

  async #run(command: Command, args: readonly string[]) {
    const { code, stdout, stderr } = await ran(command, args, this.#env);
    const short = (text: string) => text.replaceAll(`${this.#folder}/`, "");
    // The progress of a slow database is reported now and then.
    return { code, stdout: short(stdout), stderr: short(stderr.replace(/^[\d,]+ records, .*\n/gm, "")) };
  }

  async withEngine<T>(work: (engine: GraphEngine) => Promise<T>): Promise<T> {
    const neo4j = testNeo4j();
    const engine = neo4j ? await openNeo4j(neo4j) : await openEmbedded({ path: this.#env.DATA_DIR ?? "" });
    try {
      return await work(engine);
    } finally {
      await engine.close();
    }
  }

  /** Rows of a statement. */
  read(text: string): Promise<readonly Row[]> {
    return this.withEngine(async (engine) => [...(await engine.read({ text, params: {} }))]);
  }

  /** The first column of a statement's rows, as text and in order. */
  async column(text: string): Promise<string[]> {
    return (await this.read(text)).map(([value]) => String(value)).sort();
  }
}
