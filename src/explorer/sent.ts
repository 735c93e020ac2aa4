import { formatDocument, gql, stringifyDocument, type TypedDocumentNode } from "@urql/core";

/** A golden question: its name and its text. */
interface Question {
  readonly name: string;
  readonly source: string;
}

/**
 * Every text that the explorer sends, by a name: each question as a view asks it, and as it is asked for a file. A server that answers registered operations only
 * takes these and no others of it (src/server/registered).
 */
export function textsSent(operations: Readonly<Record<string, unknown>>, questions: readonly Question[]): Record<string, string> {
  const own = Object.entries(operations).flatMap(([name, value]): (readonly [string, TypedDocumentNode])[] =>
    isOperation(value) ? [[name.replace(/Document$/, ""), value]] : [],
  );
  const golden = questions.map(({ name, source }): readonly [string, TypedDocumentNode] => [`questions/${name}`, gql(source)]);
  return Object.fromEntries(
    [...own, ...golden].flatMap(([name, document]) => [
      [`explorer/${name}`, stringifyDocument(formatDocument(document) as TypedDocumentNode)],
      [`explorer/${name}/file`, stringifyDocument(document)],
    ]),
  );
}

/** Whether a value is a document that can be asked: fragments stand beside them. */
const isOperation = (value: unknown): value is TypedDocumentNode =>
  typeof value === "object" &&
  value !== null &&
  "definitions" in value &&
  Array.isArray(value.definitions) &&
  value.definitions.some(({ kind }: { readonly kind: string }) => kind === "OperationDefinition");
