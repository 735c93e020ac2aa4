import { nodesOfCodes, type UnfoundCode } from "../compile/index.ts";
import type { Reads } from "../engine/port.ts";
import type { Warning } from "./warnings.ts";

/**
 * The warnings of codes under which a field found nothing and which the graph lacks: one statement for each code. A code that it has is silent: then it was
 * the day that left its node out. Throws EngineError.
 */
export async function unknownCodes(engine: Reads, unfound: readonly UnfoundCode[]): Promise<Warning[]> {
  const warnings: Warning[] = [];
  for (const code of unfound) {
    const rows = await engine.read(nodesOfCodes(code.lookup, [code.value, ...beginnings(code.value)]));
    const isHere = (apart: readonly unknown[]) => code.within.every((value, i) => apart[i] === value);
    if (rows.some(([found, ...apart]) => found === code.value && isHere(apart))) continue;
    const elsewhere = rows.flatMap(([found, ...apart]) => (found === code.value ? [apart.map(String).join(", ")] : [])).sort();
    const above = rows.flatMap(([found, ...apart]) => (isHere(apart) ? [String(found)] : [])).sort((a, b) => b.length - a.length)[0];
    warnings.push(ofUnknown(code, elsewhere, above ?? null));
  }
  return warnings;
}

/** The codes above one of digits, the longest first: 8703 and 87 of 870323. Codes of letters have none. */
function beginnings(code: string): string[] {
  if (!/^\d+$/.test(code)) return [];
  return Array.from({ length: Math.ceil(code.length / 2) - 1 }, (_, i) => code.slice(0, 2 * (i + 1))).reverse();
}

function ofUnknown({ lookup, path, value, within }: UnfoundCode, elsewhere: readonly string[], above: string | null): Warning {
  const apart = lookup.within.map(({ argument }, i) => ` of the ${argument} ${within[i]}`).join("");
  const others = elsewhere.length > 0 ? ` It has that of ${elsewhere.join(", ")}.` : "";
  const hint = above === null ? "" : ` It has "${above}", which it would lie under.`;
  return {
    code: "UNKNOWN_CODE",
    path,
    value,
    message: `The graph has no ${lookup.type} with the code ${value}${apart}.${others}${hint}`,
    ...(above === null ? {} : { didYouMean: above }),
  };
}
