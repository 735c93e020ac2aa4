import type { Value } from "../../src/engine/port.ts";

/** A node of the world, as it is stored. */
export interface WorldNode {
  readonly type: string;
  readonly id: string;
  readonly properties: Readonly<Record<string, Value>>;
}

/** An edge of the world, as it is stored. */
export interface WorldEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** What distinguishes edges between the same two nodes, the first that differs first. */
  readonly distinction: readonly string[];
  readonly properties: Readonly<Record<string, Value>>;
}

type Properties = Readonly<Record<string, Value>>;

/** Edges of claims carry neither dates nor claims. */
const UNDATED = ["STATED_IN", "ABOUT", "CONTRADICTS"];

function node(type: string, id: string, properties: Properties): WorldNode {
  return { type, id, properties: { id, ...properties } };
}

function edge(from: string, type: string, to: string, properties: Properties = {}): WorldEdge {
  const undated = UNDATED.includes(type);
  const said = undated ? [properties.field, properties.value, properties.since] : [properties.since];
  const distinction = [...said.map((v) => String(v ?? "")), from];
  return { type, from, to, distinction, properties: { bundles: ["world"], ...(undated ? {} : { claims: [] }), ...properties } };
}

/** Every precision of date there is, twice some of them, and none. */
const DATES = [null, "2018", "2018-03", "2018-03-23", "2018-03-23", "2019-12-31", "2020-01", "2024-02-29", "2025", "2025-04", null];
const RATES = [null, 10, 12.5, 25, 25, 0, -1.5, 145];
const KINDS = ["TARIFF", "BAN", "QUOTA", "LICENSING", "TARIFF"];
const at = <T>(list: readonly T[], i: number): T | null => list[i % list.length] ?? null;
const without = (properties: Properties): Properties => Object.fromEntries(Object.entries(properties).filter(([, v]) => v !== null));

const country = (code: string, name: string, kind: string, more: Properties = {}) =>
  node("Country", `country:${code}`, { name, kind, aliases: [], ...more });
const commodity = (key: string, level: string, more: Properties = {}) =>
  node("Commodity", `commodity:${key}`, { name: `Goods of ${key}`, level, aliases: [], eccn: [], ...more });
const firm = (key: string, name: string, more: Properties = {}) =>
  node("Firm", `firm:${key}`, { name, kind: "COMPANY", aliases: [], ...more });
const agency = (key: string, name: string, kind: string, more: Properties = {}) =>
  node("Agency", `agency:${key}`, { name, kind, aliases: [], ...more });
const event = (key: string, title: string, more: Properties = {}) =>
  node("Event", `event:${key}`, { title, kind: "TALKS", aliases: [], figures: [], ...more });

/** A list longer than a page, with ties and gaps in every property that orders it. */
const manyMeasures = Array.from({ length: 26 }, (_, i) => {
  const announcedOn = at(DATES, i);
  return node(
    "Measure",
    `measure:m${String(i).padStart(2, "0")}`,
    without({
      title: i % 4 === 0 ? "Round of tariffs" : `Measure ${i}`,
      kind: at(KINDS, i),
      effect: i % 3 === 0 ? "LIBERALISING" : "RESTRICTING",
      flow: at(["IMPORT", null, "EXPORT"], i),
      announcedOn,
      date: announcedOn,
      inForceFrom: at(DATES, i + 3),
      rate: at(RATES, i),
      rateUnit: at(RATES, i) === null ? null : "PERCENT",
      aliases: i % 5 === 0 ? ["稀土", "Rare Earths"] : [],
      ...(i % 6 === 2 ? { amount: 1000 * i, unit: i % 4 === 0 ? "EUR" : "TON", per: "YEAR" } : {}),
      ...(i % 7 === 3 ? { onlyFor: ["MILITARY_END_USE", "MILITARY_END_USER"], alsoFor: [], notFor: ["TRANSIT"] } : {}),
    }),
  );
});

const plants = Array.from({ length: 23 }, (_, i) =>
  firm(`p${String(i).padStart(2, "0")}`, at(["Plant", "plant", "Ärzte & Söhne", "稀土厂", "Plant 9", "Plant 10"], i) ?? "", {
    ...without({ ticker: at([null, "PLT", "AAA", "zzz"], i), lei: i % 7 === 0 ? `LEI${i}` : null }),
  }),
);

