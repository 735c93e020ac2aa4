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

/** What each room of src may import of ours, beside its own files; a room that is not named may import nothing. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "main.ts": ["production.ts", "server", "load", "engine", "model", "settings.ts", "root.ts"],
  cli: ["server", "resolvers", "load", "importers", "exporters", "engine", "model", "settings.ts", "root.ts"],
  server: ["resolvers", "compile", "exporters", "model", "engine/port.ts", "root.ts"],
  resolvers: ["compile", "trade", "load", "model", "engine/port.ts", "engine/search/text.ts"],
  trade: ["compile", "model", "engine/port.ts", "engine/search/text.ts"],
  // Until status.ts registers what it computes, the compiler knows of it.
  compile: ["model", "trade/status.ts", "engine/port.ts"],
  importers: ["load", "model"],
  exporters: ["load", "model", "engine/port.ts"],
  load: ["model", "engine/port.ts", "engine/search/text.ts"],
  engine: [],
  model: ["root.ts"],
  "production.ts": [],
  "settings.ts": ["root.ts"],
  "root.ts": [],
};
const PURE: Readonly<Record<string, (name: string) => boolean>> = {
  model: (name) => name === "graphql" || name.startsWith("node:"),
  compile: (name) => name === "graphql",
};
const DATABASES: readonly { readonly name: string; readonly in: RegExp }[] = [
  { name: "@grafeo-db/js", in: /^engine\/embedded\// },
  { name: "neo4j-driver", in: /^engine\/neo4j\// },
];

const roomOf = (path: string): string => path.split("/")[0] ?? path;
const reaches = (target: string, allowed: readonly string[]) => allowed.some((place) => target === place || target.startsWith(`${place}/`));

/** The rules that a file of src breaks, as `file: rule`; `file` is told from src. */
function violations(file: string, source: string): string[] {
  const room = roomOf(file);
  const broken = importsOf(source).flatMap(({ from, types }): string[] => {
    if (!from.startsWith(".")) {
      const database = DATABASES.find(({ name }) => from === name || from.startsWith(`${name}/`));
      if (database && !database.in.test(file)) return [`only ${database.in.source} imports ${database.name}`];
      const pure = PURE[room];
      return pure && !pure(from) ? [`${room} imports no package ${from}`] : [];
    }
    const target = posix.normalize(posix.join(posix.dirname(file), from));
    // The page is built by Vite: its styles, and the example queries of the tests.
    if (file.startsWith("server/page/"))
      return target.startsWith("server/page/") ? [] : [`server/page imports nothing of ours, not ${target}`];
    if (target.startsWith("../")) return [`src imports nothing outside it, not ${target}`];
    if (roomOf(target) === room) return [];
    if (!reaches(target, ROOMS[room] ?? [])) return [`${room} does not import ${target}`];
    return room === "compile" && target === "engine/port.ts" && !types ? ["compile imports engine/port.ts as types only"] : [];
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
  it("go one way only, and databases and environment are where they belong", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.flatMap((file) => violations(file, readFileSync(join(SRC, file), "utf8")))).toEqual([]);
  });

  it("are all found: every import statement of src is read", () => {
    for (const file of files) {
      const source = readFileSync(join(SRC, file), "utf8");
      const written = source.match(/^(?:import|export)\b[^;=()]*?\bfrom ["']/gm)?.length ?? 0;
      expect(importsOf(source).length, file).toBeGreaterThanOrEqual(written);
    }
  });

  it.each<[string, string, string]>([
    ["model/x.ts", 'import grafeo from "@grafeo-db/js";', "only ^engine\\/embedded\\/ imports @grafeo-db/js"],
    ["engine/open.ts", 'import type { GrafeoDB } from "@grafeo-db/js";', "only ^engine\\/embedded\\/ imports @grafeo-db/js"],
    ["engine/embedded/x.ts", 'import neo4j from "neo4j-driver";', "only ^engine\\/neo4j\\/ imports neo4j-driver"],
    ["load/x.ts", 'const { default: d } = await import("neo4j-driver");', "only ^engine\\/neo4j\\/ imports neo4j-driver"],
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
    ["server/page/x.ts", 'import { limits } from "../limits.ts";', "server/page imports nothing of ours, not server/limits.ts"],
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
  ])("are refused in %s: %s", (file, source, rule) => {
    expect(violations(file, source)).toEqual([`${file}: ${rule}`]);
  });

  it.each<[string, string]>([
    ["engine/neo4j/values.ts", 'import type { Integer } from "neo4j-driver";'],
    ["model/x.ts", 'import { GraphQLError } from "graphql";\nimport { join } from "node:path";\nimport { ROOT } from "../root.ts";'],
    ["compile/x.ts", 'import type { Row } from "../engine/port.ts";\nimport { type Value } from "../engine/port.ts";'],
    [
      "load/x.ts",
      '/** import { x } from "../server/index.ts" */\n// import "../main.ts"\nimport { words } from "../engine/search/text.ts";',
    ],
    ["cli/x.ts", "const port = process.env.PORT;"],
  ])("are fine in %s: %s", (file, source) => {
    expect(violations(file, source)).toEqual([]);
  });
});
