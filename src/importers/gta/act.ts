import { createHash } from "node:crypto";
import type { Bundle, EdgeRecord, NodeRecord, Place, Properties } from "../../load/index.ts";
import { validateScalar } from "../../model/index.ts";
import { type Notes, UNNOTED } from "../importer.ts";
import { addressesOf, oneLine, plainText, shortened } from "../read/text.ts";
import { claimEdges, stated } from "../statements.ts";
import { lacking } from "./earlier.ts";
import type { Intervention } from "./record.ts";

/** What Global Trade Alert publishes on its pages, as a source. */
export const PUBLISHER = { publisher: "Global Trade Alert", reliability: "AGGREGATOR", language: "en" } as const;

/** What makes the bundles of Global Trade Alert's records: their names are its own numbers, so that a newer file goes on with an older one's. */
export const ORIGIN = "gta";

const LONGEST_TITLE = 200;

/** A citation of a state act: what it says of the document, and its address; null where there is none. */
interface Citation {
  readonly title: string;
  readonly url: string | null;
}

/** Id of the measure that a record's state act is. */
export function actId(record: Intervention): string {
  return `measure:gta-act-${record.state_act_id}`;
}

/** Title of a record's state act, on one line. */
export function actTitle(record: Intervention): string {
  return shortened(plainText(record.state_act_title ?? ""), LONGEST_TITLE) || `State act ${record.state_act_id}`;
}

/** Keys of a record that make something of its state act's bundle. */
const ACT_KEYS = [
  "state_act_title",
  "state_act_url",
  "state_act_source",
  "is_official_source",
  "date_announced",
  "date_published",
] as const;

/**
 * State acts as bundles, put together as interventions are: every intervention repeats what it knows of its act, what a later one says counts,
 * and of what it says nothing about, what was said before stays.
 */
export class StateActs {
  /** A digest of what was stated in full of each act: some 100 bytes each, of which there are a few ten thousand. */
  readonly #digests = new Map<number, string>();

  constructor(private readonly notes: Notes) {}

  /** The bundle of a record's state act. */
  bundle(record: Intervention, place: Place): Bundle {
    const bundle = actBundle(record, citationsOf(record), place, this.notes);
    if (bundle.silence) return bundle;
    const facts = [...bundle.nodes.map((n) => [n.id, n.properties]), ...bundle.edges.map((e) => [e.type, e.from, e.to])];
    const digest = createHash("sha1").update(JSON.stringify(facts)).digest("base64url");
    const before = this.#digests.get(record.state_act_id);
    this.#digests.set(record.state_act_id, digest);
    if (before !== undefined && before !== digest)
      this.notes.count("interventions of one state act differ in its title, days or sources: the later one counts");
    return bundle;
  }
}

function actBundle(record: Intervention, citations: readonly Citation[], place: Place, notes: Notes): Bundle {
  const about = lacking(record, ACT_KEYS);
  const filledFrom = (earlier: Bundle): Bundle => {
    const before = saidOfAct(earlier);
    const filled = { ...record };
    for (const key of about) if (!earlier.silence?.about.includes(key)) Object.assign(filled, { [key]: before.record[key] ?? null });
    return actBundle(filled, about.includes("state_act_source") ? before.citations : citations, place, UNNOTED);
  };
  return {
    name: `gta-act-${record.state_act_id}`,
    origin: ORIGIN,
    ...actRecords(record, citations, place, notes),
    place,
    ...(about.length > 0 ? { silence: { about, filledFrom } } : {}),
  };
}

/** What an earlier record said of an act, as far as the act's bundle shows it: the reverse of `actRecords`. */
function saidOfAct({ nodes }: Bundle): { readonly record: Partial<Intervention>; readonly citations: readonly Citation[] } {
  const text = (of: NodeRecord | undefined, name: string) => {
    const value = of?.properties[name];
    return typeof value === "string" ? value : null;
  };
  const number = (id: string) => Number(/-act-\d+-(\d+)$/.exec(id)?.[1] ?? 0);
  const act = nodes.find(({ type }) => type === "Measure");
  const sources = nodes.filter(({ type }) => type === "Source").sort((a, b) => number(a.id) - number(b.id));
  const cited = sources.filter(({ id }) => number(id) > 0);
  const page = sources.find(({ id }) => number(id) === 0);
  return {
    record: {
      state_act_title: text(act, "title"),
      date_announced: text(act, "announcedOn"),
      state_act_url: text(page, "url"),
      date_published: text(page, "publishedOn"),
      is_official_source: cited.some((source) => text(source, "reliability") === "OFFICIAL"),
    },
    citations: cited.map((source) => ({ title: text(source, "title") ?? "", url: text(source, "url") })),
  };
}

