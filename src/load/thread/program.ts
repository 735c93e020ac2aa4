/** The program of the thread that does a server's loads, one after another: all of a load but the database's own work is done here. */
import { parentPort } from "node:worker_threads";
import { RemoteEngine } from "../../engine/port.ts";
import { readModel } from "../../model/index.ts";
import { load } from "../load.ts";
import { bounded } from "./bounded.ts";
import { type FromThread, packFailure, type ToThread } from "./messages.ts";

const model = readModel();
const say = (message: FromThread) => parentPort?.postMessage(message);

/** Told whether a bundle may be loaded: one question at a time is under way. */
let answered: (may: boolean) => void = () => undefined;

function mayLoad(bundle: string): Promise<boolean> {
  return new Promise((resolve) => {
    answered = resolve;
    say({ what: "may load?", bundle });
  });
}

parentPort?.on("message", async (message: ToThread) => {
  if (message.what === "may load") {
    answered(message.may);
    return;
  }
  const engine = new RemoteEngine(message.engine.port, message.engine.kind);
  try {
    const report = await load(engine, model, message.inputs, { ...message.options, mayLoad });
    say({ what: "loaded", report: bounded(report) });
  } catch (error) {
    say({ what: "failed", error: packFailure(error) });
  } finally {
    await engine.close();
  }
});
