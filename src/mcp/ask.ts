/** Asking the graph, as any client of its schema does. */
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

/** What a question came to, in GraphQL's own shape. */
export interface Answered {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?:
    | readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> | undefined }[]
    | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Asks an operation of the public schema, under the limits of whoever answers it: this process, or a server elsewhere. `signal` says that nobody waits any more.
 * Rejects where nothing answers; what is refused stands in `errors`.
 */
export type Ask = (query: string, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal) => Promise<Answered>;

/** Why there is no answer, and what to ask instead: an assistant reads it and goes on. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** What to do about a refusal, by its code; its message says the rest. */
const ADVICE: Readonly<Record<string, string>> = {
  TIMEOUT: "Ask for fewer rows (first), a shorter span of days, or one node instead of several.",
  QUERY_TOO_EXPENSIVE: "Ask for fewer rows (first), or narrow it with a filter.",
  QUERY_TOO_DEEP: "Ask in two steps.",
  BAD_CURSOR: "Give `after` just as the answer before gave it, with the same other arguments.",
  SERVICE_UNAVAILABLE: "Try again in some seconds.",
  OPERATION_NOT_REGISTERED: "Whoever runs that server must allow assistants: REGISTERED_MCP=yes.",
};

/** The data of an operation, and what its answer warns of, in words. Throws Refusal. */
export async function dataOf<Data, Variables extends Readonly<Record<string, unknown>>>(
  ask: Ask,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<{ readonly data: Data; readonly warnings: readonly string[] }> {
  const answered = await ask(print(document), variables, signal);
  return { data: requireData(answered) as Data, warnings: warningsIn(answered) };
}

/** The data of an answer without errors. Throws Refusal. */
export function requireData({ data, errors = [] }: Answered): Readonly<Record<string, unknown>> {
  if (errors.length === 0 && data) return data;
  const told = errors.slice(0, 3).map(({ message, extensions }) => {
    const code = String(extensions?.code ?? "");
    return [code === "" ? message : `${code}: ${message}`, ADVICE[code] ?? ""].filter((text) => text !== "").join(" ");
  });
  throw new Refusal(told.join("\n") || "There is no answer. Try again in some seconds.");
}

/** What an answer warns of, in words; that a list goes on is told with its cursor instead. */
export function warningsIn({ extensions }: Answered): string[] {
  const warnings = Array.isArray(extensions?.warnings) ? (extensions.warnings as readonly { code: string; message: string }[]) : [];
  return warnings.filter(({ code }) => code !== "DEFAULT_PAGE").map(({ code, message }) => `${code}: ${message}`);
}
