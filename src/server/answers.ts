import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
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

/** Lets the root fields answer by themselves where they can, in place of graphql-js; see src/resolvers/answer.ts. */
export function answersDirectly(model: Model): ApolloServerPlugin<Context> {
  const listener: Awaited<ReturnType<NonNullable<ApolloServerPlugin<Context>["requestDidStart"]>>> = {
    responseForOperation: async ({ document, operation, request, contextValue }) => {
      // A document of several operations, none of them named in the request: graphql-js says so. The type hides that there may be none.
      if ((operation as typeof operation | undefined) === undefined) return null;
      const data = await answer(model, { document, operation, variables: request.variables ?? {} }, contextValue);
      if (!data) return null;
      const type = TYPES.get(request.http?.headers.get("accept"));
      const headers = new HeaderMap(type === undefined ? [] : [["content-type", type]]);
      return { http: { headers }, body: { kind: "single", singleResult: { data } } };
    },
  };
  return { requestDidStart: async () => listener };
}
