import { firstDifference, normalise } from "./normalise.ts";
import type { Parameters, Shape } from "./shapes/index.ts";
import type { Side } from "./sides/index.ts";

/**
 * Asks every side every question before anything is timed, and holds the answers against each other. Gives how many objects an answer has
 * in the mean. Throws with the first difference.
 */
export async function checkAnswers(shape: Shape, pool: readonly Parameters[], sides: readonly Side[]): Promise<number> {
  let objects = 0;
  for (const parameters of pool) {
    let first: { name: string; text: string } | null = null;
    for (const side of sides) {
      const text = normalise(await side.answer(shape, parameters), shape.ordered);
      if (!first) {
        first = { name: side.name, text };
        objects += text.split("{").length - 1;
        if (text === "null") throw new Error(`${side.name} finds nothing for ${shape.name} with ${JSON.stringify(parameters)}.`);
      } else if (shape.ranked) {
        compareIds(shape, parameters, first, { name: side.name, text });
      } else if (text !== first.text) {
        const which = `${shape.name} with ${JSON.stringify(parameters)}`;
        throw new Error(`${first.name} (-) and ${side.name} (+) differ at ${which}, ${firstDifference(first.text, text)}`);
      }
    }
  }
  return objects / pool.length;
}

/** Every id of the other side has to be among those of the first. */
function compareIds(
  shape: Shape,
  parameters: Parameters,
  first: { name: string; text: string },
  other: { name: string; text: string },
): void {
  const idsOf = (text: string) => new Set(text.match(/"id": "[^"]+"/g) ?? []);
  const [known, found] = [idsOf(first.text), idsOf(other.text)];
  const strange = [...found].filter((id) => !known.has(id));
  if (strange.length === 0 && found.size > 0) return;
  throw new Error(
    `${other.name} finds ${found.size === 0 ? "nothing" : strange.join(", ")} at ${shape.name} with ${JSON.stringify(parameters)}, unlike ${first.name}.`,
  );
}
