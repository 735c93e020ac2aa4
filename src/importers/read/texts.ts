import { InputError } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { bytesOf, nameOf } from "./bytes.ts";

/** A file's text as it comes. Throws InputError where it is not UTF-8 or can't be read. */
export async function* textsOf(path: string, notes: Pick<Notes, "read">): AsyncGenerator<string> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const decoded = (chunk?: Uint8Array) => {
    try {
      return chunk ? utf8.decode(chunk, { stream: true }) : utf8.decode();
    } catch (error) {
      throw new InputError(`${nameOf(path)}: It is not UTF-8: save it as UTF-8, and load it again.`, { cause: error });
    }
  };
  for await (const chunk of bytesOf(path, notes)) yield decoded(chunk);
  yield decoded();
}
