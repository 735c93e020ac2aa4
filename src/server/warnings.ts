import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyBaseLogger } from "fastify";
import { within } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { type Context, type Findings, type Warning, warningsOf } from "../resolvers/index.ts";

/** The header that has the warnings of an answer which is no JSON: a list as JSON, in ASCII. */
export const WARNINGS_HEADER = "trade-graph-warnings";

/** How long the header may be, in characters: beyond, clients and proxies refuse it. */
const LONGEST_HEADER = 4_000;

/** Adds `extensions.warnings` to answers that a client could take for something else than they are; none where there is nothing to say. */
export function warns(model: Model, log: FastifyBaseLogger): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, contextValue: { engine, deadline, findings = [], requestId } }) => {
        if (response.body.kind !== "single" || findings.every(isPlain)) return;
        const { singleResult } = response.body;
        const warnings = await warningsOf(within(engine, deadline), model, findings).catch((error: unknown) => {
          // The answer itself is whole.
          log.error({ reqId: requestId, err: error }, "the warnings of an answer failed");
          return [];
        });
        if (warnings.length > 0) singleResult.extensions = { ...singleResult.extensions, warnings };
      },
    }),
  };
}

/** Whether a root field noted nothing, as most do. */
const isPlain = ({ empty, unfound, cut, left, merged }: Findings) =>
  [empty, unfound, cut, left, merged].every((noted) => noted.length === 0);

/** A text as a header may have it: what is not in ASCII, and ends of lines, as JSON escapes them. */
export function inAscii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Warnings as the value of a header: those that fit, each whole. */
export function asHeader(warnings: readonly Warning[]): string {
  const parts: string[] = [];
  let length = 2;
  for (const warning of warnings) {
    const part = inAscii(JSON.stringify(warning));
    length += part.length + 1;
    if (length > LONGEST_HEADER) break;
    parts.push(part);
  }
  return `[${parts.join()}]`;
}
