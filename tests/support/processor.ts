import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";

/** For how many milliseconds a process has been at work so far; infinity where the system does not say (Linux alone does). */
export async function busyAlone(pid: number | string | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  // Of the clock that /proc counts by, 100 ticks to the second everywhere.
  return user === undefined || system === undefined ? Number.POSITIVE_INFINITY : (user + system) * 10;
}

/** The ids of the processes that a process has started and that are still there. */
export async function childrenOf(pid: number | string | undefined): Promise<string[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return children.split(" ").filter(Boolean);
}

/** For how many milliseconds a process and those that it has started have been at work so far; infinity where the system does not say. */
export async function busyWithChildren(pid: number | string | undefined): Promise<number> {
  const all = await Promise.all([pid, ...(await childrenOf(pid))].map(busyAlone));
  return all.reduce((sum, one) => sum + one, 0);
}

/** For how many milliseconds a browser has been at work: the processes of its pages, and the one that draws. */
export interface BusyBrowser {
  readonly pages: number;
  readonly drawing: number;
}

/** Gives a function that tells for how long a browser has been at work since now. */
export async function busySince(browser: Browser): Promise<() => Promise<BusyBrowser>> {
  const session = await browser.newBrowserCDPSession();
  const read = async () => (await session.send("SystemInfo.getProcessInfo")).processInfo;
  const before = new Map((await read()).map(({ id, cpuTime }) => [id, cpuTime]));
  return async () => {
    const now = await read();
    // The processes of pages that were closed meanwhile are gone.
    const of = (type: string) =>
      now.filter((one) => one.type === type).reduce((sum, { id, cpuTime }) => sum + 1000 * (cpuTime - (before.get(id) ?? 0)), 0);
    return { pages: of("renderer"), drawing: of("GPU") };
  };
}
