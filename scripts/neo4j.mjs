/**
 * Runs a command against a throw-away Neo4j: `node scripts/neo4j.mjs -- npx vitest run`.
 *
 * No Docker: the server comes as jars from Maven Central (once, into .neo4j/<version>, about 120 MB), starts on free ports in a
 * temporary home with a random password, and is stopped and removed when the command ends, fails or is interrupted. The command
 * finds it in NEO4J_TEST_URI, NEO4J_TEST_USER and NEO4J_TEST_PASSWORD, and its process in NEO4J_TEST_PID. With NEO4J_TEST_URI already set the command just runs.
 *
 * `--servers 2` before the `--` starts two, so that two test files run at a time; NEO4J_TEST_URI then lists them, separated by commas.
 *
 * NEO4J_TEST_HEAP (768m) and NEO4J_TEST_PAGECACHE (256m) give it more memory. NEO4J_TEST_CONF has further lines for its neo4j.conf, in place of a
 * smaller cache of plans. NEO4J_TEST_HOME names a folder to keep the database in:
 * it is not removed then, and the next start goes on with what is there (one server only).
 *
 * Needs `mvn` (first time only) and Java: 17 or later for NEO4J_TEST_VERSION 5.x (default 5.26.30), 21 or later for 2025 and on;
 * JAVA_HOME decides which.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createConnection, createServer } from "node:net";
import { constants, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const version = process.env.NEO4J_TEST_VERSION ?? "5.26.30";
const calendar = Number(version.split(".")[0]) >= 2025;
const startSeconds = 120;
const heap = process.env.NEO4J_TEST_HEAP ?? "768m";
const pageCache = process.env.NEO4J_TEST_PAGECACHE ?? "256m";
/** The folder of a database that is kept; undefined: a temporary one. */
const keptHome = process.env.NEO4J_TEST_HOME ? resolve(process.env.NEO4J_TEST_HOME) : undefined;
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";

/** What has to be undone, last first; each step runs once. */
const undo = [];
/** The signal that asked us to stop, if any. */
let interrupted;
/** Children that must hear of it. */
const children = new Set();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    interrupted ??= signal;
    for (const child of children) child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
  });
}

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  const several = args[0] === "--servers";
  const servers = several ? Number(args[1]) : 1;
  const rest = several ? args.slice(2) : args;
  const command = rest[0] === "--" ? rest.slice(1) : rest;
  if (command.length === 0 || !Number.isInteger(servers) || servers < 1 || (servers > 1 && keptHome)) {
    console.error("usage: node scripts/neo4j.mjs [--servers N] -- <command> [argument…]; a kept home (NEO4J_TEST_HOME) has one server");
    return 2;
  }
  try {
    const env = process.env.NEO4J_TEST_URI ? {} : await startServers(servers);
    return await run(command[0], command.slice(1), { env: { ...process.env, ...env }, stdio: "inherit" });
  } catch (error) {
    if (interrupted) return 128 + constants.signals[interrupted];
    console.error(`neo4j: ${error instanceof Error ? error.message : error}`);
    return 1;
  } finally {
    while (undo.length > 0)
      await undo
        .pop()()
        .catch((error) => console.error(`neo4j: cleaning up: ${error.message}`));
  }
}

/** Fetches and starts servers, all with one password; returns the variables that lead the command to them. */
async function startServers(count) {
  const lib = await jars();
  // A kept database has its password already, and the folder is its owner's alone.
  const kept = keptHome && (await readFile(join(keptHome, "password"), "utf8").catch(() => undefined));
  const password = kept ?? randomBytes(18).toString("hex");
  const servers = [];
  for (let i = 0; i < count; i++) servers.push(await startServer(lib, password, kept === undefined));
  return {
    NEO4J_TEST_URI: servers.map(({ uri }) => uri).join(","),
    NEO4J_TEST_PID: servers.map(({ pid }) => pid).join(","),
    NEO4J_TEST_USER: "neo4j",
    NEO4J_TEST_PASSWORD: password,
  };
}

