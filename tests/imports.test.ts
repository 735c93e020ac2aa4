import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../src/root.ts";

/** One import as a file writes it. */
interface Import {
  readonly from: string;
  /** Only types come in: nothing is left of it when it runs. */
  readonly types: boolean;
}

/** Static and dynamic imports, and re-exports. Words of comments are none. */
function importsOf(source: string): Import[] {
  const code = source.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/^\s*\/\/.*$/gm, "");
  const statements = code.matchAll(/^\s*(?:import|export)\s+(type\s)?((?:[^"'`;=]*?)\s+from\s*)?["']([^"']+)["']/gm);
  const dynamic = code.matchAll(/\b(?:import|require)\(\s*["'`]([^"'`]+)["'`]/g);
  const typeOnly = (names = "") =>
    /^\s*\{/.test(names) &&
    names
      .replace(/^\s*\{|\}.*$/gs, "")
      .split(",")
      .every((n) => /^\s*(type\s|$)/.test(n));
  return [
    ...[...statements].map(([, type, names, from = ""]) => ({ from, types: type !== undefined || typeOnly(names) })),
    ...[...dynamic].map(([, from = ""]) => ({ from, types: false })),
  ];
}

/** Which rooms of src a room may enter; a room that is not named may enter none. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "main.ts": ["production.ts", "server", "load", "engine", "model", "settings.ts", "root.ts"],
  cli: [
    "duplicates",
    "releases",
    "mcp",
    "server",
    "resolvers",
    "backup",
    "keys",
    "load",
    "intake",
    "importers",
    "exporters",
    "engine",
    "model",
    "settings.ts",
    "root.ts",
  ],
  citations: [],
  server: [
    "mcp",
    "resolvers",
    "citations",
    "releases",
    "compile",
    "exporters",
    "backup",
    "intake",
    "keys",
    "load",
    "model",
    "engine/port.ts",
    "root.ts",
  ],
  mcp: ["root.ts"],
  resolvers: ["compile", "trade", "citations", "load", "keys", "model", "engine/port.ts", "root.ts"],
  trade: ["compile", "model", "citations"],
  compile: ["model", "engine/port.ts"],
  intake: ["importers", "load", "keys", "model", "engine/port.ts", "program.ts"],
  importers: ["load", "model"],
  exporters: ["load", "model", "engine/port.ts"],
  duplicates: ["model"],
  releases: ["load"],
  backup: ["load", "model", "engine/port.ts"],
  load: ["model", "engine/port.ts", "program.ts"],
  keys: [],
  engine: ["program.ts"],
  model: ["root.ts"],
  "production.ts": [],
  "settings.ts": ["root.ts"],
  "root.ts": [],
  "program.ts": [],
};

/** The doors of a room: `index.ts`, and where there are others, these. A file that lies in no room is its own door. */
const doorsOf = (room: string): readonly string[] =>
  room.endsWith(".ts") ? [room] : room === "engine" ? ["engine/index.ts", "engine/port.ts"] : [`${room}/index.ts`];

/** The floors of a room, from the top: the files of a folder import from those below it and from their own, never from those above. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  compile: ["select", "page", "where", "request", "cypher"],
};

/** Packages that a room is kept to: a room that is not named may import any. */
const PURE: Readonly<Record<string, (name: string) => boolean>> = {
  model: (name) => name === "graphql" || name.startsWith("node:"),
  compile: (name) => name === "graphql" || name === "lru-cache",
  trade: () => false,
};
const DATABASES: readonly { readonly name: string; readonly in: string }[] = [
  { name: "@grafeo-db/js", in: "engine/embedded/" },
  { name: "neo4j-driver", in: "engine/neo4j/" },
];

const roomOf = (path: string): string => path.split("/")[0] ?? path;

/** What an import of ours breaks, in words that say where to go instead; empty where it is fine. */
function pathViolations(file: string, target: string, types: boolean): string[] {
  const [room, other] = [roomOf(file), roomOf(target)];
  if (target.startsWith("../")) return [`src imports nothing outside it, not ${target}`];
  if (other === room) return floorViolations(file, target);
  const allowed = ROOMS[room] ?? [];
  const entered = allowed.filter((place) => target === place || other === place);
  if (entered.length === 0) return [`${room} does not import ${target}: it may enter ${allowed.join(", ") || "no other room"}`];
  const doors = entered.includes(target) ? [target] : doorsOf(other);
  if (!doors.includes(target)) return [`${target} is entered by its door, ${doors.join(" or ")}: import from there, or export it there`];
  return room === "compile" && target === "engine/port.ts" && !types ? ["compile imports engine/port.ts as types only"] : [];
}

function floorViolations(file: string, target: string): string[] {
  const floors = FLOORS[roomOf(file)];
  const [mine, theirs] = [file.split("/"), target.split("/")];
  if (!floors || mine.length < 3) return [];
  const [from, to] = [mine[1] ?? "", theirs.length < 3 ? "" : (theirs[1] ?? "")];
  if (to !== "" && floors.indexOf(to) >= floors.indexOf(from)) return [];
  return [`${from} lies below ${theirs.slice(1).join("/")}: move what both need down to ${from}, or the caller up`];
}

/** The rules that a file of src breaks, as `file: rule`; `file` is a path below src. */
function violations(file: string, source: string): string[] {
  const room = roomOf(file);
  const broken = importsOf(source).flatMap(({ from, types }): string[] => {
    if (!from.startsWith(".")) {
      const database = DATABASES.find(({ name }) => from === name || from.startsWith(`${name}/`));
      if (database && !file.startsWith(database.in)) return [`only ${database.in} imports ${database.name}`];
      const pure = PURE[room];
      return pure && !pure(from) ? [`${room} imports no package ${from}`] : [];
    }
    const target = posix.normalize(posix.join(posix.dirname(file), from));
    // The pages are built by Vite: with their styles, and the golden queries of the tests.
    if (room === "explorer") return target.startsWith("explorer/") ? [] : [`explorer imports nothing of ours, not ${target}`];
    return pathViolations(file, target, types);
  });
  const code = source.replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gms, "");
  if (/\bprocess\.env\b|\benv\b[^"']*from "node:process"/.test(code) && !/^(main|production|cli\/[\w-]+)\.ts$/.test(file)) {
    broken.push("only main.ts, production.ts and cli read the environment");
  }
  return broken.map((rule) => `${file}: ${rule}`);
}

const SRC = join(ROOT, "src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .sort();

describe("imports", () => {
  it("every import goes one way only, and databases and environment are where they belong", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.flatMap((file) => violations(file, readFileSync(join(SRC, file), "utf8")))).toEqual([]);
  });

  it("every import statement of src is found", () => {
    for (const file of files) {
      const source = readFileSync(join(SRC, file), "utf8");
      const written = source.match(/^(?:import|export)\b[^;=()]*?\bfrom ["']/gm)?.length ?? 0;
      expect(importsOf(source).length, file).toBeGreaterThanOrEqual(written);
    }
  });

  it.each<[string, string, string]>([
    ["model/x.ts", 'import grafeo from "@grafeo-db/js";', "only engine/embedded/ imports @grafeo-db/js"],
    ["engine/open.ts", 'import type { GrafeoDB } from "@grafeo-db/js";', "only engine/embedded/ imports @grafeo-db/js"],
    ["engine/embedded/x.ts", 'import neo4j from "neo4j-driver";', "only engine/neo4j/ imports neo4j-driver"],
    ["load/x.ts", 'const { default: d } = await import("neo4j-driver");', "only engine/neo4j/ imports neo4j-driver"],
    ["model/x.ts", 'import { z } from "zod";', "model imports no package zod"],
    ["model/x.ts", 'import type { Row } from "../engine/port.ts";', "model does not import engine/port.ts"],
    ["compile/x.ts", 'import { join } from "node:path";', "compile imports no package node:path"],
    ["compile/x.ts", 'import { EngineError } from "../engine/port.ts";', "compile imports engine/port.ts as types only"],
    ["compile/x.ts", 'import { type Row, EngineError } from "../engine/port.ts";', "compile imports engine/port.ts as types only"],
    ["compile/x.ts", 'import { runRoot } from "../resolvers/run.ts";', "compile does not import resolvers/run.ts"],
    ["resolvers/x.ts", 'import { limits } from "../server/limits.ts";', "resolvers does not import server/limits.ts"],
    ["resolvers/x.ts", 'export { openEngine } from "../engine/open.ts";', "resolvers does not import engine/open.ts"],
    ["server/x.ts", 'import { readSettings } from "../settings.ts";', "server does not import settings.ts"],
    ["server/x.ts", 'import "../main.ts";', "server does not import main.ts"],
    ["explorer/app/x.ts", 'import { limits } from "../../server/limits.ts";', "explorer imports nothing of ours, not server/limits.ts"],
    ["load/x.ts", 'import { openEngine } from "../engine/open.ts";', "load does not import engine/open.ts"],
    ["load/x.ts", 'import {\n  compile,\n} from "../compile/index.ts";', "load does not import compile/index.ts"],
    ["engine/x.ts", 'import type { Model } from "../model/index.ts";', "engine does not import model/index.ts"],
    ["settings.ts", 'import { openEngine } from "./engine/open.ts";', "settings.ts does not import engine/open.ts"],
    ["newroom/x.ts", 'import { readModel } from "../model/index.ts";', "newroom does not import model/index.ts"],
    [
      "load/x.ts",
      'import { openTestEngine } from "../../tests/support/engine.ts";',
      "src imports nothing outside it, not ../tests/support/engine.ts",
    ],
    [
      "resolvers/x.ts",
      'import type { LoadPayload } from "../../tests/generated/types.ts";',
      "src imports nothing outside it, not ../tests/generated/types.ts",
    ],
    ["settings.ts", "const port = process.env.PORT;", "only main.ts, production.ts and cli read the environment"],
    ["engine/x.ts", 'import { env } from "node:process";', "only main.ts, production.ts and cli read the environment"],
  ])("what breaks a rule of imports is refused in %s: %s", (file, source, rule) => {
    const [violation = "", ...more] = violations(file, source);
    expect(more).toEqual([]);
    expect(violation.startsWith(`${file}: ${rule}`), violation).toBe(true);
  });

  it("a refused import is reported with the way to go instead", () => {
    const broken = [
      ["trade/x.ts", 'import { compileFilter } from "../compile/where/filter.ts";'],
      ["load/x.ts", 'import { openEngine } from "../engine/index.ts";'],
      ["compile/where/x.ts", 'import { readOrder } from "../page/order.ts";'],
    ].flatMap(([file = "", source = ""]) => violations(file, source));
    expect(broken).toEqual([
      "trade/x.ts: compile/where/filter.ts is entered by its door, compile/index.ts: import from there, or export it there",
      "load/x.ts: load does not import engine/index.ts: it may enter model, engine/port.ts, program.ts",
      "compile/where/x.ts: where lies below page/order.ts: move what both need down to where, or the caller up",
    ]);
  });

  it.each<[string, string]>([
    ["engine/neo4j/values.ts", 'import type { Integer } from "neo4j-driver";'],
    ["model/x.ts", 'import { GraphQLError } from "graphql";\nimport { join } from "node:path";\nimport { ROOT } from "../root.ts";'],
    ["compile/x.ts", 'import type { Row } from "../engine/port.ts";\nimport { type Value } from "../engine/port.ts";'],
    [
      "load/x.ts",
      '/** import { x } from "../server/index.ts" */\n// import "../main.ts"\nimport { searchWords } from "../engine/port.ts";',
    ],
    ["compile/select/x.ts", 'import { readOrder } from "../page/order.ts";\nimport { listOf } from "./builder.ts";'],
    ["compile/compiler.ts", 'import { compileRoot } from "./select/root.ts";'],
    ["main.ts", 'import { openEngine } from "./engine/index.ts";\nimport { EngineError } from "./engine/port.ts";'],
    ["cli/x.ts", "const port = process.env.PORT;"],
  ])("what keeps the rules of imports passes in %s: %s", (file, source) => {
    expect(violations(file, source)).toEqual([]);
  });
});
