import type { State, Values } from "../graph/index.ts";
import { codeOfHsId, hsIdOf, hsSectionOf } from "../hs.ts";
import { type Bundle, type EdgeRecord, type NodeRecord, type Place, type Properties, placeOf, type Report } from "../record.ts";

/** The levels of the Harmonized System, from the highest down, and what a code of each looks like; named groups have none. */
const FORMS: ReadonlyMap<string, { readonly pattern: RegExp; readonly form: string }> = new Map([
  ["SECTION", { pattern: /^[IVX]+$/, form: "a Roman numeral" }],
  ["CHAPTER", { pattern: /^\d{2}$/, form: "2 digits" }],
  ["HEADING", { pattern: /^\d{4}$/, form: "4 digits" }],
  ["SUBHEADING", { pattern: /^\d{6}$/, form: "6 digits" }],
  ["TARIFF_LINE", { pattern: /^(\d{8}|\d{10})$/, form: "8 or 10 digits" }],
]);

/** The edge between codes of two editions: `Commodity.correspondsTo`. */
const CORRESPONDS_TO = "CORRESPONDS_TO";

/** What a record or the graph says of a node; undefined where neither has it. */
type PropertiesOf = (id: string) => Properties | Values | undefined;

/** Id, edition, level, length of the code, and what lies above agree, of all that has a code of the Harmonized System. */
export function checkCodes(bundles: readonly Bundle[], state: State, defined: ReadonlyMap<string, NodeRecord>, report: Report): void {
  const propertiesOf: PropertiesOf = (id) => defined.get(id)?.properties ?? state.nodes.get(id)?.values;
  for (const { nodes, edges } of bundles) {
    for (const node of nodes) {
      if (node.type !== "Commodity") continue;
      checkLevel(node, report);
      checkEdition(node, report);
    }
    for (const edge of edges) {
      if (edge.type === "PART_OF") checkParent(edge, edge.place, propertiesOf, report);
      if (edge.type === CORRESPONDS_TO) checkCorrespondence(edge, propertiesOf, report);
    }
  }
  checkStanding(bundles, state, defined, propertiesOf, report);
}

/** What other bundles say lies above or below a code that this load changes: that edge stands, and so must what it says. */
function checkStanding(
  bundles: readonly Bundle[],
  state: State,
  defined: ReadonlyMap<string, NodeRecord>,
  propertiesOf: PropertiesOf,
  report: Report,
): void {
  const loading = new Set(bundles.map((bundle) => bundle.name));
  for (const edge of state.edges.values()) {
    if (edge.type !== "PART_OF" || [...edge.parts.keys()].some((name) => loading.has(name))) continue;
    const changed = defined.get(edge.from) ?? defined.get(edge.to);
    if (changed) checkParent(edge, placeOf(changed, "hsCode"), propertiesOf, report);
  }
}

/** A code is one of an edition, and an id that is made of a code says the same code and edition. */
function checkEdition(node: NodeRecord, report: Report): void {
  const { hsCode, hsEdition } = node.properties;
  const given = codeOfHsId(node.id);
  if (typeof hsCode !== "string") {
    if (typeof hsEdition === "string")
      report(
        placeOf(node, "hsEdition"),
        `hsEdition ${hsEdition} belongs to a code of the Harmonized System: write hsCode beside it, or leave it out.`,
      );
    return;
  }
  if (levelOf(hsCode) === null) return;
  if (typeof hsEdition !== "string") {
    if (!node.places?.has("hsEdition"))
      report(placeOf(node, "hsCode"), `hsCode ${hsCode} says nothing without its edition: write hsEdition beside it, such as "2022".`);
  } else if (given && node.id !== hsIdOf(hsCode, hsEdition))
    report(
      node.place,
      `${node.id} is the id of the code ${given.hsCode} of ${given.edition}, and the record's is ${hsCode} of ${hsEdition}: the id of that is ${hsIdOf(hsCode, hsEdition)}.`,
    );
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

function checkParent(edge: Pick<EdgeRecord, "from" | "to">, place: Place, propertiesOf: PropertiesOf, report: Report): void {
  const [below, whole] = [propertiesOf(edge.from), propertiesOf(edge.to)];
  const [code, above] = [below?.hsCode, whole?.hsCode];
  if (typeof code !== "string" || typeof above !== "string") return;
  const [edition, editionAbove] = [below?.hsEdition, whole?.hsEdition];
  if (typeof edition === "string" && typeof editionAbove === "string" && edition !== editionAbove)
    report(
      place,
      `${edge.from} is a code of ${edition}, and ${edge.to} one of ${editionAbove}: a code lies under codes of its own edition.`,
    );
  if (liesUnder(code, above)) return;
  const expected = /^\d+$/.test(code) ? ` ${code} lies under ${code.length > 2 ? code.slice(0, -2) : `section ${hsSectionOf(code)}`}.` : "";
  report(place, `${edge.from} has the code ${code}, which does not lie under ${above} (${edge.to}).${expected}`);
}

/** Codes of two editions correspond to each other, and it is written at the older one, for so its `correlation` is read. */
function checkCorrespondence({ from, to, place }: EdgeRecord, propertiesOf: PropertiesOf, report: Report): void {
  const [older, newer] = [propertiesOf(from), propertiesOf(to)];
  // What the graph lacks is reported as such.
  if (!older || !newer) return;
  const [first, second] = [older.hsEdition, newer.hsEdition];
  if (typeof first !== "string" || typeof second !== "string")
    report(place, `${typeof first === "string" ? to : from} has no code of the Harmonized System, and so none that corresponds to it.`);
  else if (first === second)
    report(place, `${from} and ${to} are codes of one edition, that of ${first}: a code corresponds to those of other editions.`);
  else if (first > second)
    report(place, `${from} is of ${first}, and ${to} of ${second}: write it at the older one, and turn its correlation round with it.`);
}

function liesUnder(code: string, above: string): boolean {
  if (!/^\d/.test(code)) return false;
  return /^\d/.test(above) ? code.length > above.length && code.startsWith(above) : hsSectionOf(code) === above;
}
