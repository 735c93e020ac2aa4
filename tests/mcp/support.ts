import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { expect } from "vitest";
import type { Answer } from "../../src/mcp/answer.ts";
import { MOST_TOKENS, tokensOf } from "../../src/mcp/bounds.ts";

/** A client of the protocol's own SDK, and what tests do with it. */
export interface Assistant {
  readonly client: Client;
  /** Calls a tool. Throws where it refuses; holds every answer to its size, and its text to its structure. */
  ask(tool: string, args?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Calls a tool that is to refuse, and returns what it says. */
  refused(tool: string, args: Readonly<Record<string, unknown>>): Promise<string>;
  close(): Promise<void>;
}

/** Connects a client over HTTP to the server at `address`. */
export async function connect(address: string): Promise<Assistant> {
  // The SDK's types are not written for exact optional properties.
  return assistant(new StreamableHTTPClientTransport(new URL("/mcp", address)) as unknown as Transport);
}

/** Connects a client by a transport. */
export async function assistant(transport: Transport): Promise<Assistant> {
  const client = new Client({ name: "tests", version: "1" });
  await client.connect(transport);
  // What clients check answers by.
  await client.listTools();
  const call = async (tool: string, args: Readonly<Record<string, unknown>>) =>
    (await client.callTool({ name: tool, arguments: { ...args } })) as CallToolResult;
  return {
    client,
    ask: async (tool, args = {}) => {
      const { content, structuredContent, isError } = await call(tool, args);
      const text = content[0]?.type === "text" ? content[0].text : "";
      if (isError) throw new Error(`${tool} ${JSON.stringify(args)}: ${text}`);
      expect(JSON.parse(text)).toEqual(structuredContent);
      expect(tokensOf(text), `${tool} ${JSON.stringify(args)}`).toBeLessThanOrEqual(MOST_TOKENS);
      return structuredContent as Answer;
    },
    refused: async (tool, args) => {
      const { content, isError } = await call(tool, args);
      expect(isError, JSON.stringify(content)).toBe(true);
      return content[0]?.type === "text" ? content[0].text : "";
    },
    close: () => client.close(),
  };
}

/** The ids of what rows have in a field, or of the rows themselves. */
export function idsIn(answer: Answer, field?: string): unknown[] {
  return (answer.rows ?? []).map((row) => ((field === undefined ? row : row[field]) as { id?: unknown } | undefined)?.id);
}

/** All claims in an answer, wherever they stand. */
export function claimsIn(value: unknown): { id: string; says: string; source: string }[] {
  if (Array.isArray(value)) return value.flatMap(claimsIn);
  if (typeof value !== "object" || value === null) return [];
  const own = "says" in value && "source" in value ? [value as { id: string; says: string; source: string }] : [];
  return [...own, ...Object.values(value).flatMap(claimsIn)];
}

/** That every claim of an answer names a source that can be cited. */
export function expectCitable(answer: Answer): void {
  const claims = claimsIn([answer.answer, answer.rows]);
  expect(claims.length).toBeGreaterThan(0);
  for (const { source } of claims)
    expect(answer.sources?.[source]).toMatchObject({ title: expect.any(String), reliability: expect.any(String) });
  expect(answer.days).toEqual({ world: expect.stringMatching(/./), known: expect.stringMatching(/./) });
}