/** Hand-made nodes: a few of every type, some without any edge, one without its lists. */
const few: readonly WorldNode[] = [
  country("CN", "China", "STATE", { iso2: "CN", iso3: "CHN", aliases: ["PRC", "中国"], summary: "A state." }),
  country("US", "United States", "STATE", { iso2: "US", iso3: "USA", aliases: ["USA", "Ἀμερική"] }),
  country("DE", "Germany", "STATE", { iso2: "DE", iso3: "DEU" }),
  country("GB", "United Kingdom", "STATE", { iso2: "GB", iso3: "GBR" }),
  country("HR", "Croatia", "STATE", { iso2: "HR", iso3: "HRV" }),
  country("RU", "Russia", "STATE", { iso2: "RU", iso3: "RUS" }),
  country("AX", "😀 Åland", "TERRITORY", { iso2: "AX", iso3: "ALA" }),
  country("FA", "Ａland", "TERRITORY", { iso2: "FA" }),
  country("EU", "European Union", "CUSTOMS_UNION", { code: "EU" }),
  country("G7", "Group of Seven", "GROUP", { code: "G7" }),
  agency("us-commerce", "Department of Commerce", "MINISTRY", { acronym: "DOC" }),
  agency("us-bis", "Bureau of Industry and Security", "REGULATOR", { acronym: "BIS", recordedOn: "2018-03-01" }),
  agency("cn-mofcom", "Ministry of Commerce", "MINISTRY", { acronym: "MOFCOM", nativeName: "商务部" }),
  agency("eu-trade", "DG Trade", "MINISTRY"),
  agency("wto", "World Trade Organization", "INTERNATIONAL"),
  firm("ford", "Ford", { ticker: "F", aliases: ["Ford Motor"] }),
  firm("umlaut", 'Ümlaut "& Söhne"\' `x`'),
  node("Firm", "firm:bare", { name: "Bare", kind: "PRESS" }),
  node("Person", "person:t", { name: "T", aliases: [] }),
  node("Person", "person:nobody", { name: "Nobody", aliases: [] }),
  commodity("hs-xvi", "SECTION", { hsCode: "XVI", hsEdition: "2022" }),
  commodity("hs-85", "CHAPTER", { hsCode: "85", hsEdition: "2022" }),
  commodity("hs-8505", "HEADING", { hsCode: "8505", hsEdition: "2022" }),
  commodity("hs-850511", "SUBHEADING", { hsCode: "850511", hsEdition: "2022", eccn: ["3D991", "0A998"] }),
  commodity("hs-01", "CHAPTER", { hsCode: "01", hsEdition: "2022" }),
  commodity("magnets", "GROUP", { aliases: ["permanent magnets"] }),
  commodity("critical", "GROUP"),
  node("Agreement", "agreement:geneva", {
    title: "Geneva",
    kind: "TRUCE",
    status: "REACHED",
    reachedOn: "2025-05-12",
    date: "2025-05-12",
    aliases: [],
  }),
  node("Agreement", "agreement:old", { title: "Old", kind: "TREATY", status: "SIGNED", aliases: [] }),
  node("Commitment", "commitment:pause", {
    title: "Pause",
    status: "UNDER_WAY",
    pledgedOn: "2025-05",
    date: "2025-05",
    aliases: [],
    amount: 12e6,
    unit: "TON",
    per: "TOTAL",
    rate: 10,
    rateUnit: "PERCENT",
  }),
  node("Commitment", "commitment:alone", { title: "Alone", status: "PLEDGED", aliases: [] }),
  event("call", "Call", {
    kind: "CALL",
    startedOn: "2025-06-05",
    date: "2025-06-05",
    figures: [
      JSON.stringify({ name: "minutes", value: 90, unit: "min" }),
      JSON.stringify({ name: "a", value: 0.5, unit: "t", period: "2025-05" }),
    ],
  }),
  event("talks", "Talks", { startedOn: "2025-05-10", endedOn: "2025-05-12", date: "2025-05-10", place: "Genève" }),
  event("day-one", "First day of talks", { startedOn: "2025", date: "2025" }),
  event("undated", "Something, some day"),
  node("Source", "source:press", { title: "Press", reliability: "PRESS", publishedOn: "2025-06-06", url: "https://example.org/稀土" }),
  node("Source", "source:old", { title: "Old", reliability: "OFFICIAL" }),
  node("Claim", "claim:a", { quote: "q", certainty: "REPORTED", recordedOn: "2025-06-06" }),
  node("Claim", "claim:b", { statement: "Not so.", certainty: "ALLEGED", locator: "p. 2" }),
  node("Claim", "claim:c", { certainty: "FORECAST" }),
];

