import { Zip, ZipDeflate } from "fflate";
import { InputError } from "../../load/index.ts";

/** A file of an archive, a piece at a time. */
interface Member {
  readonly name: string;
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** An archive without the 64-bit extension of ZIP holds less than this, in bytes. */
const MOST = 4_000_000_000;

/** Files as one ZIP archive, written as they are read. Throws InputError where they are too large for one. */
export async function* archive(members: Iterable<Member>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    size += bytes.length;
    if (size > MOST) throw new InputError("The archive is larger than 4 GB, which ZIP can't hold: write into a folder (--out folder/).");
    ready.push(bytes);
  });
  const utf8 = new TextEncoder();
  const take = () => {
    const taken = ready;
    ready = [];
    return taken;
  };
  for (const { name, pieces } of members) {
    const file = new ZipDeflate(name);
    zip.add(file);
    for await (const piece of pieces) {
      file.push(typeof piece === "string" ? utf8.encode(piece) : piece);
      yield* take();
    }
    file.push(new Uint8Array(), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
