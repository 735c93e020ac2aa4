import type { FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { z } from "zod";
import type { Writer } from "../keys/index.ts";
import { refusal } from "./errors.ts";
import type { Access } from "./key.ts";
import { statusOfCode } from "./statuses.ts";

/** The refusal of a request that makes no sense; the message says what to do. */
export const badInput = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

/** Answers a request that has a key, with lines of JSON unless `lines` says what else its text is, and others, and what GraphQLError is thrown for, with the refusal in GraphQL's shape. */
export async function withKey<Lines>(
  access: Access,
  request: FastifyRequest,
  reply: FastifyReply,
  lines: (writer: Writer) => Lines | Promise<Lines>,
): Promise<FastifyReply> {
  reply.header("cache-control", "no-store");
  try {
    const answer = await lines(access.require(request));
    if (!reply.hasHeader("content-type")) reply.type("application/jsonl; charset=utf-8");
    return reply.send(answer);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { code, http } = error.extensions;
    const { data } = z.object({ headers: z.map(z.string(), z.string()) }).safeParse(http);
    for (const [name, value] of data?.headers ?? []) reply.header(name, value);
    return reply.code(statusOfCode(code)).send(refusal(error.message, String(code)));
  }
}