const links: readonly WorldEdge[] = [
  edge("country:DE", "PART_OF", "country:EU", { since: "1958-01-01" }),
  edge("country:GB", "PART_OF", "country:EU", { since: "1973-01-01", until: "2020-01-31" }),
  edge("country:HR", "PART_OF", "country:EU", { since: "2019-07" }),
  edge("country:EU", "PART_OF", "country:G7", { since: "2018-03-23" }),
  edge("country:US", "PART_OF", "country:G7"),
  edge("country:RU", "PART_OF", "country:G7", { since: "1997", until: "2018" }),
  edge("country:RU", "PART_OF", "country:G7", { since: "2025-04-02", claims: ["claim:c"], certainty: "FORECAST" }),
  edge("agency:us-commerce", "PART_OF", "country:US"),
  edge("agency:us-bis", "PART_OF", "agency:us-commerce"),
  edge("agency:cn-mofcom", "PART_OF", "country:CN", { since: "2003" }),
  edge("agency:eu-trade", "PART_OF", "country:EU"),
  edge("commodity:hs-85", "PART_OF", "commodity:hs-xvi"),
  edge("commodity:hs-8505", "PART_OF", "commodity:hs-85"),
  edge("commodity:hs-850511", "PART_OF", "commodity:hs-8505"),
  edge("commodity:hs-850511", "PART_OF", "commodity:magnets"),
  edge("commodity:magnets", "PART_OF", "commodity:critical"),
  edge("event:day-one", "PART_OF", "event:talks"),
  edge("measure:m01", "PART_OF", "measure:m00"),
  edge("person:t", "HOLDS_OFFICE", "country:US", { since: "2017-01-20", until: "2021-01-20", title: "President" }),
  edge("person:t", "HOLDS_OFFICE", "country:US", { since: "2025-01-20", title: "President", claims: ["claim:a"] }),
  edge("person:t", "HOLDS_OFFICE", "firm:umlaut"),
  edge("firm:ford", "HEADQUARTERED_IN", "country:US"),
  edge("firm:umlaut", "HEADQUARTERED_IN", "country:DE", { since: "1999-12-31", note: "Straße" }),
  edge("firm:p01", "SUBSIDIARY_OF", "firm:ford", { until: "2020" }),
  edge("country:CN", "PRODUCES", "commodity:magnets", { share: 0.9, period: "2024" }),
  edge("firm:ford", "USES", "commodity:magnets", { amount: 12, unit: "TON", per: "YEAR" }),
  edge("firm:ford", "USES", "commodity:hs-8505", { amount: 1.5, unit: "TON", per: "TOTAL", period: "2025-05" }),
  edge("event:call", "CONCERNS", "measure:m01"),
  edge("event:call", "CONCERNS", "measure:m00", { note: "in passing" }),
  edge("event:call", "CONCERNS", "commodity:magnets", {
    claims: ["claim:b", "claim:a"],
    certainty: "REPORTED",
    recordedOn: "2025-06-06",
    evidence: ["0|2025-06-06|source:a", "1||source:b"],
  }),
  edge("event:call", "CONCERNS", "event:day-one"),
  edge("event:call", "CONCERNS", "firm:ford"),
  edge("event:call", "CONCERNS", "country:EU"),
  edge("commitment:pause", "CONCERNS", "measure:m02"),
  edge("agreement:geneva", "CONCERNS", "commodity:hs-850511"),
  edge("country:US", "PARTICIPATES_IN", "event:call", { role: "PARTY" }),
  edge("country:CN", "PARTICIPATES_IN", "event:call", { role: "HOST", claims: ["claim:a"] }),
  edge("person:t", "PARTICIPATES_IN", "event:call", { role: "SPEAKER" }),
  edge("agency:us-bis", "PARTICIPATES_IN", "event:talks"),
  edge("firm:bare", "PARTICIPATES_IN", "agreement:geneva", { role: "REPORTER" }),
  edge("country:GB", "PARTICIPATES_IN", "agreement:geneva"),
  edge("agreement:geneva", "COMMITS", "commitment:pause"),
  edge("commitment:pause", "UNDERTAKEN_BY", "country:CN"),
  edge("commitment:pause", "UNDERTAKEN_BY", "agency:eu-trade"),
  edge("measure:m03", "IMPLEMENTS", "agreement:geneva"),
  edge("measure:m02", "RETALIATES_AGAINST", "measure:m01", { certainty: "INFERRED" }),
  edge("measure:m03", "RETALIATES_AGAINST", "measure:m02"),
  edge("measure:m04", "RAISES", "measure:m03"),
  edge("event:talks", "RAISES", "measure:m03"),
  edge("event:call", "RETALIATES_AGAINST", "measure:m01", { since: "2025-06" }),
  edge("firm:ford", "SUPPORTS", "measure:m01", { since: "2025-04", until: "2025-06" }),
  edge("country:DE", "SUPPORTS", "agreement:geneva"),
  edge("firm:umlaut", "OPPOSES", "measure:m01", { since: "2025-04-03", certainty: "UNVERIFIED", claims: ["claim:b"] }),
  edge("person:t", "OPPOSES", "event:talks"),
  edge("agreement:geneva", "SUSPENDS", "measure:m03", {
    since: "2025-05-14",
    until: "2025-08-12",
    claims: ["claim:a", "claim:b", "claim:c"],
  }),
  edge("event:call", "EASES", "measure:m03"),
  edge("event:call", "FOLLOWS", "event:talks"),
  edge("measure:m04", "CAUSES", "event:talks"),
  edge("event:call", "RESPONDS_TO", "measure:m04"),
  edge("measure:m04", "AFFECTS", "country:DE", { effect: "HARMED" }),
  edge("measure:m05", "AFFECTS", "country:GB", { effect: "HARMED" }),
  edge("event:talks", "AFFECTS", "country:GB"),
  edge("event:call", "AFFECTS", "firm:ford", { effect: "BENEFITED", since: "2025-06" }),
  edge("claim:a", "STATED_IN", "source:press"),
  edge("claim:b", "STATED_IN", "source:press"),
  edge("claim:c", "STATED_IN", "source:old"),
  edge("claim:b", "CONTRADICTS", "claim:a"),
  edge("claim:a", "ABOUT", "measure:m01", { field: "title", value: "x" }),
  edge("claim:a", "ABOUT", "measure:m01", { field: "rate", value: "25" }),
  edge("claim:a", "ABOUT", "event:call"),
  edge("claim:b", "ABOUT", "firm:ford"),
];

