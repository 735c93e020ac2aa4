import type { ApolloServer } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Answered, Ask } from "../mcp/index.ts";
import type { ServerContext } from "./request-log.ts";

/**
 * Asks Apollo in this process what a client asks over HTTP: parsed, validated, reckoned and answered alike. `contextOf` admits each operation by itself: what of it is a
 * GraphQLError stands in the answer's errors.
 */
export function askWith(apollo: ApolloServer<ServerContext>, contextOf: (signal?: AbortSignal) => Promise<ServerContext>): Ask {
  return async (query, variables, signal) => {
    let contextValue: ServerContext;
    try {
      contextValue = await contextOf(signal);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error.toJSON()] };
      throw error;
    }
    const { body } = await apollo.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== "single") throw new Error("An answer in several parts was not asked for.");
    const { data, errors, extensions } = body.singleResult;
    // As a client would get it.
    return JSON.parse(JSON.stringify({ data, errors, extensions })) as Answered;
  };
}
