import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { InputError } from "../load/index.ts";
import { type EdgeLine, type End, HEADER, type NodeLine, readLine } from "./lines.ts";

const NAME = z.string().regex(/^[A-Za-z_]\w*$/);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.bigint()]);
const VALUES = z.record(z.string(), z.union([scalar, z.array(scalar)]));
const LINE = z.union([
  z.strictObject({ labels: z.array(NAME).min(1), values: VALUES }),
  z.strictObject({ type: NAME, from: z.string(), to: z.string(), values: VALUES }),
]);
const END = z.strictObject({ end: z.strictObject({ nodes: z.number(), edges: z.number(), sha256: z.string() }) });

/**
 * The nodes and edges of a backup, packed by gzip or not; at its end, what the file says of itself was checked. Throws InputError, with the
 * line, where it is no backup, is cut short, or has been changed.
 */
export async function* readBackup(file: string): AsyncGenerator<NodeLine | EdgeLine, End> {
  const hash = createHash("sha256");
  const count = { nodes: 0, edges: 0 };
  let number = 0;
  let end: End | null = null;
  for await (const text of linesOf(file)) {
    number += 1;
    const line = readLine(text);
    if (end !== null) throw new InputError(`${file}:${number}: There is more behind the end of the backup.`);
    if (number === 1) checkHeader(file, line);
    else {
      const read = LINE.safeParse(line);
      if (read.success) {
        count["labels" in read.data ? "nodes" : "edges"] += 1;
        yield read.data;
      } else {
        const last = END.safeParse(line);
        if (!last.success) throw new InputError(`${file}:${number}: This is no line of a backup: the file was changed, or damaged.`);
        end = last.data.end;
        continue;
      }
    }
    hash.update(`${text}\n`);
  }
  if (number === 0) checkHeader(file, undefined);
  if (end === null)
    throw new InputError(`${file} is cut short: a backup ends with a line {"end": …}, and this one does not. Take another.`);
  if (end.nodes !== count.nodes || end.edges !== count.edges || end.sha256 !== hash.digest("hex"))
    throw new InputError(`${file} is not as it was written: its digest is another. Take another backup.`);
  return end;
}

/** What a backup says of itself, once all of it was checked. Throws InputError. */
export async function checkBackup(file: string): Promise<End> {
  const lines = readBackup(file);
  for (;;) {
    const { done, value } = await lines.next();
    if (done) return value;
  }
}

function checkHeader(file: string, line: unknown): void {
  const { format, version } = z.object({ format: z.string(), version: z.number() }).partial().catch({}).parse(line);
  if (format !== HEADER.format)
    throw new InputError(
      `${file} is no backup of this program: its first line is not ${JSON.stringify(HEADER)}. An export is read by npm run import.`,
    );
  if (version !== HEADER.version)
    throw new InputError(
      `${file} is a backup of version ${version}, and version ${HEADER.version} is read here: use the program that wrote it.`,
    );
}

/** Lines end with a line feed alone: texts may hold whatever else counts as a line's end elsewhere (U+2028). */
async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    let rest = "";
    for await (const piece of textsOf(file)) {
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file} can't be read, or is damaged: ${error instanceof Error ? error.message : error}.`, { cause: error });
  }
}

/** A file's text in pieces, unpacked. */
function textsOf(file: string): AsyncIterable<string> {
  const packed = isPacked(file);
  const bytes = createReadStream(file);
  if (!packed) return bytes.setEncoding("utf8");
  const unpacked = bytes.pipe(createGunzip());
  // A stream that fails does not hand its error on to what it is piped into.
  bytes.once("error", (error) => unpacked.destroy(error));
  return unpacked.setEncoding("utf8");
}

/** Whether a file begins as gzip's do. */
function isPacked(file: string): boolean {
  const start = Buffer.alloc(2);
  const handle = openSync(file, "r");
  try {
    readSync(handle, start, 0, 2, 0);
  } finally {
    closeSync(handle);
  }
  return start.equals(Buffer.from([0x1f, 0x8b]));
}
