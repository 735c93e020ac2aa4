import { createHash } from "node:crypto";
import { type DocumentNode, type GraphQLSchema, Kind, parse, print, validate } from "graphql";
import { InputError } from "../../load/index.ts";
import { MAX_TOKENS } from "../cost/prices.ts";

/** A document as a file names it. */
export interface NamedDocument {
  /** What a request may name it by, beside its digest. */
  readonly id: string;
  readonly text: string;
  /** Where it stands, for messages. */
  readonly place: string;
}

/** The prefix of an id that is a digest, as GraphQL over HTTP has it. */
const DIGEST = "sha256:";

/**
 * The documents that a server answers where it answers no others, found by what a request may give: the id from its file, `sha256:` with the digest of
 * its text, that digest alone as Apollo's clients send it, or the text itself. Its text is that of the file, or that which graphql-js prints of it.
 */
export class Documents {
  readonly #byId = new Map<string, string>();
  readonly #byText = new Map<string, string>();

  /** Throws InputError that lists every document which can't be answered on this schema, and every id of several. */
  constructor(documents: readonly NamedDocument[], schema: GraphQLSchema) {
    const problems = documents.flatMap((document) => {
      const parsed = parsedFrom(document);
      if (typeof parsed === "string") return [`${document.place}: ${parsed}`];
      return [...problemsOf(parsed, schema, document), ...this.#add(document, parsed)];
    });
    if (documents.length === 0) problems.push("There is no operation in them.");
    if (problems.length > 0) throw new InputError(`REGISTERED_OPERATIONS can't be used:\n${problems.map((one) => `  ${one}`).join("\n")}`);
  }

  /** The text of the document that has this id, or this digest; null where none is registered so. */
  byId(id: string): string | null {
    return this.#byId.get(id) ?? null;
  }

  /** The text of the document that is this text; null where none is registered. */
  byText(text: string): string | null {
    return this.#byText.get(text) ?? null;
  }

  /** How many there are. */
  get size(): number {
    return new Set(this.#byText.values()).size;
  }

  #add({ id, text, place }: NamedDocument, parsed: DocumentNode): string[] {
    const known = this.#byId.get(id);
    if (known !== undefined && known !== text) return [`${place}: another document has the id ${id}.`];
    this.#byId.set(id, text);
    for (const form of [text, text.trim(), print(parsed)]) {
      if (this.#byText.has(form)) continue;
      this.#byText.set(form, text);
      const digest = createHash("sha256").update(form).digest("hex");
      for (const named of [digest, `${DIGEST}${digest}`]) if (!this.#byId.has(named)) this.#byId.set(named, text);
    }
    return [];
  }
}

/** A document as it is parsed; a text says why it can't be. */
export function parsedFrom({ text }: NamedDocument): DocumentNode | string {
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function problemsOf(parsed: DocumentNode, schema: GraphQLSchema, { place, id }: NamedDocument): string[] {
  if (id.startsWith(DIGEST)) return [`${place}: an id can't begin with ${DIGEST}, which is for digests.`];
  if (!parsed.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) return [`${place}: it has no operation.`];
  return validate(schema, parsed).map(({ message, locations }) => {
    const [at] = locations ?? [];
    return `${at ? `${place}:${at.line}:${at.column}` : place}: ${message}`;
  });
}
