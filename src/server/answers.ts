import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import type { Model } from "../model/index.ts";
import { answer, type Context } from "../resolvers/index.ts";

/** Lets the root fields answer by themselves where they can, in place of graphql-js; see src/resolvers/answer.ts. */
export function answersDirectly(model: Model): ApolloServerPlugin<Context> {
  const listener: Awaited<ReturnType<NonNullable<ApolloServerPlugin<Context>["requestDidStart"]>>> = {
    responseForOperation: async ({ document, operation, request, contextValue }) => {
      // A document of several operations, none of them named in the request: graphql-js says so. The type hides that there may be none.
      if ((operation as typeof operation | undefined) === undefined) return null;
      const data = await answer(model, { document, operation, variables: request.variables ?? {} }, contextValue);
      return data && { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data } } };
    },
  };
  return { requestDidStart: async () => listener };
}
