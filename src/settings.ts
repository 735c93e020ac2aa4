import { isIP } from "node:net";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { ROOT } from "./root.ts";

/** Everything that the environment decides; docs/operating.md lists the variables. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database. */
  readonly dataDir: string;
  /** Whether an embedded database whose files are damaged is opened with what can be read of it. */
  readonly salvage: boolean;
  /** Folder of the seed files. */
  readonly seedDir: string;
  /** Present where Neo4j is to be used instead of the embedded engine. */
  readonly neo4j?: { readonly uri: string; readonly user: string; readonly password: string; readonly database?: string };
  /** Origins whose pages may ask, besides this server's own; "*" for all. */
  readonly corsOrigins: readonly string[];
  /** Origins whose pages may show the explorer's views in a frame; empty: none may. */
  readonly embedOrigins: readonly string[];
  readonly logLevel: string;
  /** How long the statements of a question may take together, in seconds. */
  readonly deadlineSeconds: number;
  /** How many statements the embedded database runs at once. */
  readonly statementsAtOnce: number;
  /** The key that clients must send to load through the server; absent: nobody may. */
  readonly loadKey?: string;
  /** What the operations of one client may cost in a minute; 0: no limit. */
  readonly clientLimit: number;
  /** Which proxies are believed about their clients' addresses: addresses and networks with commas between them. */
  readonly trustProxy?: string;
  /** The file of keys that may load some bundles through the server (src/keys). */
  readonly keysFile: string;
  /** Files and folders of the operations that are answered, and no others; absent: all are. */
  readonly registeredOperations?: readonly string[];
  /** Whether the explorer's own operations are answered too where others are not, or alone where none is registered. */
  readonly registeredExplorer: boolean;
  /** Whether the operations of the tools for assistants are answered too where others are not, or alone where none is registered. */
  readonly registeredMcp: boolean;
  /** Files and folders of the operations that Neo4j plans at the start; absent: those that are registered. */
  readonly plannedOperations?: readonly string[];
  /** The folder of the releases of the data (src/releases), which are served at `/data/`. */
  readonly releasesDir: string;
  /** The most megabytes that the files of an import through the server may have together. */
  readonly importMegabytes: number;
  /** The most that an operation may cost, in objects of its answer. */
  readonly maxCost: number;
  /** The most levels of fields that an operation may have. */
  readonly maxDepth: number;
}

/** A variable of the environment can't be used; the message names each, and what it must be. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const SCHEMES = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

/** An empty variable counts as not set. */
const text = (fallback: string) => z.preprocess((value) => (value === "" ? undefined : value), z.string().default(fallback));
/** A whole number from `least` to `most`. */
const whole = (least: number, most: number) => {
  const message = `must be a whole number, ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message));
};
const optional = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());

/** Origins with commas between them. */
const origins = text("").pipe(
  z
    .string()
    .transform(membersOf)
    .refine((all) => all.every(isOrigin), "must be origins like https://example.org, with commas between them, or *"),
);

/** A whole number, 1 or more. */
const positive = z
  .string()
  .regex(/^[1-9]\d{0,11}$/, "must be a whole number, 1 or more")
  .transform(Number);

const environment = z
  .object({
    PORT: text("4000")
      .pipe(
        z
          .string()
          .regex(/^\d{1,5}$/, "must be a port number, 0 to 65535")
          .transform(Number),
      )
      .pipe(z.number().max(65535, "must be a port number, 0 to 65535")),
    HOST: text("127.0.0.1"),
    DATA_DIR: text(".data"),
    DATA_SALVAGE: text("no").pipe(z.enum(["yes", "no"], "must be yes or no")),
    // The seed comes with the program, wherever it is started; the database is the starter's own.
    SEED_DIR: text(join(ROOT, "seed")),
    NEO4J_URI: optional.refine(
      (uri) => uri === undefined || SCHEMES.some((scheme) => uri.startsWith(`${scheme}://`)),
      `must start with one of ${SCHEMES.map((s) => `${s}://`).join(", ")}`,
    ),
    NEO4J_USER: text("neo4j"),
    NEO4J_PASSWORD: optional,
    NEO4J_DATABASE: optional,
    CORS_ORIGIN: origins,
    EMBED_ORIGINS: origins,
    KEYS_FILE: optional,
    RELEASES_DIR: optional,
    LOAD_KEY: optional.refine((key) => key === undefined || /^\S{16,}$/.test(key), "must have 16 characters or more, and no spaces"),
    CLIENT_LIMIT: text("5000000").pipe(
      z
        .string()
        .regex(/^\d{1,12}$/, "must be a whole number, 0 for no limit")
        .transform(Number),
    ),
    TRUST_PROXY: optional.refine(
      (list) => list === undefined || list.split(",").every((address) => isAddress(address.trim())),
      "must be addresses or networks (10.0.0.0/8) of proxies, with commas between them",
    ),
    DEADLINE_SECONDS: text("10").pipe(whole(1, 600)),
    STATEMENTS_AT_ONCE: text(String(Math.max(4, 2 * availableParallelism()))).pipe(whole(1, 1000)),
    REGISTERED_OPERATIONS: optional.transform((list) => (list === undefined ? undefined : membersOf(list))),
    REGISTERED_EXPLORER: text("no").pipe(z.enum(["yes", "no"], "must be yes or no")),
    REGISTERED_MCP: text("no").pipe(z.enum(["yes", "no"], "must be yes or no")),
    PLANNED_OPERATIONS: optional.transform((list) => (list === undefined ? undefined : list === "no" ? [] : membersOf(list))),
    IMPORT_MAX_MB: text("4096").pipe(positive),
    MAX_COST: text("500000").pipe(positive),
    MAX_DEPTH: text("26").pipe(positive),
    LOG_LEVEL: text("warn").pipe(z.enum(LEVELS, `must be one of ${LEVELS.join(", ")}`)),
  })
  .refine((e) => e.NEO4J_URI === undefined || e.NEO4J_PASSWORD !== undefined, {
    path: ["NEO4J_PASSWORD"],
    message: "must be set where NEO4J_URI is",
    // Reported also where another variable is invalid: all at once.
    when: ({ value }) => typeof value === "object",
  });

