import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Target } from "../../src/cli/export.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import type { Importer, Owners } from "../../src/importers/index.ts";
import { type Bundle, formatProblem, owners } from "../../src/load/index.ts";
import { loaded, world } from "../load/support.ts";
import { openTestEngine } from "../support/engine.ts";

/** What an importer yields and notes. */
export interface Imported {
  readonly bundles: readonly Bundle[];
  /** `file:line:column: message`, the file without its folder. */
  readonly rejected: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  /** The last bundle of a name. Throws where there is none. */
  bundle(name: string): Bundle;
}

export async function imported(importer: Importer, ...files: readonly string[]): Promise<Imported> {
  const bundles: Bundle[] = [];
  const rejected: string[] = [];
  const counts: Record<string, number> = {};
  const notes = {
    reject: (problem: Parameters<typeof formatProblem>[0]) =>
      void rejected.push(formatProblem({ ...problem, file: problem.file.replace(/^.*[\\/]/, "") })),
    count: (note: string) => {
      counts[note] = (counts[note] ?? 0) + 1;
    },
  };
  for await (const bundle of importer(files, notes)) bundles.push(bundle);
  return {
    bundles,
    rejected,
    counts,
    bundle: (name) => {
      const found = bundles.findLast((bundle) => bundle.name === name);
      if (!found) throw new Error(`There is no bundle ${name} among ${bundles.map((b) => b.name).join(", ")}`);
      return found;
    },
  };
}

export function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}

/** Writes a file into a folder that lasts for one piece of work. */
export async function withFile<T>(name: string, content: string | Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "trade-graph-import-"));
  try {
    await writeFile(join(folder, name), content);
    return await work(join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A graph that has these nodes, by id, from these bundles. */
export function owning(nodes: Readonly<Record<string, string>>): Owners {
  return async (ids) => new Map(ids.flatMap((id) => (nodes[id] === undefined ? [] : [[id, nodes[id]] as const])));
}

/** What an engine's graph has. */
export function ownersIn(engine: GraphEngine): Owners {
  return (ids) => owners(engine, ids);
}

/** Edges of a bundle as `TYPE to {properties}`, of those that start at a measure. */
export function edgesOf({ edges }: Bundle): string[] {
  return edges
    .filter(({ type }) => type !== "STATED_IN" && type !== "ABOUT")
    .map(({ type, to, properties }) => `${type} ${to}${Object.keys(properties).length > 0 ? ` ${JSON.stringify(properties)}` : ""}`);
}

/** The engine of the tests with the tiny world that they share. */
export async function worldOnEngine(): Promise<GraphEngine> {
  const engine = await openTestEngine();
  await loaded(engine, world);
  return engine;
}

/** A command of src/cli. */
export type Command = (args: readonly string[], env: NodeJS.ProcessEnv, output: Target) => Promise<number>;

/** Runs a command, and gives its exit code and all that it wrote. */
export async function ran(command: Command, args: readonly string[], env: NodeJS.ProcessEnv) {
  const said = { stdout: "", stderr: "" };
  const utf8 = new TextDecoder();
  const code = await command(args, env, {
    stdout: (piece) => {
      said.stdout += typeof piece === "string" ? piece : utf8.decode(piece, { stream: true });
    },
    stderr: (text) => {
      said.stderr += text;
    },
  });
  return { code, ...said };
}
