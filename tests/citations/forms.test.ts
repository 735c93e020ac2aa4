import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { Cite } from "@citation-js/core";
import { describe, expect, it } from "vitest";
import { CITATION_FORMATS, type Cited, citationIn, graphCited, nodeCited, sourceCited } from "../../src/citations/index.ts";
import { type Random, randomOf } from "../support/random.ts";
import { seeds } from "../support/seeds.ts";

const TODAY = "2026-11-28";
const NO_DAYS = { valid: null, known: null };

const source = sourceCited(
  {
    id: "source:mofcom-2025-18",
    title: "Announcement No. 18 & 19: “rare earths” 100% 商务部",
    publisher: "MOFCOM",
    publishedOn: "2025-04",
    url: "http://www.mofcom.gov.cn/a_b?c=1&d=2",
  },
  TODAY,
);
const entry = nodeCited(
  {
    id: "measure:cn-2025-announcement-18",
    label: "Licences for rare earths",
    type: "Measure",
    url: "https://x.org/id/measure:cn-2025-announcement-18?on=2025-05-01",
  },
  { valid: "2025-05-01", known: "2025-06-03" },
  TODAY,
);
const view = graphCited(
  { dataVersion: "21-abc", loadedAt: "2026-11-20T10:00:00Z" },
  { title: "Measures as of 28 Jun 2025", url: "https://x.org/measures" },
  NO_DAYS,
  TODAY,
);

describe("a citation", () => {
  it("is a sentence", () => {
    expect(citationIn("TEXT", source)).toBe(
      "MOFCOM: “Announcement No. 18 & 19: “rare earths” 100% 商务部”, Apr 2025. http://www.mofcom.gov.cn/a_b?c=1&d=2 (accessed 28 Nov 2026)",
    );
    expect(citationIn("TEXT", entry)).toBe(
      "“Licences for rare earths”, measure in trade-graph, as it stood on 1 May 2025, as known on 3 Jun 2025. https://x.org/id/measure:cn-2025-announcement-18?on=2025-05-01 (accessed 28 Nov 2026)",
    );
    expect(citationIn("TEXT", view)).toBe(
      "trade-graph: “Measures as of 28 Jun 2025”, data version 21-abc of 20 Nov 2026. https://x.org/measures (accessed 28 Nov 2026)",
    );
  });

  it("leaves out what a source lacks", () => {
    const bare = sourceCited({ id: "source:a", title: "A letter", publisher: null, publishedOn: null, url: null }, TODAY);
    expect(citationIn("TEXT", bare)).toBe("“A letter”.");
    expect(citationIn("BIBTEX", bare)).toBe("@misc{a,\n  title = {{A letter}},\n}");
    expect(JSON.parse(citationIn("CSL_JSON", bare))).toEqual([{ id: "a", type: "webpage", title: "A letter" }]);
    expect(citationIn("RIS", bare)).toBe("TY  - ELEC\r\nID  - a\r\nTI  - A letter\r\nER  - \r\n");
  });

  it("is an entry of BibTeX whose letters stay, and whose signs are TeX's", () => {
    expect(citationIn("BIBTEX", source)).toBe(
      [
        "@misc{mofcom-2025-18,",
        "  title = {{Announcement No. 18 \\& 19: “rare earths” 100\\% 商务部}},",
        "  howpublished = {MOFCOM},",
        "  year = {2025},",
        "  month = {4},",
        "  url = {http://www.mofcom.gov.cn/a_b?c=1&d=2},",
        "  urldate = {2026-11-28},",
        "}",
      ].join("\n"),
    );
  });

  it("is named by ASCII letters alone, whatever the title", () => {
    const keys = ["商务部", "Größe & Co", "  ", "a".repeat(200)].map(
      (title) => graphCited({ dataVersion: "0", loadedAt: null }, { title, url: null }, NO_DAYS, TODAY).key,
    );
    expect(keys).toEqual([
      `trade-graph-shangwubu-${TODAY}`,
      `trade-graph-grosse-co-${TODAY}`,
      `trade-graph-x-${TODAY}`,
      `trade-graph-${"a".repeat(40)}-${TODAY}`,
    ]);
  });
});

/** What another's reader finds in a citation: the fields that all forms have. */
function read(text: string): Record<string, unknown> {
  const [item, ...others] = new Cite(text).data as Record<string, unknown>[];
  expect(others).toEqual([]);
  const {
    id,
    title,
    publisher,
    URL: url,
    issued,
    note,
  } = item as { id: string; title: string; publisher: string; URL: string; issued?: { "date-parts": number[][] }; note?: string };
  return { id, title, publisher, url, issued: issued?.["date-parts"][0]?.map(Number) ?? null, note: note ?? null };
}

/** Signs that mean something in one of the forms, and letters of some scripts. */
const PIECES = [
  "a",
  "Z",
  " ",
  "é",
  "商",
  "ж",
  "&",
  "%",
  "$",
  "#",
  "_",
  "{",
  "}",
  "~",
  "^",
  "\\",
  '"',
  "'",
  "“",
  "-",
  ",",
  ".",
  "@",
  "=",
  "3",
] as const;

const wordsOf = (random: Random) =>
  `T${Array.from({ length: 1 + random.below(20) }, () => random.pick(PIECES)).join("")}t`.replaceAll(/\s+/g, " ");

describe("citations, read by citation-js", () => {
  it.each(seeds(24))("say in each form what is cited (seed %i)", (seed) => {
    const random = randomOf(seed);
    const issued = random.pick(["2025", "2025-04", "2025-04-04"]);
    const cited: Cited = sourceCited(
      {
        id: `source:k-${seed}`,
        title: wordsOf(random),
        publisher: wordsOf(random),
        publishedOn: issued,
        url: `https://x.org/${seed}?a=b&c=%20_~`,
      },
      TODAY,
    );
    const expected = {
      id: `k-${seed}`,
      title: cited.title,
      publisher: cited.publisher,
      url: cited.url,
      issued: issued.split("-").map(Number),
      note: null,
    };
    for (const format of CITATION_FORMATS)
      if (format !== "TEXT") expect([format, read(citationIn(format, cited))]).toEqual([format, expected]);
  });

  it("say of an entry of the graph what it is, and of which days", () => {
    for (const format of ["BIBTEX", "CSL_JSON", "RIS"] as const) {
      expect(read(citationIn(format, entry))).toMatchObject({
        title: "Licences for rare earths",
        note: "as it stood on 1 May 2025, as known on 3 Jun 2025",
      });
    }
  });
});
