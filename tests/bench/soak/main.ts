/** `npm run soak`: a server under load for minutes, and then three times more than it takes. Linux only: memory is read from /proc. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { address as addressOf, start } from "../../server/start-support.ts";
import { testNeo4j } from "../../support/engine.ts";
import { goldenOperations } from "../../support/golden.ts";
import { makeBuilt } from "../build.ts";
import { USUAL } from "./draw.ts";
import { type Line, table } from "./lines.ts";
import { askAll, loadAgain, statusesOf } from "./load.ts";
import { Memory } from "./memory.ts";
import { onComposesNeo4j, planned } from "./shapes.ts";

const KEY = "a-key-of-twenty-chars";
const CONNECTIONS = 64;
const OPERATIONS = fileURLToPath(new URL("../../operations", import.meta.url));
/** A load every so many milliseconds. */
const PAUSE = 10_000;
/** How many statements one question has where more of them are to wait than may. */
const FIELDS = 15;
/** What a client that is not of this machine may ask for in a minute: three of the questions below. */
const CLIENT_LIMIT = 300_000;
/** How many statements may wait for their turn, on both engines. */
const WAITING = 500;

const USAGE = `npm run soak -- [options]                                     on the embedded engine
node scripts/neo4j.mjs -- npm run soak -- [options]           on Neo4j
  --seconds n   how long it asks; 300 unless given. Memory is judged from 120 on
  --shapes n    instead of that, questions of so many shapes, which a Neo4j as in docker-compose.yml plans: what its heap holds. It
                starts that Neo4j itself; the JDK's jcmd and jstat are needed
  --dear n      of n shapes, one is anything of the schema and one has several statuses; ${USUAL} unless given
  --help        this`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "300" },
      shapes: { type: "string" },
      dear: { type: "string", default: String(USUAL) },
      help: { type: "boolean", default: false },
    },
  });
  const seconds = Number(values.seconds);
  const shapes = values.shapes === undefined ? null : { count: Number(values.shapes), each: Number(values.dear) };
  if (values.help || !(seconds > 0) || (shapes !== null && !(shapes.count > 0 && shapes.each > 1))) {
    console.log(USAGE);
    return;
  }
  const pid = Number(process.env.NEO4J_TEST_PID);
  if (shapes !== null && !testNeo4j()) {
    process.exitCode = await onComposesNeo4j(["--shapes", String(shapes.count), "--dear", String(shapes.each)]);
    return;
  }
  if (shapes !== null && !(pid > 0))
    throw new Error("The heap of a Neo4j can be read that scripts/neo4j.mjs started: leave NEO4J_TEST_URI out.");
  await makeBuilt();
  const what = shapes === null ? "soak" : "soak by shapes";
  // What is planned is measured, however long that takes on a busy machine: what is cut off at a deadline is not kept.
  await onServer(what, shapes === null ? {} : { DEADLINE_SECONDS: "600" }, async (server, own) =>
    shapes === null ? [...(await soaked(server, seconds, own)), ...(await overloaded(server))] : planned(server, pid, shapes),
  );
}

/** Starts a server, prints what `work` found of it, and ends it. */
async function onServer(
  what: string,
  settings: Readonly<Record<string, string>>,
  work: (server: URL, pid: number) => Promise<Line[]>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "trade-graph-soak-"));
  const neo4j = testNeo4j();
  // As docs/operating.md advises for Neo4j: what is asked often is planned before anybody asks. The log says when.
  const place = neo4j
    ? {
        NEO4J_URI: neo4j.uri,
        NEO4J_USER: neo4j.user,
        NEO4J_PASSWORD: neo4j.password,
        ...(Object.keys(settings).length === 0 && { PLANNED_OPERATIONS: OPERATIONS, LOG_LEVEL: "info" }),
      }
    : {};
  const run = start({
    DATA_DIR: folder,
    LOAD_KEY: KEY,
    CLIENT_LIMIT: String(CLIENT_LIMIT),
    TRUST_PROXY: "127.0.0.1",
    LOG_LEVEL: "error",
    ...place,
    ...settings,
  });
  try {
    const server = new URL(`${await addressOf(run)}/graphql`);
    if ("PLANNED_OPERATIONS" in place) await run.prints(/operations were planned ahead/);
    const lines = await work(server, run.child.pid ?? 0);
    const alive = await fetch(new URL("/livez", server)).then(({ status }) => status);
    lines.push(["still there at the end", `/livez ${alive}`, alive === 200 && run.child.exitCode === null]);
    console.log(table(`${what}, ${neo4j ? "Neo4j" : "embedded"}`, lines));
    if (lines.some(([, , held]) => held === false)) {
      process.exitCode = 1;
      // Timeouts are meant: what else the server said may say why.
      const said = run
        .output()
        .split("\n")
        .filter((line) => !line.includes("at its deadline"));
      console.error(
        said
          .slice(-20)
          .map((line) => line.slice(0, 1_000))
          .join("\n"),
      );
    }
  } finally {
    run.child.kill("SIGTERM");
    await run.ended;
    await rm(folder, { recursive: true, force: true });
  }
}

