import type { Bundle, EdgeRecord, NodeRecord, Place, Properties } from "../../src/load/index.ts";
import { randomOf } from "../support/random.ts";
import { dayOf } from "./days.ts";
import type { Size } from "./sizes.ts";
import { codeOf, nameOf } from "./words.ts";

/** Part of the mark of a loaded graph: raise it when the world of a size becomes another one. */
export const WORLD_VERSION = 3;

/** Records of one bundle of the ground: the nodes that measures point at. */
const GROUND = 2_000;
/** Measures that one source speaks of, and, where claims are shared, that one claim does. */
const PER_SOURCE = 20;
const PER_CLAIM = 50;
const CHAPTERS = 97;
/** Four digits give each chapter 99 headings. */
const MOST_HEADINGS = CHAPTERS * 99;

const KINDS = ["TARIFF", "TARIFF", "TARIFF", "LICENSING", "BAN", "QUOTA", "SUBSIDY", "ANTI_DUMPING", "ENTITY_LISTING", "SANCTION"] as const;
/** These are aimed at firms too. */
const NAMES_FIRMS = new Set<string>(["ENTITY_LISTING", "SANCTION", "ANTI_DUMPING"]);
const EFFECTS = ["RESTRICTING", "RESTRICTING", "LIBERALISING", "UNCLEAR"] as const;
const FLOWS = ["IMPORT", "EXPORT", "BOTH"] as const;
const CERTAINTIES = ["CONFIRMED", "CONFIRMED", "REPORTED", "INFERRED"] as const;

const pad = (number: number, digits: number) => String(number).padStart(digits, "0");

/** How the goods of a size are numbered. */
export function goodsOf({ subheadings }: Size) {
  const headings = Math.min(Math.ceil(subheadings / 5), MOST_HEADINGS);
  const heading = (h: number) => pad((h % CHAPTERS) + 1, 2) + pad(Math.floor(h / CHAPTERS) + 1, 2);
  return {
    headings,
    chapters: CHAPTERS,
    chapter: (c: number) => pad(c + 1, 2),
    heading,
    subheading: (s: number) => heading(s % headings) + pad(Math.floor(s / headings) + 1, 2),
  };
}

/** The whole graph of a size as bundles: first what measures point at, then a bundle for each measure. The same at each call. */
export async function* worldOf(size: Size): AsyncIterable<Bundle> {
  yield* groundOf(size);
  for (let i = 0; i < size.measures; i++) yield measureOf(size, i);
}

function* groundOf(size: Size): Iterable<Bundle> {
  let nodes: NodeRecord[] = [];
  let edges: EdgeRecord[] = [];
  let part = 0;
  const place = (): Place => ({ file: `ground-${part}`, line: nodes.length + edges.length + 1, column: 1 });
  const node = (type: string, id: string, properties: Properties) => nodes.push({ type, id, properties, place: place() });
  const edge = (type: string, from: string, to: string, claims: readonly string[] = [BASE_CLAIM]) =>
    edges.push({ type, from, to, properties: {}, claims, place: place() });
  const close = (): Bundle => {
    const bundle = { name: `bench-ground-${part}`, nodes, edges, place: place() };
    part += 1;
    nodes = [];
    edges = [];
    return bundle;
  };
  for (const step of groundSteps(size, node, edge)) {
    step();
    if (nodes.length >= GROUND) yield close();
  }
  yield close();
}

const BASE_CLAIM = "claim:bench-base";

type NodeOf = (type: string, id: string, properties: Properties) => void;
type EdgeOf = (type: string, from: string, to: string, claims?: readonly string[]) => void;