/** The members of a list with commas. */
function membersOf(list: string): string[] {
  return list
    .split(",")
    .map((member) => member.trim())
    .filter((member) => member !== "");
}

/** Whether a browser may send this as its Origin: anything more, a path or a slash, would never match. */
function isOrigin(text: string): boolean {
  return text === "*" || (URL.canParse(text) && new URL(text).origin === text);
}

/** Whether a text is an IP address, a network, or one of the names for networks that are never public. */
function isAddress(text: string): boolean {
  const [address = "", bits] = text.split("/");
  if (bits === undefined && ["loopback", "linklocal", "uniquelocal"].includes(address)) return true;
  return isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)));
}

/** Reads the settings from environment variables. Throws SettingsError that names every variable that can't be used. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = environment.safeParse(env);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new SettingsError(`The environment can't be used:\n${problems.join("\n")}`);
  }
  const e = read.data;
  const neo4j =
    e.NEO4J_URI === undefined
      ? {}
      : {
          neo4j: {
            uri: e.NEO4J_URI,
            user: e.NEO4J_USER,
            password: e.NEO4J_PASSWORD ?? "",
            ...(e.NEO4J_DATABASE ? { database: e.NEO4J_DATABASE } : {}),
          },
        };
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    salvage: e.DATA_SALVAGE === "yes",
    seedDir: resolve(e.SEED_DIR),
    keysFile: resolve(e.KEYS_FILE ?? join(e.DATA_DIR, "keys.json")),
    corsOrigins: e.CORS_ORIGIN,
    embedOrigins: e.EMBED_ORIGINS,
    logLevel: e.LOG_LEVEL,
    clientLimit: e.CLIENT_LIMIT,
    ...(e.TRUST_PROXY === undefined ? {} : { trustProxy: e.TRUST_PROXY }),
    ...(e.REGISTERED_OPERATIONS === undefined ? {} : { registeredOperations: e.REGISTERED_OPERATIONS.map((path) => resolve(path)) }),
    registeredExplorer: e.REGISTERED_EXPLORER === "yes",
    registeredMcp: e.REGISTERED_MCP === "yes",
    ...(e.PLANNED_OPERATIONS === undefined ? {} : { plannedOperations: e.PLANNED_OPERATIONS.map((path) => resolve(path)) }),
    deadlineSeconds: e.DEADLINE_SECONDS,
    statementsAtOnce: e.STATEMENTS_AT_ONCE,
    releasesDir: resolve(e.RELEASES_DIR ?? join(e.DATA_DIR, "releases")),
    importMegabytes: e.IMPORT_MAX_MB,
    maxCost: e.MAX_COST,
    maxDepth: e.MAX_DEPTH,
    ...(e.LOAD_KEY === undefined ? {} : { loadKey: e.LOAD_KEY }),
    ...neo4j,
  };
}
