import { extname } from "node:path";
import { Readable } from "node:stream";
import { type Quad, StreamParser, type Term } from "n3";
import { problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { textsOf } from "../read/texts.ts";

/** A value of a statement: an IRI, or a text with its datatype. */
export type Said = { readonly iri: string } | { readonly text: string; readonly datatype: string };

/** What statements say of one thing, by predicate; only those that stand together. */
export interface Described {
  readonly iri: string;
  readonly objects: ReadonlyMap<string, readonly Said[]>;
}

/**
 * The things that a file of Turtle, TriG, N-Triples or N-Quads describes, as they stream in: statements with one subject that stand together are one. What is none of
 * these is rejected with its line and ends the file; true is returned where it was read to its end. Throws InputError.
 */
export async function* describedIn(path: string, notes: Notes): AsyncGenerator<Described, boolean> {
  const format = /^\.n[qt]$/.test(extname(path.replace(/\.gz$/i, ""))) ? "N-Quads" : undefined;
  const texts = Readable.from(textsOf(path, notes));
  const parser = new StreamParser(format === undefined ? {} : { format });
  texts.once("error", (error) => parser.destroy(error));
  let subject: string | null = null;
  let objects = new Map<string, Said[]>();
  try {
    for await (const quad of texts.pipe(parser) as AsyncIterable<Quad>) {
      if (quad.subject.value !== subject) {
        if (subject !== null) yield { iri: subject, objects };
        [subject, objects] = [quad.subject.value, new Map()];
      }
      const known = objects.get(quad.predicate.value);
      if (known) known.push(objectOf(quad.object));
      else objects.set(quad.predicate.value, [objectOf(quad.object)]);
    }
  } catch (error) {
    const { message } = error as Error;
    const line = Number(/on line (\d+)/.exec(message)?.[1]);
    if (!Number.isInteger(line)) throw error;
    notes.reject(problemAt({ file: nameOf(path), line, column: 1 }, `The statements can't be read on from here: ${message}`), 0);
    return false;
  }
  if (subject !== null) yield { iri: subject, objects };
  return true;
}

function objectOf(term: Term): Said {
  return term.termType === "Literal" ? { text: term.value, datatype: term.datatype.value } : { iri: term.value };
}
