import { problemAt, refusedInJson, wideRefusal } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { BrokenOff, bytesOf, nameOf } from "./bytes.ts";
import { type Found, ObjectScanner } from "./object-scanner.ts";

/**
 * The objects of a JSON file one by one, whatever holds them: a list, pages (`{"count": …, "results": […]}`), or nothing, one a line.
 * What can't be read, is not UTF-8, or has control characters, is rejected with its place, and the rest goes on; of a file in UTF-16 nothing is read. Throws InputError where nothing of the file can be read.
 */
export async function* readObjects(path: string, notes: Notes): AsyncGenerator<Found> {
  const scanner = new ObjectScanner(nameOf(path), notes);
  let isFirst = true;
  try {
    for await (const chunk of bytesOf(path, notes)) {
      // Its braces can't be told from other bytes; of any other encoding, each record shows what it is.
      const wide = isFirst ? wideRefusal(nameOf(path), chunk) : null;
      isFirst = false;
      if (wide) return notes.reject(problemAt(wide.place, wide.reason));
      for (const found of scanner.push(chunk)) {
        const problem = refusedInJson(found.value);
        if (problem === null) yield found;
        else notes.reject(problemAt(found.place, `Record ${found.number}: ${problem}.`));
      }
    }
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    notes.reject(problemAt(scanner.place, error.reason));
    return;
  }
  scanner.end();
}
