/** A disk that can be filled and emptied: a file system in memory, which only root, or a user in a namespace of its own, may mount. */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of a test's own. */
export interface SmallDisk {
  /** Where it is mounted. */
  readonly path: string;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives it back. */
  empty(): void;
  /** Makes the disk as large as `kilobytes`. */
  resize(kilobytes: number): void;
  /** Unmounts it. */
  remove(): void;
}

/** Mounts a disk of `kilobytes`; null where this machine does not let the tests' user do so. */
export function smallDisk(kilobytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), "trade-graph-disk-"));
  const quiet = { stdio: "ignore" } as const;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "trade-graph-test", path], quiet);
  } catch {
    rmdirSync(path);
    return null;
  }
  const filler = join(path, "filler");
  return {
    path,
    fill: () => {
      for (const bytes of [1 << 20, 1 << 14, 1 << 8]) appendUntilFull(filler, Buffer.alloc(bytes));
    },
    empty: () => rmSync(filler, { force: true }),
    resize: (size) => void execFileSync("mount", ["-o", `remount,size=${size}k`, path], quiet),
    remove: () => {
      execFileSync("umount", ["--lazy", path], quiet);
      rmdirSync(path);
    },
  };
}

function appendUntilFull(file: string, piece: Buffer): void {
  for (;;) {
    try {
      appendFileSync(file, piece);
    } catch {
      return;
    }
  }
}