function* groundSteps(size: Size, node: NodeOf, edge: EdgeOf): Iterable<() => void> {
  const goods = goodsOf(size);
  yield () => {
    node("Source", "source:bench-base", { title: "Registers", publisher: "Registry", publishedOn: "2008-12-31", reliability: "OFFICIAL" });
    node("Claim", BASE_CLAIM, { certainty: "CONFIRMED", statement: "The registers say so." });
    edge("STATED_IN", BASE_CLAIM, "source:bench-base", []);
  };
  for (let i = 0; i < size.countries; i++) {
    yield () => node("Country", countryId(i), { name: nameOf(i), kind: "STATE", iso2: codeOf(i) });
  }
  for (let i = 0; i < size.agencies; i++) {
    yield () => {
      node("Agency", agencyId(i), { name: `${nameOf(i % size.countries)} ministry ${i}`, kind: "MINISTRY", acronym: `M${i}` });
      edge("PART_OF", agencyId(i), countryId(i % size.countries));
    };
  }
  for (let i = 0; i < size.firms; i++) {
    yield () => {
      node("Firm", firmId(i), { name: `${nameOf(100_000 + i)} company`, kind: "COMPANY" });
      edge("HEADQUARTERED_IN", firmId(i), countryId((i * 7) % size.countries));
      // Every third firm belongs to another, so that some are owned through others.
      if (i > 0 && i % 3 === 0) edge("SUBSIDIARY_OF", firmId(i), firmId(i / 3));
    };
  }
  const good = (code: string, level: string, name: string) =>
    node("Commodity", `commodity:hs-${code}`, { name, level, hsCode: code, hsEdition: "2022" });
  for (let i = 0; i < goods.chapters; i++) {
    yield () => good(goods.chapter(i), "CHAPTER", `Chapter of ${nameOf(200_000 + i)}`);
  }
  for (let i = 0; i < goods.headings; i++) {
    yield () => {
      const code = goods.heading(i);
      good(code, "HEADING", `Heading of ${nameOf(300_000 + i)}`);
      edge("PART_OF", `commodity:hs-${code}`, `commodity:hs-${code.slice(0, 2)}`);
    };
  }
  for (let i = 0; i < size.subheadings; i++) {
    yield () => {
      const code = goods.subheading(i);
      good(code, "SUBHEADING", `${nameOf(400_000 + i)}, whether or not refined`);
      edge("PART_OF", `commodity:hs-${code}`, `commodity:hs-${code.slice(0, 4)}`);
    };
  }
  for (let i = 0; i < size.firms; i++) {
    yield () => {
      edge("PRODUCES", firmId(i), `commodity:hs-${goods.subheading((i * 13) % size.subheadings)}`);
      edge("USES", firmId(i), `commodity:hs-${goods.subheading((i * 11 + 5) % size.subheadings)}`);
    };
  }
  for (let i = 0; i < sourcesOf(size); i++) {
    const days = 1 + ((i * 37) % 6_000);
    yield () =>
      node("Source", sourceId(i), {
        title: `Gazette ${i}`,
        publisher: `Publisher ${i % 40}`,
        publishedOn: dayOf(days),
        url: `https://example.org/gazette/${i}`,
        reliability: i % 3 === 0 ? "OFFICIAL" : "PRESS",
      });
  }
  if (size.claims === "each") return;
  for (let i = 0; i * PER_CLAIM < size.measures; i++) {
    yield () => {
      node("Claim", sharedClaimId(i), { certainty: "CONFIRMED", statement: `Entry ${i}` });
      edge("STATED_IN", sharedClaimId(i), sourceId(Math.floor((i * PER_CLAIM) / PER_SOURCE)), []);
    };
  }
}

export const countryId = (i: number) => `country:${codeOf(i)}`;
export const agencyId = (i: number) => `agency:bench-${i}`;
export const firmId = (i: number) => `firm:bench-${i}`;
export const measureId = (i: number) => `measure:bench-${i}`;
const sourcesOf = ({ measures }: Size) => Math.ceil(measures / PER_SOURCE);
const sourceId = (i: number) => `source:bench-${i}`;
const sharedClaimId = (i: number) => `claim:bench-shared-${i}`;

/** How many measures stand between two of which sources give the legal reference differently, and the first of them. */
const DISPUTED = 10;
const FIRST_DISPUTED = 3;

/** The n-th measure of whose legal reference two claims give different texts. */
export const disputedId = (size: Size, n: number) => measureId((n * DISPUTED + FIRST_DISPUTED) % size.measures);

/** The title of a measure. */
export function titleOf(size: Size, i: number): string {
  const kind = randomOf(i + 1).pick(KINDS);
  return `${kind.charAt(0)}${kind.slice(1).toLowerCase().replace("_", " ")} in the ${caseOf(size, i)} case`;
}

/** The word in the title that a measure shares with few others; search asks for it. */
export const caseOf = (size: Size, i: number) => nameOf(1_000_000 + (i % Math.ceil(size.measures / 8)));

