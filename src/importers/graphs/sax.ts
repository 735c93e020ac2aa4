import { SaxesParser } from "saxes";
import { type Place, problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { textsOf } from "../read/texts.ts";
import { bare, reasonOf } from "../read/xml.ts";

/** A node or an edge as a file has it: its attributes, and its data by the name of their keys. */
export interface Element {
  readonly kind: "node" | "edge";
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: Map<string, string>;
  readonly place: Place;
}

/** What a file says between its elements, to those who know it: `<?trade-graph {"bundle": "x", "records": 3}?>`. */
export interface Instruction {
  readonly kind: "instruction";
  readonly body: string;
}

/**
 * Nodes and edges of GraphML and GEXF as they stream in, nested graphs among them. What is no XML is rejected with its place and ends the file;
 * true is returned where it was read to its end. Throws InputError.
 */
export async function* elementsOf(path: string, notes: Notes): AsyncGenerator<Element | Instruction, boolean> {
  const reader = new ElementReader(nameOf(path));
  for await (const text of textsOf(path, notes)) {
    reader.write(text);
    if (reader.problem !== null) break;
    yield* reader.found.splice(0);
  }
  reader.close();
  yield* reader.found.splice(0);
  if (reader.problem !== null) notes.reject(problemAt(reader.place, `The XML can't be read on from here: ${reader.problem}.`), 0);
  return reader.problem === null;
}

class ElementReader {
  /** What was read and not yet taken. */
  readonly found: (Element | Instruction)[] = [];
  /** Why the text is no XML; null where it is so far. */
  problem: string | null = null;
  readonly #parser: SaxesParser<{ xmlns: false }>;
  /** The names of keys, by the element that they are for and their id. */
  readonly #keys = new Map<string, string>();
  readonly #open: Element[] = [];
  /** Of GEXF: what the attributes are of that are being declared. */
  #attributesOf = "node";
  /** Of GraphML: the key of the data being read. */
  #datum: string | null = null;
  #words = "";

  constructor(private readonly file: string) {
    this.#parser = new SaxesParser({ xmlns: false });
    this.#parser.on("error", ({ message }) => {
      this.problem ??= reasonOf(message);
    });
    this.#parser.on("processinginstruction", ({ target, body }) => {
      if (target === "trade-graph") this.found.push({ kind: "instruction", body });
    });
    this.#parser.on("opentag", ({ name, attributes }) => this.#opens(bare(name), attributes));
    this.#parser.on("closetag", ({ name }) => this.#closes(bare(name)));
    for (const event of ["text", "cdata"] as const)
      this.#parser.on(event, (text) => {
        if (this.#datum !== null) this.#words += text;
      });
  }

  /** Where it has come to. */
  get place(): Place {
    return { file: this.file, line: this.#parser.line, column: this.#parser.column + 1 };
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  close(): void {
    if (this.problem === null) this.#parser.close();
  }

  #opens(name: string, attributes: Readonly<Record<string, string>>): void {
    const { for: of = "", id = "", key = "", value = "" } = attributes;
    const own = this.#open.at(-1);
    if (name === "key") this.#keys.set(`${of === "all" ? "" : of}|${id}`, attributes["attr.name"] ?? id);
    else if (name === "attributes") this.#attributesOf = attributes.class ?? "node";
    else if (name === "attribute") this.#keys.set(`${this.#attributesOf}|${id}`, attributes.title ?? id);
    else if (name === "node" || name === "edge") this.#open.push({ kind: name, attributes, data: new Map(), place: this.place });
    else if (name === "attvalue") own?.data.set(this.#keyName(own.kind, of || id), value);
    else if (name === "data" && own) {
      this.#datum = key;
      this.#words = "";
    }
  }

  #closes(name: string): void {
    const own = this.#open.at(-1);
    if (name === "data" && this.#datum !== null) {
      own?.data.set(this.#keyName(own.kind, this.#datum), this.#words);
      this.#datum = null;
    } else if (own && name === own.kind) {
      this.#open.pop();
      this.found.push(own);
    }
  }

  #keyName(kind: string, id: string): string {
    return this.#keys.get(`${kind}|${id}`) ?? this.#keys.get(`|${id}`) ?? id;
  }
}
