import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const PATIENCE = 180_000;

/** A server in a process of its own. */
export interface Served {
  /** Where it answers GraphQL. */
  readonly address: URL;
  stop(): Promise<void>;
}

/** Starts a server with Node, and waits until it says where it listens. Throws with what it said where it ends before. */
export function startServer(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Served> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => fail(`did not listen within ${PATIENCE / 1000} s`), PATIENCE);
    const fail = (how: string) => {
      clearTimeout(late);
      child.kill("SIGKILL");
      reject(new Error(`node ${args.join(" ")} ${how}:\n${said}`));
    };
    const hear = (part: Buffer) => {
      said = (said + part.toString()).slice(-4_000);
      const found = /http:\/\/[\d.]+:\d+\/graphql/.exec(said)?.[0];
      if (!found) return;
      clearTimeout(late);
      resolve({ address: new URL(found), stop: () => stop(child) });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`ended with code ${code}`));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(hard);
}
