/** In the thread: takes jobs, one after another. */
import { parentPort } from "node:worker_threads";
import { type GraphEngine, RemoteEngine } from "../../engine/port.ts";
import { type FromThread, packFailure, type ToThread } from "./messages.ts";

/**
 * Makes this thread one that a WorkThread starts. `work` does a job on an engine, and may `ask` whoever gave it: the job stands still until it is answered.
 */
export function takeJobs<Job, Question, Answer, Outcome>(
  work: (engine: GraphEngine, job: Job, ask: (question: Question) => Promise<Answer>) => Promise<Outcome>,
): void {
  const say = (message: FromThread<Question, Outcome>) => parentPort?.postMessage(message);
  /** Told the answer: one question at a time is under way. */
  let answered: (answer: Answer) => void = () => undefined;
  const ask = (question: Question) =>
    new Promise<Answer>((resolve) => {
      answered = resolve;
      say({ what: "question", question });
    });
  parentPort?.on("message", async (message: ToThread<Job, Answer>) => {
    if (message.what === "answer") {
      answered(message.answer);
      return;
    }
    const engine = new RemoteEngine(message.engine.port, message.engine.kind);
    try {
      say({ what: "done", outcome: await work(engine, message.job, ask) });
    } catch (error) {
      say({ what: "failed", error: packFailure(error) });
    } finally {
      await engine.close();
    }
  });
}
