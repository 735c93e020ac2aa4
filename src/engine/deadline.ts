import { type Deadline, EngineError } from "./port.ts";

/** The error of a read that nobody waits for any more: TIMEOUT where its deadline has come, ABANDONED where its caller went away before. */
export function lateError({ at }: Deadline): EngineError {
  // Timers count in whole milliseconds, and may fire a part of one early.
  if (performance.now() >= at - 1) return new EngineError("TIMEOUT", "the statement had no answer at its deadline");
  return new EngineError("ABANDONED", "whoever asked has gone before the answer");
}

/**
 * What `job` resolves to, unless the deadline comes first, or the caller goes: then it rejects at once with `lateError`, and what becomes of the
 * job is the engine's matter. Without a deadline: the job itself.
 */
export function until<T>(deadline: Deadline | undefined, job: Promise<T>): Promise<T> {
  if (!deadline) return job;
  const { signal } = deadline;
  return new Promise((resolve, reject) => {
    const late = () => reject(lateError(deadline));
    if (signal.aborted) late();
    else signal.addEventListener("abort", late, { once: true });
    job.then(
      (result) => {
        signal.removeEventListener("abort", late);
        resolve(result);
      },
      (error: unknown) => {
        signal.removeEventListener("abort", late);
        reject(error);
      },
    );
  });
}