/** Configures and starts one server; returns its address and its process. */
async function startServer(lib, password, isNew) {
  const home = keptHome ?? (await mkdtemp(join(tmpdir(), "trade-graph-neo4j-")));
  if (!keptHome) undo.push(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const [bolt, http] = await freePorts(2);
  const conf = join(home, "conf");
  await mkdir(conf, { recursive: true });
  await writeFile(
    join(conf, "neo4j.conf"),
    [
      `server.bolt.listen_address=127.0.0.1:${bolt}`,
      `server.http.listen_address=127.0.0.1:${http}`,
      `server.memory.pagecache.size=${pageCache}`,
      "dbms.usage_report.enabled=false",
      // Its own 1,000 plans of this project's statements take 750 MB.
      process.env.NEO4J_TEST_CONF ?? "server.memory.query_cache.per_db_cache_num_entries=200",
      "",
    ].join("\n"),
  );

  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf };
  const classpath = ["-cp", join(lib, "*")];
  const log = join(home, "console.log");
  const output = await open(log, "a");
  const stdio = ["ignore", output.fd, output.fd];
  try {
    const setPassword = [...classpath, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password];
    if (isNew && (await run(java, setPassword, { env, stdio })) !== 0)
      throw new Error(await failure("the initial password could not be set", log));
    if (keptHome) await writeFile(join(home, "password"), password, { mode: 0o600 });

    const mainClass = calendar ? "org.neo4j.server.Neo4jCommunity" : "org.neo4j.server.CommunityEntryPoint";
    const vector = calendar ? ["--add-modules", "jdk.incubator.vector"] : [];
    const server = spawn(
      java,
      ["-Xms256m", `-Xmx${heap}`, ...vector, ...classpath, mainClass, `--home-dir=${home}`, `--config-dir=${conf}`],
      // An own process group: Ctrl-C in a terminal must reach the command first and the database last.
      { env, stdio, detached: true },
    );
    const ended = new Promise((resolve) => {
      server.once("exit", resolve);
      server.once("error", resolve);
    });
    undo.push(() => stop(server, ended));
    await answering(bolt, ended, log);
    return { uri: `bolt://127.0.0.1:${bolt}`, pid: server.pid };
  } finally {
    await output.close();
  }
}

/** The folder with the server's jars, fetched when it is not there yet. A half-done fetch never counts: the folder is renamed at the end. */
async function jars() {
  const root = fileURLToPath(new URL("../.neo4j/", import.meta.url));
  const target = join(root, version);
  const lib = join(target, "lib");
  if (existsSync(lib)) return lib;
  console.error(`neo4j: fetching Neo4j ${version} from Maven Central into .neo4j/ (once)`);
  await mkdir(root, { recursive: true });
  const draft = await mkdtemp(join(root, "fetch-"));
  undo.push(() => rm(draft, { recursive: true, force: true }));
  await writeFile(join(draft, "pom.xml"), pom());
  const goal = ["-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${join(draft, "lib")}`];
  const code = await run("mvn", goal, { cwd: draft, stdio: ["ignore", "inherit", "inherit"] });
  if (code !== 0) throw new Error(`mvn could not fetch Neo4j ${version} (exit code ${code}); check the version and the network`);
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
  return lib;
}

function pom() {
  const dependency = (group, artifact) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
<dependencies>${dependency("org.neo4j", "neo4j")}${dependency("org.neo4j.app", "neo4j-server")}</dependencies></project>
`;
}

/** Runs a program to its end and gives its exit code (128 + signal when one ended it). */
function run(program, args, options) {
  return new Promise((resolve, reject) => {
    if (interrupted) return reject(new Error("interrupted"));
    const child = spawn(program, args, options);
    children.add(child);
    child.once("error", (error) => {
      children.delete(child);
      reject(new Error(`${program} can't be started (${error.message})`));
    });
    child.once("exit", (code, signal) => {
      children.delete(child);
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}

async function stop(server, ended) {
  if (server.exitCode !== null || server.pid === undefined) return;
  server.kill("SIGTERM");
  const hard = setTimeout(() => server.kill("SIGKILL"), keptHome ? 120_000 : 20_000);
  await ended;
  clearTimeout(hard);
}

/** Waits until Bolt accepts connections. */
async function answering(port, ended, log) {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const deadline = Date.now() + startSeconds * 1000;
  while (!(await connects(port))) {
    if (interrupted) throw new Error("interrupted");
    if (over) throw new Error(await failure("the server ended while starting", log));
    if (Date.now() > deadline) throw new Error(await failure(`no answer from Bolt within ${startSeconds} s`, log));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function connects(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** Ports that are free now, all held open until all are known, so that they differ. */
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) => {
          const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function failure(what, log) {
  const tail = (await readFile(log, "utf8").catch(() => "")).split("\n").slice(-15).join("\n");
  return `${what}; Neo4j ${version} with ${java} said:\n${tail}`;
}
