import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import { ERROR_CODES } from "../model/index.ts";

const STATUS_OF: Readonly<Record<string, number>> = ERROR_CODES;

/** The HTTP status of an error by its code; one that is none of ours is a refusal of what was asked: 400. */
export const statusOfCode = (code: unknown): number => STATUS_OF[String(code)] ?? 400;

/** After how many seconds a client may try again where the database or a free place for a statement is missing. */
const RETRY_AFTER = 5;

/** Whether an answer has nothing of what was asked: no data, or null in every root field. */
const isEmpty = (data: Readonly<Record<string, unknown>> | null | undefined) =>
  data === null || data === undefined || Object.values(data).every((value) => value === null);

/** The status of an answer that has nothing but errors: of its gravest error, so that 5xx comes before 4xx. */
const statusOf = (errors: readonly GraphQLFormattedError[]) => Math.max(...errors.map(({ extensions }) => statusOfCode(extensions?.code)));

/** What GraphQL itself refuses before anything runs: a document or variables that it can't read. */
const READING: ReadonlySet<unknown> = new Set(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]);

/**
 * Whether a client takes `application/json` by name and not `application/graphql-response+json`. Such clients may drop the body of an answer that
 * is not 200, so the GraphQL-over-HTTP specification has what it can't read answered with 200 there.
 */
const isOlder = (accept: string | undefined) =>
  accept !== undefined && /application\/json/i.test(accept) && !/graphql-response/i.test(accept);

/**
 * Gives an answer without data the HTTP status of its errors, so that proxies, retries and monitors see what happened. An answer with some of
 * what was asked stays 200, with its errors in it. What Apollo refuses by itself (405, say) keeps its status.
 */
export const statuses: ApolloServerPlugin<object> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, request }) => {
      if (response.body.kind !== "single") return;
      const { data, errors } = response.body.singleResult;
      if (!errors || errors.length === 0 || !isEmpty(data)) return;
      if (isOlder(request.http?.headers.get("accept")) && errors.every(({ extensions }) => READING.has(extensions?.code))) {
        response.http.status = 200;
        return;
      }
      if (response.http.status === undefined || response.http.status === 500) response.http.status = statusOf(errors);
      if (response.http.status === 503) response.http.headers.set("retry-after", String(RETRY_AFTER));
    },
  }),
};
