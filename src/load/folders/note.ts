import { isAbsolute, relative, resolve } from "node:path";
import type { GraphEngine, Row, Statement } from "../../engine/port.ts";
import { textOf, textOrNull, textsOf } from "../graph/index.ts";

/** The name under which the seed is noted, wherever its folder lies. */
export const SEED = "seed";

/** A folder that is loaded as a whole. */
export interface Folder {
  /** `seed`, or where it lies. */
  readonly name: string;
  /** Where it lies, in full. */
  readonly path: string;
  /** Stands for all of its files (see `folderDigest`). */
  readonly digest: string;
}

/** What the graph notes of a folder that was loaded: a node `:Folder`. */
export interface FolderNote extends Folder {
  /** The bundles that it brought and still answers for: those that another load changed since are not among them. */
  readonly bundles: readonly string[];
}

const COLUMNS = "f.name, f.path, f.digest, f.bundles";

/** The notes of all folders. Throws EngineError. */
export async function readFolderNotes(engine: GraphEngine): Promise<FolderNote[]> {
  return (await engine.read({ text: `MATCH (f:Folder) RETURN ${COLUMNS} ORDER BY f.name`, params: {} })).map(noteOf);
}

/** The note of the seed; null where it has not been loaded to its end. Throws EngineError. */
export async function readSeedNote(engine: GraphEngine): Promise<FolderNote | null> {
  return (await readFolderNotes(engine)).find(({ name }) => name === SEED) ?? null;
}

function noteOf([name, path, digest, bundles]: Row): FolderNote {
  return { name: textOf(name), path: textOf(path), digest: textOrNull(digest) ?? "", bundles: textsOf(bundles) };
}

/** Writes notes. That of the seed ends its first load: the marks of a beginning, and those of earlier versions, go. Throws EngineError. */
export async function writeFolderNotes(engine: GraphEngine, notes: readonly FolderNote[]): Promise<void> {
  if (notes.length === 0) return;
  const statements: Statement[] = notes.map(({ name, path, digest, bundles }) => ({
    text: "MERGE (f:Folder {name: $name}) SET f.path = $path, f.digest = $digest, f.bundles = $bundles",
    params: { name, path, digest, bundles: [...bundles].sort() },
  }));
  if (notes.some(({ name }) => name === SEED))
    for (const mark of ["Seeding", "Seeded"]) statements.push({ text: `MATCH (s:${mark}) DELETE s`, params: {} });
  await engine.write(async (transaction) => {
    for (const statement of statements) await transaction.run(statement);
  });
}

/** Whether a file lies in a folder, however deep. */
export function liesIn({ path }: Pick<Folder, "path">, file: string): boolean {
  const way = relative(path, resolve(file));
  return way !== "" && !way.startsWith("..") && !isAbsolute(way);
}