/** As many clients as it is to serve, for minutes, with loads beside. */
async function soaked(server: URL, seconds: number, pid: number): Promise<Line[]> {
  const operations = goldenOperations();
  // Each once: what it takes to compile and plan is not what is measured.
  const warm = operations.map(() => false);
  await askAll(server, operations, 1, () => warm.shift() === undefined);
  const end = performance.now() + seconds * 1000;
  const isOver = () => performance.now() > end;
  const memory = new Memory(pid);
  const [asking, loading] = await Promise.all([
    askAll(server, operations, CONNECTIONS, isOver),
    loadAgain(server, KEY, PAUSE, isOver),
  ]).finally(() => memory.end());
  for (const [error, times] of asking.errors) console.error(`${times} × ${error}`);
  for (const error of loading.errors) console.error(`load: ${error}`);
  const growth = memory.growth();
  const megabytes = ({ server: own, engine }: { server: number; engine: number }) => `${own.toFixed(0)} + ${engine.toFixed(0)} MB`;
  const failed = [...asking.errors.values()].reduce((sum, one) => sum + one, 0);
  return [
    [
      `${CONNECTIONS} connections for ${seconds} s, ${operations.length} operations`,
      `${asking.answers} answers, ${(asking.answers / seconds).toFixed(0)} a second`,
      asking.answers > 0,
    ],
    ["no error", `${failed} errors`, failed === 0],
    ["a load every 10 s, each taken", `${loading.loads} loads, ${loading.errors.length} refused`, loading.errors.length === 0],
    [
      "p99 within 10 times p50",
      `${asking.p50.toFixed(1)} and ${asking.p99.toFixed(1)} ms, ${(asking.p99 / asking.p50).toFixed(1)} times`,
      asking.p99 <= 10 * asking.p50,
    ],
    [
      "memory of server + engine flat within 10 % after the first minute",
      growth ? `${megabytes(growth.after)}, then ${megabytes(growth.last)}: ${growth.ratio.toFixed(2)} times` : "too short to say",
      growth && growth.ratio <= 1.1,
    ],
  ];
}

/** Three times more than a client may ask for, and three times more statements than may wait. */
async function overloaded(server: URL): Promise<Line[]> {
  const ask = (query: string, client?: string) =>
    fetch(server, {
      method: "POST",
      headers: { "content-type": "application/json", ...(client ? { "x-forwarded-for": client } : {}) },
      body: JSON.stringify({ query }),
    });
  // A text of its own each, so that no two are one statement; the cost of each is some 30,000.
  const question = (i: number) =>
    `{ ${Array.from({ length: 3 }, (_, n) => `s${n}: search(text: "tariff ${i} ${n}") { score }`).join(" ")} }`;
  const asked = (3 * CLIENT_LIMIT) / 30_000;
  const client = await statusesOf(asked, (i) => ask(question(i), "203.0.113.7"));
  const other = await ask("{ __typename }", "203.0.113.8");
  // Each field is a statement of its own, of some tens of milliseconds.
  const fields = Array.from({ length: FIELDS }, (_, n) => `r${n}: relationships(first: 200) { nodes { since } }`).join(" ");
  const many = await statusesOf((3 * WAITING) / FIELDS, () => ask(`{ ${fields} }`));
  const after = await ask("{ measures(first: 1) { nodes { id } } }");
  const only = (statuses: ReadonlyMap<number, number>, allowed: readonly number[]) =>
    [...statuses.keys()].every((status) => allowed.includes(status));
  return [
    [
      "a client that asks for three times its limit: 429, others not",
      `${said(client)}; another client: ${other.status}`,
      only(client, [200, 429]) && (client.get(429) ?? 0) > 0 && other.status === 200,
    ],
    [
      `${3 * WAITING} statements at once, of which ${WAITING} may wait: 503`,
      `${said(many)}; afterwards: ${after.status}`,
      only(many, [200, 503, 504]) && (many.get(503) ?? 0) > 0 && after.status === 200,
    ],
  ];
}

const said = (statuses: ReadonlyMap<number, number>): string =>
  [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, times]) => `${times} × ${status}`)
    .join(", ");

try {
  await main();
} catch (error) {
  console.error(`soak: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
