import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openEmbedded } from "../../src/engine/index.ts";

const MAIN = fileURLToPath(new URL("../../dist/src/main.js", import.meta.url));

/** A run of the built program as a process of its own. */
export interface Run {
  readonly child: ChildProcess;
  /** What it has printed so far, on stdout and stderr. */
  output(): string;
  /** Resolves once its output matches; throws when it ends before. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

const running = new Set<ChildProcess>();

/** Starts the built program on the embedded engine, on a free port unless `env` names one, in the folder `cwd`. */
export function start(env: Record<string, string>, cwd = process.cwd()): Run {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(NEO4J_|PORT$|HOST$|SEED_DIR$|LOAD_KEY$|CORS_|LOG_|NODE_OPTIONS|VITEST)/.test(name),
  );
  const child = spawn(process.execPath, [MAIN], {
    cwd,
    env: { ...Object.fromEntries(inherited), PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let text = "";
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
      for (const listener of heard) listener();
    });
  }
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve(code ?? signal ?? 1);
    });
  });
  const prints: Run["prints"] = (pattern) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text);
        if (!match) return;
        heard.delete(look);
        resolve(match);
      };
      heard.add(look);
      look();
      void ended.then((how) => reject(new Error(`it ended (${how}) before it printed ${pattern}:\n${text}`)));
    });
  return { child, output: () => text, prints, ended };
}

/** Waits until it serves; returns its address. */
export async function address(run: Run): Promise<string> {
  const [, at = ""] = await run.prints(/trade-graph is at (http:\/\/\S+?)\/ /);
  return at;
}

/** Ends a run as a power cut would. */
export async function kill(run: Run): Promise<void> {
  run.child.kill("SIGKILL");
  await run.ended;
}

/** Ends what a failed test left running. */
export function killAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** What the database in a folder holds; nobody may have it open. */
export async function contents(path: string): Promise<{ nodes: number; edges: number; seeded: boolean; digest: string }> {
  const engine = await openEmbedded({ path });
  try {
    const read = async (text: string) => engine.read({ text, params: {} });
    const [nodes] = await read("MATCH (n:Node) RETURN count(n)");
    const [edges] = await read("MATCH (:Node)-[r]->(:Node) RETURN count(r)");
    const [marks] = await read("MATCH (f:Folder {name: 'seed'}) RETURN count(f)");
    const ids = await read("MATCH (n:Node) RETURN n.id, n.recordedOn, n.bundle ORDER BY n.id");
    const keys = await read(
      "MATCH (a:Node)-[r]->(b:Node) RETURN type(r), a.id, b.id, r.since, r.recordedOn ORDER BY type(r), a.id, b.id, coalesce(r.since, ''), coalesce(r.field, '')",
    );
    return {
      nodes: Number(nodes?.[0]),
      edges: Number(edges?.[0]),
      seeded: Number(marks?.[0]) === 1,
      digest: [...ids, ...keys].map((row) => row.join(" ")).join("\n"),
    };
  } finally {
    await engine.close();
  }
}
