import { dateWords } from "../app/day.ts";
import { slugOf } from "../data/files.ts";
import type { CitedQuery } from "../generated/operations.ts";

/** What is cited. */
export interface Cited {
  readonly key: string;
  /** `dataset` for a view, `webpage` for a source. */
  readonly type: "dataset" | "webpage";
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** When it came out: a day, a month or a year; null where nobody says. */
  readonly issued: string | null;
  /** The state of the data; null for a source. */
  readonly version: string | null;
  /** The days as of which a view stands. */
  readonly note: string | null;
  /** The day on which it was read, `YYYY-MM-DD`. */
  readonly accessed: string;
}

/** The forms of a citation, by name. */
export const FORMS: readonly { readonly name: string; readonly write: (cited: Cited) => string }[] = [
  { name: "Plain text", write: plainText },
  { name: "BibTeX", write: bibtex },
  { name: "CSL-JSON", write: cslJson },
];

/** The open view as something to cite. */
export function viewAsCited(title: string, address: URL, meta: CitedQuery["meta"], accessed: string): Cited {
  const [on, known] = [address.searchParams.get("on"), address.searchParams.get("known")];
  const days = [on && `as it stood on ${dateWords(on)}`, known && `as known on ${dateWords(known)}`].filter((words) => words !== null);
  return {
    key: `trade-graph-${slugOf(title, 40)}-${accessed}`,
    type: "dataset",
    title,
    publisher: "trade-graph",
    url: address.href,
    issued: meta.loadedAt?.slice(0, 10) ?? null,
    version: meta.dataVersion,
    note: days.length === 0 ? null : days.join(", "),
    accessed,
  };
}

/** A source as something to cite. */
export function sourceAsCited(source: NonNullable<CitedQuery["source"]>, address: URL, accessed: string): Cited {
  return {
    key: source.id.slice(source.id.indexOf(":") + 1),
    type: "webpage",
    title: source.title,
    publisher: source.publisher ?? "",
    url: source.url ?? address.href,
    issued: source.publishedOn,
    version: null,
    note: null,
    accessed,
  };
}

function plainText({ title, publisher, url, issued, version, note, accessed }: Cited): string {
  const parts = [
    publisher === "" ? `“${title}”` : `${publisher}: “${title}”`,
    version === null ? issued && dateWords(issued) : `data version ${version}${issued ? ` of ${dateWords(issued)}` : ""}`,
    note,
  ].filter((part): part is string => Boolean(part));
  return `${parts.join(", ")}. ${url} (accessed ${dateWords(accessed)})`;
}

/** What means something else in TeX. */
const TEX: Readonly<Record<string, string>> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
const tex = (text: string): string => text.replaceAll(/[\\~^&%$#_{}]/g, (sign) => TEX[sign] ?? `\\${sign}`);

function bibtex({ key, title, publisher, url, issued, version, note, accessed }: Cited): string {
  const [year, month] = issued?.split("-") ?? [];
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ["title", `{${tex(title)}}`],
    ["publisher", publisher && tex(publisher)],
    ["year", year],
    ["month", month && String(Number(month))],
    ["version", version && tex(version)],
    ["url", url],
    ["urldate", accessed],
    ["note", note && tex(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@misc{${key},`, ...lines, "}"].join("\n");
}

function cslJson({ key, type, title, publisher, url, issued, version, note, accessed }: Cited): string {
  const dateOf = (date: string) => ({ "date-parts": [date.split("-").map(Number)] });
  const item = {
    id: key,
    type,
    title,
    ...(publisher === "" ? {} : { publisher }),
    URL: url,
    ...(issued === null ? {} : { issued: dateOf(issued) }),
    accessed: dateOf(accessed),
    ...(version === null ? {} : { version }),
    ...(note === null ? {} : { note }),
  };
  return JSON.stringify([item], null, 2);
}
