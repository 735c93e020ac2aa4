/** An import as a whole: foreign files, by the importer of their format, into the graph. */
import type { GraphEngine } from "../engine/port.ts";
import { type Bundle, formatRemovals, InputError, loadStream, type StreamReport } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { type Asked, importerOf } from "./commands.ts";
import { FORMATS } from "./formats.ts";
import { remediesOf } from "./missing.ts";
import { ImportNotes } from "./notes.ts";

/** For whom an import is done, and where what is noticed goes. */
export interface Circumstances {
  /** Who imports, for the journal of writes. */
  readonly by: string;
  /** Told what is noticed on the way: problems, progress, what is removed; whole lines. */
  readonly tell: (text: string) => void;
  /** Why a bundle of this name may not be loaded, which it then is not; null where it may. All may when absent. */
  readonly refusal?: (bundle: string) => string | null;
  /** Changes a bundle before it is loaded. */
  readonly border?: (bundle: Bundle) => Bundle;
}

/** What an import did. */
export interface Imported {
  readonly report: StreamReport;
  /** The same in words. */
  readonly summary: string;
  /** Whether all was taken: nothing was refused, and no edge left out. */
  readonly isWhole: boolean;
}

/** How many records a transaction has, as an option says it. Throws InputError where it is no number. */
function batchOf(said = "20000"): number {
  const batch = Number(said);
  if (!Number.isInteger(batch) || batch < 1) throw new InputError(`--batch ${said} must be a whole number, 1 or more.`);
  return batch;
}

/** Imports files. Throws InputError where one can't be read, or an option makes no sense, and EngineError. */
export async function importFiles(
  engine: GraphEngine,
  model: Model,
  { format, files, options }: Asked,
  { by, tell, refusal, border = (bundle) => bundle }: Circumstances,
): Promise<Imported> {
  const batch = batchOf(options.batch);
  const importer = await importerOf(engine, model, format, options);
  if (!importer) throw new InputError(`There is no format ${format}: ${Object.keys(FORMATS).join(", ")}.`);
  const notes = new ImportNotes(files, format, tell);
  async function* bundles() {
    for await (const bundle of importer?.(files, notes) ?? []) yield border(bundle);
  }
  const report = await loadStream(engine, model, bundles(), {
    batch,
    by,
    replace: options.replace ?? false,
    ...(refusal && { refusal }),
    onBatch: (soFar) => notes.progress(soFar),
    onRemovals: (removals) => tell(`${formatRemovals(removals)}\n`),
  });
  for (const problem of report.problems) notes.tell(problem);
  return {
    report,
    summary: notes.summary(report, await remediesOf(engine, [...report.missing.keys()], format)),
    isWhole: report.rejected + notes.problems + report.missing.size === 0,
  };
}
