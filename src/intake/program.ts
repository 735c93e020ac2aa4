/** The program of the thread that does a server's imports. */
import { mayLoad } from "../keys/index.ts";
import { type Bundle, takeJobs } from "../load/index.ts";
import { readModel } from "../model/index.ts";
import { ownNames } from "./received.ts";
import { type Imported, importFiles } from "./run.ts";
import type { ImportJob } from "./thread.ts";

/** So many lines are told of an import; of what is wrong throughout nobody reads more. */
const MOST_LINES = 10_000;

const model = readModel();

takeJobs<ImportJob, string, null, Imported>(async (engine, { asked, folder, writer }, ask) => {
  let last: Promise<unknown> = Promise.resolve();
  let lines = 0;
  const tell = (text: string) => {
    lines += 1;
    if (lines <= MOST_LINES) last = last.then(() => ask(ownNames(folder, text)));
  };
  const refusal = (bundle: string) =>
    mayLoad(writer, bundle) ? null : `The key ${writer.name} may load ${writer.bundles.join(", ")}, and not the bundle ${bundle}.`;
  // Two people may call their files alike: what one of them brought is not the other's to replace. Who may load everything goes on where a load at the server's machine began.
  const sender = writer.bundles.includes("*") ? "" : `, sent by ${writer.name}`;
  const border = (bundle: Bundle): Bundle =>
    bundle.origin === undefined
      ? bundle
      : { ...bundle, origin: `${ownNames(folder, bundle.origin)}${bundle.origin.includes(folder) ? sender : ""}` };
  const imported = await importFiles(engine, model, asked, { by: writer.name, tell, refusal, border });
  if (lines > MOST_LINES) last = last.then(() => ask(`${(lines - MOST_LINES).toLocaleString("en")} more lines are not told.\n`));
  await last;
  return imported;
});
