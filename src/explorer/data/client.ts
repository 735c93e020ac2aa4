import { Client, cacheExchange, fetchExchange } from "@urql/core";

/**
 * Asks this server. Answers are kept by question and variables, not by the ids of nodes: of one node, two days have two states, and a cache of nodes would
 * show one day's on the other.
 */
export const client = new Client({
  url: "/graphql",
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  requestPolicy: "cache-first",
});
