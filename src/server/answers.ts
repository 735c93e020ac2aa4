import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from "@apollo/server";
import { Kind, type OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import type { Model } from "../model/index.ts";
import { answer, type Context } from "../resolvers/index.ts";

const JSON_TYPE = "application/json; charset=utf-8";

/**
 * The type of an answer by the Accept headers of which there is nothing to weigh, as Apollo's own negotiation has it; that takes 4 µs each time.
 */
const TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, JSON_TYPE],
  ["*/*", JSON_TYPE],
  ["application/json", JSON_TYPE],
  ["application/graphql-response+json", "application/graphql-response+json; charset=utf-8"],
]);

/** How many answers to introspection are kept: each tool asks one and the same, which takes graphql-js 60 ms. */
const MOST_KEPT = 4;

/** Lets the root fields answer by themselves where they can, in place of graphql-js; see src/resolvers/answer.ts. Introspection is answered once. */
export function answersDirectly(model: Model): ApolloServerPlugin<Context> {
  const introspected = new LRUCache<OperationDefinitionNode, Record<string, unknown>>({ max: MOST_KEPT });
  const listener: Awaited<ReturnType<NonNullable<ApolloServerPlugin<Context>["requestDidStart"]>>> = {
    responseForOperation: async ({ document, operation, request, contextValue }) => {
      // A document of several operations, none of them named in the request: graphql-js says so. The type hides that there may be none.
      if ((operation as typeof operation | undefined) === undefined) return null;
      const accept = request.http?.headers.get("accept");
      const known = introspected.get(operation);
      if (known) return responseOf(known, accept);
      const data = await answer(model, { document, operation, variables: request.variables ?? {} }, contextValue);
      return data && responseOf(data, accept);
    },
    willSendResponse: async ({ operation, response }) => {
      if (!operation || !isFixed(operation) || introspected.has(operation) || response.body.kind !== "single") return;
      const { data, errors } = response.body.singleResult;
      if (data && !errors) introspected.set(operation, data);
    },
  };
  return { requestDidStart: async () => listener };
}

function responseOf(data: Record<string, unknown>, accept: string | undefined): GraphQLResponse {
  const type = TYPES.get(accept);
  const headers = new HeaderMap(type === undefined ? [] : [["content-type", type]]);
  return { http: { headers }, body: { kind: "single", singleResult: { data } } };
}

/** Whether an operation asks the schema alone, and nothing of its variables. */
function isFixed({ operation, selectionSet, variableDefinitions = [] }: OperationDefinitionNode): boolean {
  const isIntrospection = (name: string) => name === "__schema" || name === "__type";
  return (
    operation === "query" &&
    variableDefinitions.length === 0 &&
    selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && isIntrospection(selection.name.value))
  );
}
