import { SaxesParser } from "saxes";
import { type Place, type Problem, problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { nameOf } from "./bytes.ts";
import { textsOf } from "./texts.ts";

/** An element of XML with what stands in it; names are without prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
  readonly place: Place;
}

interface Open {
  name: string;
  text: string;
  children: XmlElement[];
  place: Place;
}

/**
 * The elements of one name that stand within the root of an XML file, one by one: memory does not grow with the file. What is no XML, or has another root, is rejected
 * with its place and ends the file; `root` names it, `instead` says what to bring. Throws InputError.
 */
export async function* xmlElements(
  path: string,
  { root, name, instead }: { readonly root: string; readonly name: string; readonly instead: string },
  notes: Notes,
): AsyncGenerator<XmlElement> {
  const parser = new SaxesParser({ xmlns: false });
  const open: Open[] = [];
  const found: XmlElement[] = [];
  let problem: Problem | null = null;
  let depth = 0;
  const here = (): Place => ({ file: nameOf(path), line: parser.line, column: parser.column + 1 });
  const stop = (message: string) => {
    problem ??= problemAt(here(), message);
  };
  parser.on("error", ({ message }) => {
    stop(`The XML can't be read on from here: ${reasonOf(message)}.`);
  });
  parser.on("opentag", (tag) => {
    const own = bare(tag.name);
    if (depth === 0 && own !== root) stop(instead);
    if (open.length > 0 || (depth === 1 && own === name)) open.push({ name: own, text: "", children: [], place: here() });
    depth += 1;
  });
  parser.on("closetag", () => {
    depth -= 1;
    const own = open.pop();
    const above = open.at(-1);
    if (own) (above ? above.children : found).push(own);
  });
  for (const event of ["text", "cdata"] as const)
    parser.on(event, (text) => {
      const own = open.at(-1);
      if (own) own.text += text;
    });
  for await (const text of textsOf(path, notes)) {
    parser.write(text);
    if (problem !== null) break;
    yield* found.splice(0);
  }
  if (problem === null) parser.close();
  yield* found.splice(0);
  if (problem !== null) notes.reject(problem);
}

/** What the parser says is wrong, without the place before it. */
export function reasonOf(message: string): string {
  return message.replace(/^(?:.*?:)?\d+:\d+: /, "").replace(/\.$/, "");
}

/** A name without its prefix: programs write `ns0:node`. */
export function bare(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
