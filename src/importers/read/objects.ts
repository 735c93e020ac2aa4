import { problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { BrokenOff, bytesOf, nameOf } from "./bytes.ts";
import { controlIn } from "./characters.ts";
import { type Found, ObjectScanner } from "./object-scanner.ts";

/**
 * The objects of a JSON file one by one, whatever holds them: a list, pages (`{"count": …, "results": […]}`), or nothing, one a line.
 * What can't be read, or has control characters, is rejected with its place, and the rest goes on. Throws InputError where nothing of the file can be read.
 */
export async function* readObjects(path: string, notes: Notes): AsyncGenerator<Found> {
  const scanner = new ObjectScanner(nameOf(path), notes);
  try {
    for await (const chunk of bytesOf(path, notes)) {
      for (const found of scanner.push(chunk)) {
        const problem = controlIn(found.value);
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
