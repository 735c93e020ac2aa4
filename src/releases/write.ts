import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { InputError } from "../load/index.ts";
import { type Delta, deltaLines } from "./delta.ts";
import { DELTA, LOSSLESS, type ReleaseFile } from "./files.ts";
import { MANIFEST, type Manifest, readManifest } from "./manifest.ts";

/** What the graph says of itself as a whole. */
export type State = Pick<Manifest, "dataVersion" | "loadedAt" | "schemaVersion" | "counts">;

/** What a release is made of. */
interface Sources {
  readonly files: readonly ReleaseFile[];
  /** What a file holds. */
  readonly pieces: (file: ReleaseFile) => AsyncIterable<string | Uint8Array>;
  /** The state of the graph, read anew. */
  readonly state: () => Promise<State>;
  /** Told of each file once it is written. */
  readonly onFile?: (file: Manifest["files"][number]) => void;
}

/** The terms of the data, which are not those of the code. */
const LICENCE = "CC-BY-4.0 for the facts and the words of their records; quotes stay their publishers'";

/**
 * Writes a release into a folder that is not there yet: the files, `SHA256SUMS`, `manifest.json`, and with a former release what changed since (`delta.jsonl.gz`). All of it
 * is there, or nothing: it is written beside and gets its name at the end. Throws InputError where the folder is there, `since` is no release, or the graph changed meanwhile.
 */
export async function writeRelease(folder: string, sources: Sources, since: string | null = null): Promise<Manifest> {
  if (existsSync(folder))
    throw new InputError(`${folder} is there already: a release is never written over. Name another with --out, or remove it.`);
  const former = since === null ? null : readManifest(since);
  if (since !== null && !former) throw new InputError(`${since} is no release: it has no ${MANIFEST} that can be read.`);
  const part = join(dirname(folder), `.${basename(folder)}.part`);
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  try {
    const state = await sources.state();
    const files: Manifest["files"] = [];
    const write = async (file: Omit<ReleaseFile, "format">, pieces: AsyncIterable<string | Uint8Array>) => {
      const written = {
        path: file.path,
        mediaType: file.mediaType,
        ...(await writeFile(join(part, file.path), pieces, file.isCompressed)),
        says: file.says,
      };
      files.push(written);
      sources.onFile?.(written);
    };
    for (const file of sources.files) await write(file, sources.pieces(file));
    const delta: Delta = { added: 0, changed: 0, removed: [] };
    if (since !== null) {
      const says = `The bundles that are new or others since ${former?.name}: load them over it; the manifest names those that are gone.`;
      await write(
        { path: DELTA, mediaType: "application/gzip", isCompressed: true, says },
        deltaLines(join(since, LOSSLESS), join(part, LOSSLESS), delta),
      );
    }
    const after = await sources.state();
    if (after.dataVersion !== state.dataVersion)
      throw new InputError("The graph changed while the release was written: nothing was kept. Try again when no load is under way.");
    const manifest: Manifest = {
      format: "trade-graph release",
      name: basename(folder),
      createdAt: new Date().toISOString(),
      ...state,
      licence: LICENCE,
      files,
      since: former && { name: former.name, ...delta },
    };
    writeFileSync(join(part, "SHA256SUMS"), files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(""));
    writeFileSync(join(part, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(part, folder);
    return manifest;
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

async function writeFile(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
  isCompressed: boolean,
): Promise<{ bytes: number; sha256: string }> {
  mkdirSync(dirname(path), { recursive: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      bytes += piece.length;
      done(null, piece);
    },
  });
  const text = Readable.from(pieces);
  if (isCompressed) await pipeline(text, createGzip(), counted, createWriteStream(path));
  else await pipeline(text, counted, createWriteStream(path));
  return { bytes, sha256: hash.digest("hex") };
}
