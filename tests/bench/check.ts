import { firstDifference, normalise } from "./normalise.ts";
import type { Parameters, Shape, SideName } from "./shapes/index.ts";
import type { Side } from "./sides/index.ts";

/** A side that takes longer for an answer, in milliseconds, three times in a row is asked no further: it would take the run for itself. */
const TOO_LONG = 2_000;
const TRIES = 3;

export interface Check {
  /** Objects in an answer, in the mean. */
  readonly objects: number;
  /** How long the answers of sides took that are too slow to be timed like the others, in milliseconds. */
  readonly slow: ReadonlyMap<SideName, readonly number[]>;
}

/** Asks every side every question before anything is timed, and holds the answers against each other. Throws with the first difference. */
export async function checkAnswers(shape: Shape, pool: readonly Parameters[], sides: readonly Side[]): Promise<Check> {
  let objects = 0;
  const times = new Map<SideName, number[]>(sides.map(({ name }) => [name, []]));
  const isSlow = (name: SideName) =>
    (times.get(name)?.length ?? 0) >= TRIES &&
    times
      .get(name)
      ?.slice(0, TRIES)
      .every((t) => t > TOO_LONG);
  const ask = async (side: Side, parameters: Parameters): Promise<Given> => {
    const start = performance.now();
    const answer = await side.answer(shape, parameters);
    times.get(side.name)?.push(performance.now() - start);
    return { name: side.name, text: normalise(answer, shape.ordered) };
  };
  for (const [turn, parameters] of pool.entries()) {
    const given: Given[] = [];
    // The first time all at once: what takes its time then is that Neo4j plans the statements of each.
    if (turn === 0) given.push(...(await Promise.all(sides.map((side) => ask(side, parameters)))));
    else for (const side of sides) if (!isSlow(side.name)) given.push(await ask(side, parameters));
    const [first, ...others] = given;
    if (!first) continue;
    objects += first.text.split("{").length - 1;
    if (first.text === "null") throw new Error(`${first.name} finds nothing for ${shape.name} with ${JSON.stringify(parameters)}.`);
    for (const other of others) compare(shape, parameters, first, other);
  }
  return { objects: objects / pool.length, slow: new Map([...times].filter(([name]) => isSlow(name))) };
}

interface Given {
  readonly name: SideName;
  readonly text: string;
}

function compare(shape: Shape, parameters: Parameters, first: Given, other: Given): void {
  if (shape.ranked) compareIds(shape, parameters, first, other);
  else if (other.text !== first.text) {
    const which = `${shape.name} with ${JSON.stringify(parameters)}`;
    throw new Error(`${first.name} (-) and ${other.name} (+) differ at ${which}, ${firstDifference(first.text, other.text)}`);
  }
}

/** Every id of the other side has to be among those of the first. */
function compareIds(shape: Shape, parameters: Parameters, first: Given, other: Given): void {
  const idsOf = (text: string) => new Set(text.match(/"id": "[^"]+"/g) ?? []);
  const [known, found] = [idsOf(first.text), idsOf(other.text)];
  const strange = [...found].filter((id) => !known.has(id));
  if (strange.length === 0 && found.size > 0) return;
  throw new Error(
    `${other.name} finds ${found.size === 0 ? "nothing" : strange.join(", ")} at ${shape.name} with ${JSON.stringify(parameters)}, unlike ${first.name}.`,
  );
}
