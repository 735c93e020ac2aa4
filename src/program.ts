import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** A file of ours that runs in a process of its own, and the flags of Node without which it can't be read. */
export interface Program {
  readonly path: string;
  readonly flags: readonly string[];
}

/**
 * The program `name` (without an ending) that lies beside the file of the URL `here`: the built one, or, where that file runs from sources (tests,
 * `npm run dev`), its source, which needs tsx to be read.
 */
export function programBeside(here: string, name: string): Program {
  const url = urlBeside(here, name);
  return { path: fileURLToPath(url), flags: isSource(here) ? ["--import", pathToFileURL(createRequire(here).resolve("tsx")).href] : [] };
}

/** Starts a thread that runs such a program. A thread takes no flags: of a source, tsx is called before it is read. */
export function startThread(here: string, name: string, options: WorkerOptions): Worker {
  const url = urlBeside(here, name);
  if (!isSource(here)) return new Worker(url, { ...options, execArgv: [] });
  const [tsx, program] = [createRequire(here).resolve("tsx/cjs/api"), fileURLToPath(url)].map((path) => JSON.stringify(path));
  return new Worker(`require(${tsx}).register(); require(${program});`, { ...options, execArgv: [], eval: true });
}

const isSource = (here: string): boolean => here.endsWith(".ts");
const urlBeside = (here: string, name: string): URL => new URL(`./${name}.${isSource(here) ? "ts" : "js"}`, here);
