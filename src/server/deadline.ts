import { setMaxListeners } from "node:events";
import type { FastifyReply } from "fastify";
import type { Deadline } from "../engine/port.ts";

/** How long a request may take unless a setting says otherwise, in seconds. */
export const DEADLINE_SECONDS = 10;

/** The deadline of the request that `reply` answers: so many seconds from now, or the moment at which its client goes away without the answer. */
export function deadlineOf(reply: FastifyReply, seconds: number): Deadline {
  const controller = new AbortController();
  // Each root field's statement listens.
  setMaxListeners(0, controller.signal);
  const abort = () => controller.abort();
  const timer = setTimeout(abort, seconds * 1000);
  reply.raw.once("close", () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) abort();
  });
  return { at: performance.now() + seconds * 1000, signal: controller.signal };
}
