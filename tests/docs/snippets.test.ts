import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { type DocumentNode, Kind, OperationTypeNode, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readModel } from "../../src/model/index.ts";
import { hasPython, pythonBeside } from "../exporters/python.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";
import { commandsOf, faultOf } from "./commands.ts";
import { type Block, blocksOf, OWN_PAGES } from "./pages.ts";
import { silentWays } from "./silence.ts";

const blocks = OWN_PAGES.flatMap(blocksOf);
const named = (of: readonly Block[]) => of.map((block) => ({ at: `${block.page}:${block.line}`, block }));
const queries = named(blocks.filter(({ language }) => language === "graphql"));
const commands = blocks
  .filter(({ language }) => language === "sh")
  .flatMap(({ page, line, text }) => commandsOf(text).map((command) => ({ at: `${page}:${line}`, command })));
/** Of what a server answers, what needs no key and no operation that was registered. */
const asked = commands.filter(({ command }) => command.startsWith("curl ") && !/authorization|documentId/.test(command));
const others = commands.filter(({ command }) => !command.startsWith("curl "));

/** Programs that are whole: those that are followed by what they print. */
const programs = named(blocks.filter(({ next }) => next?.language === "text"));
const bundles = named(
  blocks.filter(({ page, language, text }) => /^docs\/(for-)?load/.test(page) && language === "yaml" && /^bundle:/m.test(text)),
);

const isMutation = ({ definitions }: DocumentNode) =>
  definitions.some((d) => d.kind === Kind.OPERATION_DEFINITION && d.operation === OperationTypeNode.MUTATION);

const SERVER = "http://127.0.0.1:4000";
const KEY = "a-key-of-16-and-more";
/** Where programs find the project's packages. */
const PROGRAMS = resolve("node_modules/.cache/trade-graph-docs");
const run = promisify(execFile);

describe("snippets of the documentation", () => {
  const { schema } = readModel();
  const folder = mkdtempSync(join(tmpdir(), "trade-graph-docs-"));
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded({ loadKey: KEY });
    mkdirSync(PROGRAMS, { recursive: true });
  });
  afterAll(async () => {
    await seeded.close();
    for (const made of [folder, PROGRAMS]) rmSync(made, { recursive: true, force: true });
  });

  it.each(queries)("the GraphQL of $at is valid, and answered as shown where an answer is shown", async ({ block }) => {
    const document = parse(block.text);
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    if (isMutation(document)) return;
    const { body } = await seeded.send(block.text);
    if (block.next?.language !== "json") {
      expect(body.errors).toBeUndefined();
      // What leads from an idea to a field has to find something at every field.
      if (block.page === "docs/find.md") expect(silentWays(body.data)).toEqual([]);
      return;
    }
    const shown = JSON.parse(block.next.text) as Record<string, unknown>;
    // A page shows the whole answer, or its data alone.
    if ("data" in shown || "errors" in shown) expect(body).toMatchObject(shown);
    else expect(body.data).toEqual(shown);
  });

  it.each(asked)("the command of $at gets an answer without errors: $command", async ({ command }) => {
    const line = command.replaceAll(SERVER, seeded.address);
    const { stdout } = await run("bash", ["-c", line], { cwd: folder, maxBuffer: 50_000_000 });
    expect(stdout).not.toBe("");
    expect(stdout).not.toMatch(/"errors":/);
  });

  it.each(others)("the command of $at has a script and options that exist: $command", ({ command }) => {
    expect(faultOf(command)).toBeNull();
  });

  it.each(programs.filter(({ block }) => block.language === "ts"))("the program of $at prints what is shown", async ({ at, block }) => {
    const file = join(PROGRAMS, `${at.replaceAll(/\W/g, "-")}.mts`);
    writeFileSync(file, block.text.replaceAll(SERVER, seeded.address).replaceAll('"../api/', `"${resolve("api")}/`));
    const { stdout } = await run(process.execPath, ["--import", "tsx", file]);
    expect(stdout).toBe(block.next?.text);
  });

  it.skipIf(!hasPython).each(programs.filter(({ block }) => block.language === "python"))(
    "the Python of $at prints what is shown",
    async ({ block }) => {
      expect(await pythonBeside(["-c", block.text.replaceAll(SERVER, seeded.address)], folder)).toBe(block.next?.text);
    },
  );

  it("there are programs in both languages, and queries from ideas", () => {
    expect(new Set(programs.map(({ block }) => block.language))).toEqual(new Set(["ts", "python"]));
    expect(queries.filter(({ block }) => block.page === "docs/find.md").length).toBeGreaterThanOrEqual(60);
  });

  it.each(bundles)("the bundle of $at loads after those before it", async ({ block }) => {
    const query = "mutation ($files: [LoadFile!]!) { load(input: { files: $files }) { problems { path message } } }";
    const response = await fetch(`${seeded.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query, variables: { files: [{ name: "bundle.yaml", text: block.text }] } }),
    });
    expect(await response.json()).toMatchObject({ data: { load: { problems: [] } } });
  });
});
