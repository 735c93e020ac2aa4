import { nodesOfCodes, type UnfoundCode } from "../compile/index.ts";
import type { Reads, Row } from "../engine/port.ts";
import type { Warning } from "./warnings.ts";

/**
 * The warnings of codes under which a field found nothing and which the graph lacks: one statement for all codes of a type. A code that it has is silent:
 * then it was the day that left its node out. Throws EngineError.
 */
export async function unknownCodes(engine: Reads, unfound: readonly UnfoundCode[]): Promise<Warning[]> {
  const found = new Map<string, readonly Row[]>();
  for (const { lookup } of unfound) {
    if (found.has(lookup.type)) continue;
    const codes = unfound.flatMap((code) => (code.lookup.type === lookup.type ? [code.value, ...beginnings(code.value)] : []));
    found.set(lookup.type, await engine.read(nodesOfCodes(lookup, [...new Set(codes)])));
  }
  return unfound.flatMap((code) => ofCode(code, found.get(code.lookup.type) ?? []));
}

/** The warning of a code, given the nodes that have it or what it would lie under; none where it is there. */
function ofCode(code: UnfoundCode, rows: readonly Row[]): Warning[] {
  const isHere = (apart: readonly unknown[]) => code.within.every((value, i) => apart[i] === value);
  const same = rows.flatMap(([found, ...apart]) => (found === code.value ? [apart] : []));
  if (same.some(isHere)) return [];
  const above = beginnings(code.value).find((begun) => rows.some(([found, ...apart]) => found === begun && isHere(apart)));
  const elsewhere = same.map((apart) => apart.map(String).join(", ")).sort();
  return [ofUnknown(code, elsewhere, above ?? null)];
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
