import { extname } from "node:path";
import type { FastifyInstance } from "fastify";
import { Kind, type OperationDefinitionNode } from "graphql";
import { z } from "zod";
import { type Deadline, RequestDeadline } from "../engine/port.ts";
import { InputError } from "../load/index.ts";
import { type NamedDocument, parsedFrom } from "./registered/documents.ts";
import { readDocuments, readJson } from "./registered/files.ts";

/** How long planning and answering one operation may take, in milliseconds: nobody waits for it. */
const EACH = 60_000;

/** A query that can be asked as it stands, with values where it needs some. */
export interface Askable {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Requests as clients send them. */
const REQUESTS = z.array(
  z.strictObject({
    query: z.string(),
    operationName: z.string().exactOptional(),
    variables: z.record(z.string(), z.unknown()).exactOptional(),
  }),
);

/**
 * What is to be planned, of some files and folders: of a .json file that has a list, requests with their values, as clients send them; of all others, the queries
 * among their documents that need no values. Throws InputError where one can't be read.
 */
export async function readAskable(paths: readonly string[]): Promise<Askable[]> {
  const read = await Promise.all(paths.map(async (path) => (await requestsOf(path)) ?? askable(await readDocuments([path]))));
  return read.flat();
}

async function requestsOf(path: string): Promise<Askable[] | null> {
  const value = extname(path) === ".json" ? await readJson(path) : null;
  if (!Array.isArray(value)) return null;
  const read = REQUESTS.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InputError(
    `${path}: a list has requests, {"query": "…", "operationName": "…", "variables": {…}} (${issue?.path.join(".")}: ${issue?.message}).`,
  );
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
