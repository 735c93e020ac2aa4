import { readFile } from "node:fs/promises";
import { childrenOf } from "../support/processor.ts";

/** What a process and those that it has started hold in memory now, in MB. */
export interface Resident {
  readonly own: number;
  readonly children: number;
}

/** Reads it from /proc, so on Linux alone: elsewhere, and of a process that has ended, it is 0. */
export async function residentOf(pid: number): Promise<Resident> {
  const [own = 0, ...others] = await Promise.all([String(pid), ...(await childrenOf(pid))].map(resident));
  return { own, children: others.reduce((sum, one) => sum + one, 0) };
}

async function resident(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}