function actRecords(
  record: Intervention,
  citations: readonly Citation[],
  place: Place,
  notes: Notes,
): { nodes: NodeRecord[]; edges: EdgeRecord[] } {
  const key = `gta-act-${record.state_act_id}`;
  const title = actTitle(record);
  const nodes: NodeRecord[] = [
    {
      type: "Measure",
      id: actId(record),
      properties: stated({ title, kind: "PACKAGE", effect: "UNCLEAR", announcedOn: record.date_announced }),
      place,
    },
  ];
  const edges: EdgeRecord[] = [];
  const addSource = (id: string, source: Properties, claim: Properties) => {
    nodes.push({ type: "Source", id: `source:${id}`, properties: source, place });
    nodes.push({ type: "Claim", id: `claim:${id}`, properties: claim, place });
    edges.push(...claimEdges(`claim:${id}`, `source:${id}`, actId(record), place));
  };
  addSource(
    key,
    stated({ ...PUBLISHER, title, url: address(record.state_act_url, "state_act_url", notes), publishedOn: record.date_published }),
    { certainty: "REPORTED", locator: `state act ${record.state_act_id}`, statement: "Global Trade Alert records the announcement." },
  );
  const official = record.is_official_source === true || record.is_official_source === 1;
  for (const [i, { title: cited, url }] of citations.entries()) {
    addSource(`${key}-${i + 1}`, stated({ title: cited, url, reliability: official ? "OFFICIAL" : "PRESS" }), {
      certainty: official ? "CONFIRMED" : "REPORTED",
      statement: "Global Trade Alert cites it as a source of the announcement.",
    });
  }
  return { nodes, edges };
}

/** The citations of a free text: an address with the words before it in its line or, if there are none, those of the line before. */
function citationsOf(record: Intervention): Citation[] {
  const found = new Map<string, Citation>();
  const all = texts(record.state_act_source);
  let words = "";
  for (const line of all.flatMap((text) => text.split("\n"))) {
    let rest = line;
    for (const url of addressesOf(line)) {
      const at = rest.indexOf(url);
      words = wordsOf(rest.slice(0, at)) || words;
      rest = rest.slice(at + url.length);
      if (validateScalar("URL", url) === null && !found.has(url)) found.set(url, { title: words || new URL(url).host, url });
    }
    if (rest === line) words = wordsOf(line) || words;
  }
  // A citation without any address is a document all the same.
  const [first] = all;
  return found.size === 0 && first !== undefined ? [{ title: shortened(first, LONGEST_TITLE), url: null }] : [...found.values()];
}

/** What names a document, without what leads to an address (`Gazette 7 (available at:`); empty where too little is left to name one. */
function wordsOf(text: string): string {
  const words = oneLine(text)
    .replace(/^(?:[^\p{L}\p{N}"“«]|and\b)+/iu, "")
    .replace(/[\s(:,;–-]*(?:(?:available |retrieved |accessed )?(?:at|from|see)|link|url)?[\s:()[\]<>,;–-]*$/i, "");
  return words.replace(/\P{L}/gu, "").length > 4 ? shortened(words, LONGEST_TITLE) : "";
}

/** The texts of entries as plain text, in their order. */
export function texts(entries: Intervention["intervention_description"]): string[] {
  return [...(entries ?? [])]
    .sort((a, b) => (a.order_nr ?? 0) - (b.order_nr ?? 0))
    .map((entry) => plainText(entry.text ?? ""))
    .filter((text) => text !== "");
}

/** A web address; null where none is given, or what is given is none. */
export function address(given: string | null | undefined, key: string, notes: Notes): string | null {
  const url = given?.trim() ?? "";
  if (url === "") return null;
  if (validateScalar("URL", url) === null) return url;
  notes.count(`${key} is no web address: left out`);
  return null;
}
