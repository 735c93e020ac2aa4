import {
  type CutList,
  FORMER,
  type FormerIds,
  GATHERED,
  type GatheredRows,
  LATER,
  type Later,
  NOTES,
  type Notes,
  ORIGIN,
  type Parameters,
  type Wanted,
} from "../compile/index.ts";
import type { Reads } from "../engine/port.ts";

/** What the lists of an answer are filled with. */
interface Filling {
  readonly engine: Reads;
  /** The parameters of the request, those that are noted in included. */
  readonly parameters: Parameters;
}

/** What answers are shaped with beside what they note. */
interface Shaping {
  /** What was merged into what, where that is asked for. */
  readonly former: FormerIds | undefined;
  /** The server's address, where there is a server. */
  readonly origin: string | undefined;
}

/** Parameters for shaping an answer: with the lists that are wanted, the notes that are taken, and more where that is there. */
export function shapingWith(parameters: Parameters, wanted: Wanted, notes: Notes | null, { former, origin }: Shaping): Parameters {
  return {
    ...parameters,
    [LATER]: wanted,
    ...(notes ? { [NOTES]: notes } : {}),
    ...(former ? { [FORMER]: former } : {}),
    ...(origin === undefined ? {} : { [ORIGIN]: origin }),
  };
}

/**
 * Fills the lists that are wanted: for each field one statement a level, however many objects have it, and one that reads what was selected. What is
 * selected may want lists in its turn. Returns what limits left out. Throws EngineError, and what gathering throws.
 */
export async function fillLists(wanted: Wanted, filling: Filling): Promise<CutList[]> {
  const cut: CutList[] = [];
  for (let next = wanted.take(); next; next = wanted.take()) {
    const { later, lists } = next;
    const gathered = await gather(later, [...lists.keys()], filling);
    const starts = [...lists.keys()].map((start) => ({ start, ...(gathered.get(start) ?? NOTHING) }));
    const numbered = starts.flatMap(({ start, rows }) => rows.map((row) => ({ start, row })));
    const objects = await shaped(later, numbered, filling);
    for (const [at, { start }] of numbered.entries()) {
      const object = objects.get(at);
      if (object !== undefined) for (const list of lists.get(start) ?? []) list.push(object);
    }
    for (const list of [...lists.values()].flat()) later.note(list.length === 0, filling.parameters);
    const [message] = starts.flatMap((one) => one.cut ?? []);
    if (message !== undefined) cut.push({ path: later.path, message });
  }
  return cut;
}

const NOTHING: GatheredRows = { rows: [], cut: null };

async function gather({ gather }: Later, starts: readonly string[], { engine, parameters }: Filling) {
  const gathering = gather(starts, parameters);
  let step = gathering.next();
  while (!step.done) step = gathering.next(await engine.read(step.value));
  return step.value;
}

/** What is selected of gathered rows, by their numbers. */
async function shaped(
  { text, shape }: Later,
  numbered: readonly { readonly row: GatheredRows["rows"][number] }[],
  { engine, parameters }: Filling,
) {
  if (numbered.length === 0) return new Map<number, unknown>();
  const rows = await engine.read({ text, params: { ...parameters, [GATHERED]: numbered.map(({ row }, at) => [at, ...row]) } });
  return shape(rows, parameters);
}
