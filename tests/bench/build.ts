import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { command } from "./command.ts";
import { ROOT } from "./sides/process.ts";

const SERVER = join(ROOT, "dist", "src", "main.js");
const PEERS = join(ROOT, "tests", "bench", "peers");

/** Builds dist/ where it is missing or older than src/, so that yesterday's program is not measured. */
export async function makeBuilt(): Promise<void> {
  if (!existsSync(SERVER)) await command("npm", ["run", "build"]);
  else if ((await newest(join(ROOT, "src"))) > (await stat(SERVER)).mtimeMs) await command("npx", ["tsc", "-p", "tsconfig.build.json"]);
}

/** The same, and installs the peers where they are missing. */
export async function makeReady(): Promise<void> {
  await makeBuilt();
  if (!existsSync(join(PEERS, "node_modules"))) await command("npm", ["ci", "--no-audit", "--no-fund", "--prefix", PEERS]);
}

/** When a folder's newest file was written, in milliseconds. */
async function newest(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const times = files.filter((file) => file.isFile()).map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs);
  return Math.max(...(await Promise.all(times)));
}
