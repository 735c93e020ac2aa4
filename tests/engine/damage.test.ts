import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import { EngineError } from "../../src/engine/port.ts";
import { count, cut, fileOf, filled, flip, gone, logOf, WRITES, write } from "./damage.ts";

describe("a damaged embedded database", () => {
  let folder: string;
  let made: Awaited<ReturnType<typeof filled>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-damage-"));
    // Another user has to get at what lies in it.
    chmodSync(folder, 0o755);
    made = await filled(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  let copies = 0;
  /** A copy to be damaged. */
  function copy(kind: "closed" | "killed"): string {
    const path = join(folder, `${kind}-${++copies}`);
    cpSync(made[kind], path, { recursive: true });
    return path;
  }

  /** Opens; what was said of it, and how many nodes it has. */
  async function opened(path: string, salvage = false): Promise<{ notices: string[]; nodes: number }> {
    const notices: string[] = [];
    const engine = await openEmbedded({ path, salvage, onNotice: (notice) => notices.push(notice) });
    try {
      return { notices, nodes: await count(engine) };
    } finally {
      await engine.close();
    }
  }

  async function refusal(path: string): Promise<EngineError> {
    const error = await opened(path).then(
      (found) => new Error(`it opened: ${JSON.stringify(found)}`),
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof EngineError)) throw error;
    // In one sentence, with the folder and what to do.
    expect(error.message).toContain(path);
    expect(error.message).not.toContain("\n");
    return error;
  }

  it("opens without a word what an orderly close, and what a kill, has left", async () => {
    for (const kind of ["closed", "killed"] as const) {
      const path = copy(kind);
      expect(await opened(path)).toEqual({ notices: [], nodes: WRITES });
      expect(await opened(path)).toEqual({ notices: [], nodes: WRITES });
    }
  });

  it.each([
    ["all but the first bytes of a write are missing", (log: string) => truncateSync(log, (made.ends[WRITES - 2] ?? 0) + 20), 1],
    ["it was cut in the middle", (log: string) => truncateSync(log, (made.ends[2] ?? 0) + 20), 3],
    ["it was written over by less than a header", (log: string) => writeFileSync(log, "hello"), WRITES],
  ])("opens a log where %s, and says how much was dropped and how many confirmed writes are lost", async (_, damage, lost) => {
    const path = copy("killed");
    damage(logOf(path));
    const { notices, nodes } = await opened(path);
    expect(nodes).toBe(WRITES - lost);
    expect(notices).toEqual([
      expect.stringMatching(
        lost === 1
          ? /ended within a write(: [\d,]+ bytes were dropped)?\. It lacks the last write that was confirmed: load that again, or restore a backup/
          : new RegExp(`dropped\\. It lacks the last ${lost} writes that were confirmed`),
      ),
    ]);
    // It is said once, and what is written from then on stays.
    expect(await opened(path)).toEqual({ notices: [], nodes });
  });

  it("says that nothing is lost where the log ends within a write that was never confirmed", async () => {
    const path = copy("killed");
    appendFileSync(logOf(path), "the beginning of a write that a crash cut off");
    expect(await opened(path)).toEqual({
      notices: [expect.stringMatching(/ended within a write: 45 bytes were dropped\. Nothing that was confirmed is lost\./)],
      nodes: WRITES,
    });
  });

  it.each([
    [
      "the log is damaged before its end",
      (path: string) => flip(logOf(path), (made.ends[2] ?? 0) + 50),
      /log .* is damaged at byte \d+;.*restore.*DATA_SALVAGE=yes/,
    ],
    ["the log begins with other bytes", (path: string) => flip(logOf(path), 0), /log .* is damaged at byte 0;/],
    [
      "the log ends after another write than the last",
      (path: string) => truncateSync(logOf(path), made.ends[2]),
      /has lost the last 3 writes/,
    ],
    ["the log was emptied", (path: string) => cut(logOf(path), statSync(logOf(path)).size), /has lost the last 6 writes/],
    ["the log is gone", (path: string) => gone(`${fileOf(path)}.wal`), /has lost the last 6 writes.*put back.*restore.*DATA_SALVAGE=yes/],
    ["the file is gone, and the log is there", (path: string) => gone(fileOf(path)), /has its log .* but not its file.*restore/],
  ])("refuses with DAMAGED and the remedy where %s", async (_, damage, says) => {
    const path = copy("killed");
    damage(path);
    const { code, message } = await refusal(path);
    expect([code, message]).toEqual(["DAMAGED", expect.stringMatching(says)]);
    expect((await refusal(path)).code).toBe("DAMAGED");
  });

  it.each([
    ["its header has other bytes", (file: string) => flip(file, 16), /file graph\.grafeo .* is damaged at byte 0;.*restore/],
    ["both its tables of contents have", (file: string) => [4096, 8192].map((at) => flip(file, at, 64)), /is damaged at byte 4096/],
    [
      "its newer table of contents has, so that it opens as it was before",
      (file: string) => flip(file, 4096, 64),
      /is damaged|has lost the last/,
    ],
    ["it was cut in the middle", (file: string) => cut(file, Math.floor(statSync(file).size / 2)), /is damaged at byte/],
    ["it is gone", gone, /is gone .*put it back.*restore/],
  ])("refuses with DAMAGED and the remedy a database file where %s", async (_, damage, says) => {
    const path = copy("closed");
    damage(fileOf(path));
    const { code, message } = await refusal(path);
    expect([code, message]).toEqual(["DAMAGED", expect.stringMatching(says)]);
    expect((await refusal(path)).code).toBe("DAMAGED");
  });

  it.each(["closed", "killed"] as const)(
    "never opens a %s database in silence without all that was confirmed, wherever 32 bytes of it are others",
    async (kind) => {
      const damaged = kind === "closed" ? fileOf : logOf;
      const { size } = statSync(damaged(made[kind]));
      const step = Math.ceil(size / 60);
      for (let at = 0; at < size; at += step) {
        const path = copy(kind);
        flip(damaged(path), at, 32);
        const result = await opened(path).catch((error: unknown) => (error instanceof EngineError ? error.code : String(error)));
        if (typeof result === "string") expect(["DAMAGED", "UNAVAILABLE"], `bytes at ${at}`).toContain(result);
        else if (result.nodes < WRITES) expect(result.notices, `bytes at ${at}`).toEqual([expect.stringMatching(/It lacks the last/)]);
        else expect(result.nodes, `bytes at ${at}`).toBe(WRITES);
        await rm(path, { recursive: true });
      }
    },
  );

  it("opens an older copy, or a damaged log, with what can be read where DATA_SALVAGE asks for it, and keeps what it did not read", async () => {
    const path = copy("killed");
    const log = logOf(path);
    flip(log, (made.ends[2] ?? 0) + 50);
    const { notices, nodes } = await opened(path, true);
    expect(nodes).toBe(3);
    expect(notices).toEqual([expect.stringMatching(/It lacks the last 3 writes that were confirmed/)]);
    expect(readdirSync(`${fileOf(path)}.wal.damaged`)).toEqual([expect.stringMatching(/^damaged-/)]);
    expect(await opened(path)).toEqual({ notices: [], nodes });

    const older = copy("closed");
    const engine = await openEmbedded({ path: older });
    await write(engine, "later");
    await engine.close();
    cpSync(fileOf(made.closed), fileOf(older));
    expect((await refusal(older)).message).toMatch(/has lost the last write that was confirmed/);
    expect(await opened(older, true)).toEqual({
      notices: [expect.stringMatching(/was opened as it is\. It lacks the last write/)],
      nodes: WRITES,
    });
    expect(await opened(older)).toEqual({ notices: [], nodes: WRITES });
  });

  it.each([
    ["a text", (file: string) => writeFileSync(file, "not a database\n".repeat(1_000))],
    ["an empty file", (file: string) => writeFileSync(file, "")],
    [
      "a database of another program",
      (file: string) => writeFileSync(file, Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(40_000)])),
    ],
    ["a folder", (file: string) => void mkdirSync(file)],
  ])("refuses %s in place of the database's file, and leaves it as it is", async (_, put) => {
    const path = join(folder, `foreign-${++copies}`);
    mkdirSync(path);
    put(fileOf(path));
    const content = () => (statSync(fileOf(path)).isFile() ? readFileSync(fileOf(path)) : "a folder");
    const before = content();
    const { code, message } = await refusal(path);
    expect([code, message]).toEqual(["UNAVAILABLE", expect.stringMatching(/is no database of this program.*another folder: DATA_DIR=/)]);
    expect(content()).toEqual(before);
  });

  it.each([
    ["a folder that it may not write", (path: string) => chmodSync(path, 0o555)],
    ["a file that it may not write", (path: string) => chmodSync(fileOf(path), 0o444)],
    [
      "an empty folder that it may not write",
      (path: string) => [gone(fileOf(path)), gone(join(path, "confirmed.json")), chmodSync(path, 0o555)],
    ],
  ])("tells a user to be given %s, or to choose another", async (_, protect) => {
    const path = copy("closed");
    protect(path);
    const { code, message } = await asNobody(() => refusal(path));
    expect([code, message]).toEqual(["UNAVAILABLE", expect.stringMatching(/may not write .*chown.*DATA_DIR=/)]);
    chmodSync(path, 0o755);
  });

  it("refuses a file where the folder is meant, and a folder below one", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    for (const path of [file, join(file, "below")]) {
      const { code, message } = await refusal(path);
      expect([code, message]).toEqual(["UNAVAILABLE", expect.stringMatching(/must be a folder.*DATA_DIR=/)]);
    }
  });

  it("opens a database that was moved to another folder with its note, and one without a note", async () => {
    const path = copy("killed");
    const moved = join(folder, "moved");
    renameSync(path, moved);
    expect(existsSync(join(moved, "confirmed.json"))).toBe(true);
    expect(await opened(moved)).toEqual({ notices: [], nodes: WRITES });
    gone(join(moved, "confirmed.json"));
    expect(await opened(moved)).toEqual({ notices: [], nodes: WRITES });
    // A note that was cut off while it was written says nothing.
    writeFileSync(join(moved, "confirmed.json"), '{"version":"0.6');
    expect(await opened(moved)).toEqual({ notices: [], nodes: WRITES });
  });
});

/** Works without the rights of root, who may write everywhere. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
