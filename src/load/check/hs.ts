import type { State, Values } from "../graph/index.ts";
import { type Bundle, type EdgeRecord, type NodeRecord, type Properties, placeOf, type Report } from "../record.ts";

/** The levels of the Harmonized System, from the highest down, and what a code of each looks like; named groups have none. */
const FORMS: ReadonlyMap<string, { readonly pattern: RegExp; readonly form: string }> = new Map([
  ["SECTION", { pattern: /^[IVX]+$/, form: "a Roman numeral" }],
  ["CHAPTER", { pattern: /^\d{2}$/, form: "2 digits" }],
  ["HEADING", { pattern: /^\d{4}$/, form: "4 digits" }],
  ["SUBHEADING", { pattern: /^\d{6}$/, form: "6 digits" }],
  ["TARIFF_LINE", { pattern: /^(\d{8}|\d{10})$/, form: "8 or 10 digits" }],
]);

/** The sections, each with its last chapter: section I has the chapters 01 to 05. */
const LAST_CHAPTERS: readonly (readonly [section: string, chapter: number])[] = [
  ["I", 5],
  ["II", 14],
  ["III", 15],
  ["IV", 24],
  ["V", 27],
  ["VI", 38],
  ["VII", 40],
  ["VIII", 43],
  ["IX", 46],
  ["X", 49],
  ["XI", 63],
  ["XII", 67],
  ["XIII", 70],
  ["XIV", 71],
  ["XV", 83],
  ["XVI", 85],
  ["XVII", 89],
  ["XVIII", 92],
  ["XIX", 93],
  ["XX", 96],
  ["XXI", 99],
];

/** Level, length of the code, and what lies above agree, of all that has a code of the Harmonized System. */
export function checkCodes(bundles: readonly Bundle[], state: State, defined: ReadonlyMap<string, NodeRecord>, report: Report): void {
  for (const { nodes, edges } of bundles) {
    for (const node of nodes) if (node.type === "Commodity") checkLevel(node, report);
    for (const edge of edges)
      if (edge.type === "PART_OF") checkParent(edge, (id) => defined.get(id)?.properties ?? state.nodes.get(id)?.values, report);
  }
}

function checkLevel(node: NodeRecord, report: Report): void {
  const { level, hsCode } = node.properties;
  if (typeof level !== "string" || typeof hsCode !== "string" || levelOf(hsCode) === null) return;
  const expected = FORMS.get(level);
  if (level === "GROUP")
    report(
      placeOf(node, "hsCode"),
      `A named group has no code of the Harmonized System, and hsCode is ${hsCode}: is it a ${levelOf(hsCode)}?`,
    );
  else if (expected && !expected.pattern.test(hsCode)) {
    report(
      placeOf(node, "level"),
      `A ${level} has a code of ${expected.form}, and hsCode is ${hsCode}, which is that of a ${levelOf(hsCode)}.`,
    );
  }
}

function levelOf(hsCode: string): string | null {
  return [...FORMS].find(([, { pattern }]) => pattern.test(hsCode))?.[0] ?? null;
}

function checkParent(edge: EdgeRecord, propertiesOf: (id: string) => Properties | Values | undefined, report: Report): void {
  const [code, above] = [propertiesOf(edge.from)?.hsCode, propertiesOf(edge.to)?.hsCode];
  if (typeof code !== "string" || typeof above !== "string" || liesUnder(code, above)) return;
  const expected = /^\d+$/.test(code) ? ` ${code} lies under ${code.length > 2 ? code.slice(0, -2) : `section ${sectionOf(code)}`}.` : "";
  report(edge.place, `${edge.from} has the code ${code}, which does not lie under ${above} (${edge.to}).${expected}`);
}

function liesUnder(code: string, above: string): boolean {
  if (!/^\d/.test(code)) return false;
  return /^\d/.test(above) ? code.length > above.length && code.startsWith(above) : sectionOf(code) === above;
}

function sectionOf(code: string): string {
  const chapter = Number(code.slice(0, 2));
  return LAST_CHAPTERS.find(([, last]) => chapter <= last)?.[0] ?? "";
}
