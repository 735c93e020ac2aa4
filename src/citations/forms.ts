import type { Cited } from "./cited.ts";
import { dateWords } from "./date-words.ts";

/** The forms of a citation, as the schema's enum `CitationFormat` has them, each with what writes it. */
const FORMS = { TEXT: text, BIBTEX: bibtex, CSL_JSON: cslJson, RIS: ris } as const satisfies Readonly<
  Record<string, (cited: Cited) => string>
>;

/** The name of a form of citation. */
export type CitationFormat = keyof typeof FORMS;

/** Their names. */
export const CITATION_FORMATS = Object.keys(FORMS) as readonly CitationFormat[];

/** Whether something is the name of a form. */
export const isCitationFormat = (name: unknown): name is CitationFormat => CITATION_FORMATS.some((known) => known === name);

/** What is cited, in a form. What it lacks is left out. */
export function citationIn(format: CitationFormat, cited: Cited): string {
  return FORMS[format](cited);
}

/** A sentence: `MOFCOM: “Announcement No. 18”, 4 Apr 2025. https://… (accessed 28 Nov 2026)`. */
function text({ kind, title, genre, publisher, issued, version, note, url, accessed }: Cited): string {
  const day = issued && dateWords(issued);
  const parts = [
    kind === "entry" ? `“${title}”, ${genre} in ${publisher}` : publisher === null ? `“${title}”` : `${publisher}: “${title}”`,
    version === null ? day : `data version ${version}${day ? ` of ${day}` : ""}`,
    note,
  ].filter((part): part is string => Boolean(part));
  return `${parts.join(", ")}.${url === null ? "" : ` ${url} (accessed ${dateWords(accessed)})`}`;
}

/** What means something else in TeX. */
const TEX: Readonly<Record<string, string>> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
const tex = (words: string): string => words.replaceAll(/[\\~^&%$#_{}]/g, (sign) => TEX[sign] ?? `\\${sign}`);
/** In an address the signs stay as they are, but for what would end the field. */
const texUrl = (url: string): string => url.replaceAll(/[{}\\]/g, encodeURIComponent);

/** For BibTeX and biblatex: `@misc`, whose publisher every style prints as `howpublished`. Letters stay as they are. */
function bibtex({ key, title, genre, publisher, url, issued, version, note, accessed }: Cited): string {
  const [year, month, day] = issued?.split("-") ?? [];
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ["title", `{${tex(title)}}`],
    ["howpublished", publisher && tex(genre === null ? publisher : `${capital(genre)} in ${publisher}`)],
    ["year", year],
    ["month", month && String(Number(month))],
    ["day", day && String(Number(day))],
    ["version", version && tex(version)],
    ["url", url && texUrl(url)],
    ["urldate", url && accessed],
    ["note", note && tex(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@misc{${key},`, ...lines, "}"].join("\n");
}

/** CSL-JSON: a list of one item, as a file has it (https://docs.citationstyles.org). */
function cslJson({ key, kind, title, genre, publisher, url, issued, version, note, accessed }: Cited): string {
  const dateOf = (date: string) => ({ "date-parts": [date.split("-").map(Number)] });
  const item = {
    id: key,
    type: kind,
    title,
    ...(genre === null ? {} : { genre, "container-title": publisher }),
    ...(publisher === null ? {} : { publisher }),
    ...(url === null ? {} : { URL: url, accessed: dateOf(accessed) }),
    ...(issued === null ? {} : { issued: dateOf(issued) }),
    ...(version === null ? {} : { version }),
    ...(note === null ? {} : { note }),
  };
  return JSON.stringify([item], null, 2);
}

/** The types of RIS. */
const RIS_TYPES: Readonly<Record<Cited["kind"], string>> = { webpage: "ELEC", entry: "DATA", dataset: "DATA" };

/** RIS, as reference managers import it: a tag a line, dates as `YYYY/MM/DD/` with what is not known left empty. */
function ris({ key, kind, title, genre, publisher, url, issued, version, note, accessed }: Cited): string {
  const dateOf = (date: string) => {
    const [year = "", month = "", day = ""] = date.split("-");
    return `${year}/${month}/${day}/`;
  };
  const tags: readonly (readonly [string, string | null | undefined])[] = [
    ["TY", RIS_TYPES[kind]],
    ["ID", key],
    ["TI", title],
    ["PB", publisher],
    ["PY", issued?.slice(0, 4)],
    ["DA", issued && dateOf(issued)],
    ["ET", version],
    ["M3", genre && capital(genre)],
    ["N1", note],
    ["UR", url],
    ["Y2", url && dateOf(accessed)],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replaceAll(/\s+/g, " ")}`] : []));
  return `${[...lines, "ER  - "].join("\r\n")}\r\n`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
