import type { FastifyInstance } from "fastify";
import { Kind, type OperationDefinitionNode } from "graphql";
import { type Deadline, RequestDeadline } from "../engine/port.ts";
import { InputError } from "../load/index.ts";
import { type NamedDocument, parsedFrom } from "./registered/documents.ts";

/** How long planning and answering one operation may take, in milliseconds: nobody waits for it. */
const EACH = 60_000;

/** A query that can be asked as it stands. */
export interface Askable {
  readonly query: string;
  readonly operationName?: string;
}

/** The queries among some documents that need no values: each variable has a default, or may be left out. Throws InputError for one that can't be read. */
export function askable(documents: readonly NamedDocument[]): Askable[] {
  return documents.flatMap((document) => {
    const parsed = parsedFrom(document);
    if (typeof parsed === "string") throw new InputError(`${document.place}: ${parsed}`);
    return parsed.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === "query" && needsNothing(definition)
        ? [{ query: document.text, ...(definition.name && { operationName: definition.name.value }) }]
        : [],
    );
  });
}

function needsNothing({ variableDefinitions = [] }: OperationDefinitionNode): boolean {
  return variableDefinitions.every(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined);
}

/**
 * Asks operations once each, one after the other, as soon as the server listens: a database that plans a question when it first sees it has the plans then,
 * whatever values come later. It goes on beside what clients ask, and ends with the server; what fails is logged, and a client that asks it gets the error.
 */
export function planAhead(
  server: FastifyInstance,
  operations: readonly Askable[],
  ask: (operation: Askable, deadline: Deadline) => Promise<string | null>,
): void {
  let current: RequestDeadline | null = null;
  let isOver = false;
  const all = async () => {
    const begun = performance.now();
    for (const operation of operations) {
      if (isOver) return;
      const deadline = new RequestDeadline(EACH);
      current = deadline;
      const problem = await ask(operation, deadline).catch(String);
      deadline.end(false);
      if (problem !== null && !isOver)
        server.log.warn({ operation: operation.operationName, problem }, "an operation was not planned ahead");
    }
    server.log.info(
      { operations: operations.length, milliseconds: Math.round(performance.now() - begun) },
      "operations were planned ahead",
    );
  };
  server.addHook("onListen", async () => {
    void all();
  });
  server.addHook("preClose", async () => {
    isOver = true;
    current?.end(true);
  });
}
