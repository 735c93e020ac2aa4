import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { type Ask, createMcp } from "../mcp/index.ts";

/** Where it stands. */
const PATH = "/mcp";

/** What the tools answer from, and for whom. */
export interface McpServing {
  readonly schema: GraphQLSchema;
  /** Origins whose pages may ask; "*" for all. */
  readonly corsOrigins: readonly string[];
  /** What may be asked: everything; what the tools ask, where only registered operations are answered; or nothing, where these are not among them. */
  readonly answers: "everything" | "tools" | "nothing";
  /** Charges a request. Throws a GraphQLError where its client has used up its share. */
  admit(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** How the tools ask for a request. */
  ask(request: FastifyRequest, reply: FastifyReply): Ask;
}

/** Codes of JSON-RPC: what the server refuses, and what is no request of the protocol. */
const REFUSED = -32000;
const INVALID = -32600;

/**
 * Serves the tools for assistants at /mcp, by streamable HTTP without sessions: each POST is answered by itself, with JSON. There is no stream to open (GET) and no session to
 * end (DELETE): 405. A page of another origin is refused with 403 unless `corsOrigins` has it, so that no page reaches a server of this machine by a name that it
 * lets point here (DNS rebinding).
 */
export function serveMcp(server: FastifyInstance, serving: McpServing): void {
  server.post(PATH, async (request, reply) => {
    reply.header("cache-control", "no-store");
    const { origin } = request.headers;
    if (origin !== undefined && !serving.corsOrigins.some((allowed) => allowed === "*" || allowed === origin))
      return refuse(
        reply,
        403,
        REFUSED,
        `Pages of ${origin.slice(0, 200)} may not ask here; whoever runs this server allows them (CORS_ORIGIN).`,
      );
    if (serving.answers === "nothing")
      return refuse(
        reply,
        403,
        REFUSED,
        "This server answers registered operations only, and the tools' are not among them; whoever runs it allows them (REGISTERED_MCP=yes).",
      );
    if (Array.isArray(request.body))
      return refuse(reply, 400, INVALID, "Send one message a request: batches are no part of the protocol any more.");
    try {
      await serving.admit(request, reply);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return refuse(reply, 429, REFUSED, error.message);
    }
    return answer(request, reply, serving);
  });
}

function refuse(reply: FastifyReply, status: number, code: number, message: string): FastifyReply {
  return reply.code(status).send({ jsonrpc: "2.0", error: { code, message }, id: null });
}

/** Answers one message by a server of its own, which ends with it. */
async function answer(request: FastifyRequest, reply: FastifyReply, { schema, answers, ask }: McpServing): Promise<FastifyReply> {
  const onError = (error: unknown) => request.log.error({ err: error }, "a tool failed");
  const mcp = createMcp({ ask: ask(request, reply), schema, anything: answers === "everything", onError });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await mcp.connect(transport);
  try {
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    );
    const asked = new Request(new URL(PATH, "http://localhost"), { method: "POST", headers });
    const response = await transport.handleRequest(asked, { parsedBody: request.body });
    const text = await response.text();
    reply.code(response.status);
    return text === "" ? reply.send() : reply.type("application/json; charset=utf-8").send(text);
  } finally {
    await mcp.close();
  }
}