function measureOf(size: Size, i: number): Bundle {
  const { below, pick } = randomOf(i + 1);
  const goods = goodsOf(size);
  // Where degrees have to be equal, everything is dealt out in turn.
  const draw = (count: number, step: number) =>
    size.skewed ? Math.floor(count * (below(10_000) / 10_000) ** 1.7) : (i * step + 1) % count;
  const id = measureId(i);
  const kind = pick(KINDS);
  const announced = below(6_000);
  const inForce = announced + below(120);
  const rate = kind === "TARIFF" || kind === "ANTI_DUMPING" ? { rate: 5 + below(60), rateUnit: "PERCENT" } : {};
  const claim = size.claims === "each" ? `claim:bench-${i}` : sharedClaimId(Math.floor(i / PER_CLAIM));
  const place = { file: "measures", line: i + 1, column: 1 };
  const edges: EdgeRecord[] = [];
  const edge = (type: string, from: string, to: string, properties: Properties, claims: readonly string[] = [claim]) =>
    edges.push({ type, from, to, properties, claims, place });

  const until = below(10) < 3 ? { until: dayOf(inForce + 30 + below(2_000)) } : {};
  const held = { since: dayOf(inForce), ...until };
  const agency = draw(size.agencies, 1);
  edge("IMPOSED_BY", id, agencyId(agency), { since: dayOf(announced) });
  edge("IMPOSED_BY", id, countryId(agency % size.countries), { since: dayOf(announced) });

  const targets = new Set<string>();
  if (i % Math.floor(size.measures / size.hub) === 0 && i / Math.floor(size.measures / size.hub) < size.hub) targets.add(countryId(0));
  if (NAMES_FIRMS.has(kind)) targets.add(firmId(below(size.firms)));
  const wantedTargets = spread(size.targets, below);
  for (let tries = 0; targets.size < wantedTargets && tries < 4 * wantedTargets; tries++) {
    // The hub is the first country: its degree is set, not drawn.
    targets.add(countryId(1 + draw(size.countries - 1, 3 + tries)));
  }
  for (const target of targets) edge("TARGETS", id, target, held);

  const covers = new Set<string>();
  const wantedCovers = spread(size.covers, below);
  for (let tries = 0; covers.size < wantedCovers && tries < 4 * wantedCovers; tries++) {
    const level = size.skewed ? below(20) : 1;
    const good = draw(size.subheadings, 3 + tries);
    covers.add(level === 0 ? goods.heading(good % goods.headings) : goods.subheading(good));
  }
  for (const code of covers) {
    const prior = below(20);
    const rates = kind === "TARIFF" ? { priorRate: prior, newRate: prior + 1 + below(50), rateUnit: "PERCENT" } : {};
    edge("COVERS", id, `commodity:hs-${code}`, { ...held, ...rates });
  }
  if (i > 0 && below(12) === 0) edge("RETALIATES_AGAINST", id, measureId(below(i)), { since: dayOf(announced) });

  // Drawn apart, so that all else stays as it was. What acts is never acted upon: whether a measure is in force is plain to write by hand.
  const later = randomOf(1_000_003 + i);
  const isDisputed = size.claims === "each" && i % DISPUTED === FIRST_DISPUTED;
  if (i % 2 === 1 && later.below(3) === 0) {
    const acted = measureId(2 * later.below(Math.ceil(i / 2)));
    if (later.below(2) === 0) edge("ENDS", id, acted, { since: dayOf(announced) });
    else edge("SUSPENDS", id, acted, { since: dayOf(announced), until: dayOf(announced + 30 + later.below(400)) });
  }

  const nodes: NodeRecord[] = [
    {
      type: "Measure",
      id,
      properties: {
        title: titleOf(size, i),
        kind,
        effect: pick(EFFECTS),
        flow: pick(FLOWS),
        announcedOn: dayOf(announced),
        inForceFrom: dayOf(inForce),
        ...(below(10) < 7 && !isDisputed ? { legalReference: `Order ${i}/${dayOf(announced).slice(0, 4)}` } : {}),
        ...rate,
        ...(later.below(4) === 0 ? { inForceUntil: dayOf(inForce + 200 + later.below(2_000)) } : {}),
      },
      place,
    },
  ];
  if (size.claims === "each") {
    nodes.push({
      type: "Claim",
      id: claim,
      properties: { certainty: pick(CERTAINTIES), statement: `What the order of case ${i} says.` },
      place,
    });
    edge("STATED_IN", claim, sourceId(Math.floor(i / PER_SOURCE)), {}, []);
    edge("ABOUT", claim, id, {}, []);
  }
  if (isDisputed) {
    for (const [said, text] of ["Order", "Decree"].entries()) {
      const saying = `claim:bench-${i}-${said}`;
      nodes.push({ type: "Claim", id: saying, properties: { certainty: "REPORTED", statement: `It is called ${text} ${i}.` }, place });
      edge("STATED_IN", saying, sourceId((Math.floor(i / PER_SOURCE) + said) % sourcesOf(size)), {}, []);
      edge("ABOUT", saying, id, { field: "legalReference", value: `${text} ${i}` }, []);
    }
  }
  return { name: `bench-measure-${i}`, nodes, edges, place };
}

/** A number from 1 up to twice `average`, less 1: `average` in the mean. */
function spread(average: number, below: (limit: number) => number): number {
  return 1 + below(Math.round(2 * average) - 1);
}
