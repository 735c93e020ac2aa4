import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { GraphQLSchema } from "graphql";
import { releaseOf } from "../root.ts";
import { ANSWER, fitting, resultOf } from "./answer.ts";
import { type Ask, Refusal } from "./ask.ts";
import { Call } from "./call.ts";
import { INSTRUCTIONS } from "./guide.ts";
import { offerPrompts } from "./prompts.ts";
import { offerResources } from "./resources.ts";
import type { Tool } from "./tool.ts";
import { ANYTHING, TOOLS } from "./tools/index.ts";

/** What a server of tools answers from. */
export interface McpOptions {
  readonly ask: Ask;
  /** The schema that is asked. */
  readonly schema: GraphQLSchema;
  /** Whether queries of an assistant's own are answered too, not only those of the tools. */
  readonly anything: boolean;
  /** Told what went wrong that was not meant to. */
  onError(error: unknown): void;
}

const release = releaseOf();

/** The graph for assistants, for one connection or one request: connect a transport to it. All of it reads only. */
export function createMcp(options: McpOptions): McpServer {
  const server = new McpServer({ name: "trade-graph", title: "trade-graph", version: release }, { instructions: INSTRUCTIONS });
  for (const tool of options.anything ? [...TOOLS, ANYTHING] : TOOLS) offer(server, tool, options);
  offerResources(server, options.schema);
  offerPrompts(server);
  return server;
}

function offer(server: McpServer, tool: Tool, options: McpOptions): void {
  const { name, title, description, input } = tool;
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: input,
      outputSchema: ANSWER,
      annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    (args, { signal }) => called(tool, args, options, signal),
  );
}

/** What a call comes to: an answer, or why there is none and what to ask instead. */
async function called(
  tool: Tool,
  args: Readonly<Record<string, unknown>>,
  options: McpOptions,
  signal: AbortSignal,
): Promise<CallToolResult> {
  const call = new Call({ ...options, today: new Date().toISOString().slice(0, 10) }, signal);
  try {
    return resultOf(fitting(await tool.answer(args, call), call));
  } catch (error) {
    if (!(error instanceof Refusal)) options.onError(error);
    const text =
      error instanceof Refusal
        ? error.message
        : "Something went wrong on the side of the server; its log says what. Another question may work.";
    return { content: [{ type: "text", text }], isError: true };
  }
}
