import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../src/root.ts";
import { MAX_COST, MAX_DEPTH } from "../src/server/cost/prices.ts";
import { readSettings, SettingsError } from "../src/settings.ts";

/** What readSettings says of an environment that it refuses. */
function refusal(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as SettingsError).message;
  }
  throw new Error("the settings were accepted");
}

const NEO4J = { NEO4J_URI: "bolt://db:7687", NEO4J_PASSWORD: "secret" };

describe("settings", () => {
  const defaults = {
    port: 4000,
    host: "127.0.0.1",
    dataDir: resolve(".data"),
    salvage: false,
    keysFile: resolve(".data/keys.json"),
    releasesDir: resolve(".data/releases"),
    seedDir: join(ROOT, "seed"),
    corsOrigins: [],
    embedOrigins: [],
    logLevel: "warn",
    clientLimit: 5_000_000,
    registeredExplorer: false,
    registeredMcp: false,
    deadlineSeconds: 10,
    statementsAtOnce: Math.max(4, 2 * availableParallelism()),
    importMegabytes: 4096,
    maxCost: MAX_COST,
    maxDepth: MAX_DEPTH,
  };

  it("has defaults where nothing is set: the embedded engine, on this machine only, no foreign origins", () => {
    expect(readSettings({})).toEqual(defaults);
  });

  it("reads an empty variable as one that is not set", () => {
    const names = [
      "PORT",
      "HOST",
      "DATA_DIR",
      "DATA_SALVAGE",
      "KEYS_FILE",
      "RELEASES_DIR",
      "SEED_DIR",
      "CORS_ORIGIN",
      "EMBED_ORIGINS",
      "LOG_LEVEL",
      "CLIENT_LIMIT",
      "TRUST_PROXY",
      "REGISTERED_OPERATIONS",
      "REGISTERED_EXPLORER",
      "REGISTERED_MCP",
      "PLANNED_OPERATIONS",
      "IMPORT_MAX_MB",
      "MAX_COST",
      "MAX_DEPTH",
      "DEADLINE_SECONDS",
      "STATEMENTS_AT_ONCE",
    ];
    const neo4j = ["NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD", "NEO4J_DATABASE"];
    expect(readSettings(Object.fromEntries([...names, ...neo4j].map((name) => [name, ""])))).toEqual(defaults);
  });

  it("plans nothing ahead where it is told so", () => {
    expect(readSettings({ PLANNED_OPERATIONS: "no" }).plannedOperations).toEqual([]);
  });

  it("reads every variable that is set", () => {
    const env = {
      PORT: "0",
      HOST: "::",
      DATA_DIR: "/srv/data",
      DATA_SALVAGE: "yes",
      KEYS_FILE: "/srv/keys.json",
      RELEASES_DIR: "/srv/releases",
      SEED_DIR: "mine",
      LOG_LEVEL: "debug",
      CLIENT_LIMIT: "0",
      TRUST_PROXY: "10.0.0.0/8",
      IMPORT_MAX_MB: "7",
      MAX_COST: "1",
      MAX_DEPTH: "40",
      DEADLINE_SECONDS: "3",
      STATEMENTS_AT_ONCE: "7",
      REGISTERED_OPERATIONS: "mine, client/persisted.json,",
      REGISTERED_EXPLORER: "yes",
      REGISTERED_MCP: "yes",
      PLANNED_OPERATIONS: "theirs",
    };
    expect(readSettings(env)).toEqual({
      port: 0,
      host: "::",
      dataDir: resolve("/srv/data"),
      salvage: true,
      keysFile: resolve("/srv/keys.json"),
      releasesDir: resolve("/srv/releases"),
      seedDir: resolve("mine"),
      corsOrigins: [],
      embedOrigins: [],
      logLevel: "debug",
      clientLimit: 0,
      trustProxy: "10.0.0.0/8",
      registeredOperations: [resolve("mine"), resolve("client/persisted.json")],
      registeredExplorer: true,
      registeredMcp: true,
      plannedOperations: [resolve("theirs")],
      deadlineSeconds: 3,
      statementsAtOnce: 7,
      importMegabytes: 7,
      maxCost: 1,
      maxDepth: 40,
    });
  });

  it("reads origins from a list with commas, blanks and empty places left out", () => {
    expect(readSettings({ CORS_ORIGIN: "https://a.example, https://b.example,," }).corsOrigins).toEqual([
      "https://a.example",
      "https://b.example",
    ]);
    expect(readSettings({ EMBED_ORIGINS: "https://a.example,https://b.example" }).embedOrigins).toEqual([
      "https://a.example",
      "https://b.example",
    ]);
    expect(readSettings({ CORS_ORIGIN: "*" }).corsOrigins).toEqual(["*"]);
  });

  it("uses Neo4j where its address is given, as user neo4j and in its own default database", () => {
    expect(readSettings(NEO4J).neo4j).toEqual({ uri: "bolt://db:7687", user: "neo4j", password: "secret" });
    expect(readSettings({ ...NEO4J, NEO4J_USER: "me", NEO4J_DATABASE: "trade" }).neo4j).toEqual({
      uri: "bolt://db:7687",
      user: "me",
      password: "secret",
      database: "trade",
    });
  });

  it("refuses Neo4j's address without a password, or with an empty one", () => {
    expect(refusal({ NEO4J_URI: "bolt://db:7687" })).toContain("NEO4J_PASSWORD must be set where NEO4J_URI is");
    expect(refusal({ NEO4J_URI: "bolt://db:7687", NEO4J_PASSWORD: "" })).toContain("NEO4J_PASSWORD");
  });

  it("uses the embedded engine where only a password of Neo4j is given", () => {
    expect(readSettings({ NEO4J_PASSWORD: "secret" })).toEqual(defaults);
  });

  it.each<[string, string, string]>([
    ["PORT", "http", "PORT must be a port number, 0 to 65535"],
    ["PORT", "-1", "PORT must be a port number, 0 to 65535"],
    ["PORT", "80.5", "PORT must be a port number, 0 to 65535"],
    ["PORT", "65536", "PORT must be a port number, 0 to 65535"],
    ["DEADLINE_SECONDS", "0", "DEADLINE_SECONDS must be a whole number, 1 to 600"],
    ["DEADLINE_SECONDS", "ten", "DEADLINE_SECONDS must be a whole number, 1 to 600"],
    ["STATEMENTS_AT_ONCE", "1.5", "STATEMENTS_AT_ONCE must be a whole number, 1 to 1000"],
    ["STATEMENTS_AT_ONCE", "1001", "STATEMENTS_AT_ONCE must be a whole number, 1 to 1000"],
    ["IMPORT_MAX_MB", "0", "IMPORT_MAX_MB must be a whole number, 1 or more"],
    ["MAX_COST", "0", "MAX_COST must be a whole number, 1 or more"],
    ["MAX_COST", "1e6", "MAX_COST must be a whole number, 1 or more"],
    ["MAX_DEPTH", "-3", "MAX_DEPTH must be a whole number, 1 or more"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent"],
    ["NEO4J_URI", "http://db:7474", "NEO4J_URI must start with one of bolt://"],
    ["CORS_ORIGIN", "https://a.example/page", "CORS_ORIGIN must be origins like https://example.org"],
    ["CLIENT_LIMIT", "-1", "CLIENT_LIMIT must be a whole number, 0 for no limit"],
    ["TRUST_PROXY", "proxy.example", "TRUST_PROXY must be addresses or networks (10.0.0.0/8) of proxies"],
    ["TRUST_PROXY", "10.0.0.0/33", "TRUST_PROXY must be addresses or networks"],
    ["EMBED_ORIGINS", "a.example", "EMBED_ORIGINS must be origins like https://example.org"],
    ["CORS_ORIGIN", "a.example", "CORS_ORIGIN must be origins like https://example.org"],
  ])("refuses %s=%s, and says what it must be", (name, value, message) => {
    expect(refusal({ NEO4J_PASSWORD: "secret", [name]: value })).toContain(message);
  });

  it("names every invalid variable at once, one line each", () => {
    const lines = refusal({ PORT: "x", LOG_LEVEL: "loud", NEO4J_URI: "bolt://db:7687" }).split("\n");
    expect(lines[0]).toBe("The environment can't be used:");
    expect(lines.slice(1).map((line) => line.trim().split(" ")[0])).toEqual(["PORT", "LOG_LEVEL", "NEO4J_PASSWORD"]);
  });

  it("does not repeat a password in a refusal", () => {
    expect(refusal({ ...NEO4J, NEO4J_PASSWORD: "hunter2", PORT: "x" })).not.toContain("hunter2");
  });
});
