import { spawn } from "node:child_process";
import { ROOT } from "./sides/process.ts";

/** Runs a program to its end in the project's folder. Throws where it fails; what it said stands above. */
export function command(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${program} ${args[0]} ended with code ${code}.`))));
  });
}
