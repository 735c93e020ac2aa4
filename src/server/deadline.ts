import type { FastifyReply } from "fastify";
import { type Deadline, RequestDeadline } from "../engine/port.ts";

/** How long a request may take unless a setting says otherwise, in seconds. */
export const DEADLINE_SECONDS = 10;

/** The deadline of the request that `reply` answers: so many seconds from now, or the moment at which its client goes away without the answer. */
export function deadlineOf(reply: FastifyReply, seconds: number): Deadline {
  const deadline = new RequestDeadline(seconds * 1000);
  reply.raw.once("close", () => deadline.end(!reply.raw.writableFinished));
  return deadline;
}