/** Each measure has one who imposes it, one or two targets, and now and then a commodity; two have the same target twice. */
const aimed: readonly WorldEdge[] = manyMeasures.flatMap(({ id }, i) => [
  edge(
    id,
    "IMPOSED_BY",
    at(["agency:us-bis", "country:CN", "agency:eu-trade", "country:US"], i) ?? "",
    i % 6 === 0 ? { claims: ["claim:a"], evidence: ["0|2025-03|source:a"] } : {},
  ),
  edge(
    id,
    "TARGETS",
    at(["country:CN", "country:GB", "country:EU", "country:RU", "firm:ford", "country:HR", "agency:cn-mofcom"], i) ?? "",
    {
      ...without({
        scope: at([null, "FIRMS", "ALL", null, "GOODS"], i),
        since: at(DATES, i + 5),
        until: i % 4 === 1 ? "2025-05" : null,
        note: i % 9 === 0 ? "Steel" : null,
      }),
    },
  ),
  ...(i % 11 === 0
    ? [
        edge(id, "TARGETS", "country:CN", {
          since: "2025-02-04",
          certainty: "CONFIRMED",
          claims: ["claim:a", "claim:b"],
          evidence: ["1|2025-02-05|source:a"],
        }),
      ]
    : []),
  ...(i % 3 === 0 ? [edge(id, "TARGETS", "country:AX")] : []),
  ...(i % 2 === 0
    ? [
        edge(
          id,
          "COVERS",
          at(["commodity:hs-850511", "commodity:hs-85", "commodity:magnets"], i / 2) ?? "",
          without(
            i % 4 === 0
              ? { priorRate: i % 8 === 0 ? 0 : null, newRate: 2.5 * i, rateUnit: "PERCENT" }
              : i % 6 === 0
                ? { quota: 100 * i, quotaUnit: "PIECE", quotaPer: "YEAR", inQuotaRate: 10, outOfQuotaRate: 25, rateUnit: "PERCENT" }
                : {},
          ),
        ),
      ]
    : []),
  ...(i === 7 ? [edge(id, "EXEMPTS", "firm:ford")] : []),
]);

const seats: readonly WorldEdge[] = plants.map(({ id }, i) =>
  edge(id, "HEADQUARTERED_IN", "country:CN", without({ since: at(DATES, i), certainty: at(["CONFIRMED", null], i) })),
);

/** One awkward tiny world: what answers are computed from in memory, and what is written to the engines. */
export const world: { readonly nodes: readonly WorldNode[]; readonly edges: readonly WorldEdge[] } = {
  nodes: [...few, ...manyMeasures, ...plants],
  edges: [...links, ...aimed, ...seats],
};
