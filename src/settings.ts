import { join, resolve } from "node:path";
import { z } from "zod";
import { ROOT } from "./root.ts";

/** Everything that the environment decides; docs/operating.md lists the variables. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database. */
  readonly dataDir: string;
  /** Folder of the seed files. */
  readonly seedDir: string;
  /** Present where Neo4j is to be used instead of the embedded engine. */
  readonly neo4j?: { readonly uri: string; readonly user: string; readonly password: string; readonly database?: string };
  /** Origins whose pages may ask, besides this server's own; "*" for all. */
  readonly corsOrigins: readonly string[];
  readonly logLevel: string;
  /** The key that clients must send to load through the server; absent: nobody may. */
  readonly loadKey?: string;
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
const optional = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());

/** A whole number, 1 or more. */
const whole = z
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
    // The seed comes with the program, wherever it is started; the database is the starter's own.
    SEED_DIR: text(join(ROOT, "seed")),
    NEO4J_URI: optional.refine(
      (uri) => uri === undefined || SCHEMES.some((scheme) => uri.startsWith(`${scheme}://`)),
      `must start with one of ${SCHEMES.map((s) => `${s}://`).join(", ")}`,
    ),
    NEO4J_USER: text("neo4j"),
    NEO4J_PASSWORD: optional,
    NEO4J_DATABASE: optional,
    CORS_ORIGIN: text("").pipe(
      z
        .string()
        .transform(origins)
        .refine((all) => all.every(isOrigin), "must be origins like https://example.org, with commas between them, or *"),
    ),
    LOAD_KEY: optional.refine((key) => key === undefined || /^\S{16,}$/.test(key), "must have 16 characters or more, and no spaces"),
    MAX_COST: text("500000").pipe(whole),
    MAX_DEPTH: text("26").pipe(whole),
    LOG_LEVEL: text("warn").pipe(z.enum(LEVELS, `must be one of ${LEVELS.join(", ")}`)),
  })
  .refine((e) => e.NEO4J_URI === undefined || e.NEO4J_PASSWORD !== undefined, {
    path: ["NEO4J_PASSWORD"],
    message: "must be set where NEO4J_URI is",
    // Reported also where another variable is invalid: all at once.
    when: ({ value }) => typeof value === "object",
  });

/** The origins of a list with commas. */
function origins(list: string): string[] {
  return list
    .split(",")
    .map((origin) => origin.trim())
    .filter((origin) => origin !== "");
}

/** Whether a browser may send this as its Origin: anything more, a path or a slash, would never match. */
function isOrigin(text: string): boolean {
  return text === "*" || (URL.canParse(text) && new URL(text).origin === text);
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
    seedDir: resolve(e.SEED_DIR),
    corsOrigins: e.CORS_ORIGIN,
    logLevel: e.LOG_LEVEL,
    maxCost: e.MAX_COST,
    maxDepth: e.MAX_DEPTH,
    ...(e.LOAD_KEY === undefined ? {} : { loadKey: e.LOAD_KEY }),
    ...neo4j,
  };
}
