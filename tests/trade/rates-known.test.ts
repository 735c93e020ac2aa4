import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

let seeded: Seeded;
beforeAll(async () => {
  seeded = await openSeeded();
});
afterAll(() => seeded?.close());

interface Layer {
  readonly measure: { readonly id: string };
  readonly state: string;
  readonly rate: number | null;
}
interface Rate {
  readonly total: number | null;
  readonly whyNoTotal: readonly string[];
  readonly notHeld: readonly string[];
  readonly layers: readonly Layer[];
}

const ask = async <T>(query: string) => {
  const { status, body } = await seeded.send(query);
  const { cost, warnings = [] } =
    (body as { extensions?: { cost?: { requested: number; actual: number }; warnings?: unknown[] } }).extensions ?? {};
  expect(cost?.actual, query).toBeLessThanOrEqual(cost?.requested ?? 0);
  return { status, data: body.data as T, errors: body.errors, warnings };
};
const rateOf = async (exporter: string, importer: string, hsCode: string, day: string, more = ""): Promise<Rate> => {
  const { data, errors } = await ask<{ effectiveRate: Rate }>(
    `{ effectiveRate(importer: "${importer}", exporter: "${exporter}", hsCode: "${hsCode}", on: "${day}"${more}) { total whyNoTotal notHeld layers { measure { id } state rate } } }`,
  );
  expect(errors).toBeUndefined();
  return data.effectiveRate;
};
const counted = ({ layers }: Rate) =>
  Object.fromEntries(
    layers.filter(({ state }) => state === "COUNTS").map(({ measure, rate }) => [measure.id.slice("measure:".length), rate]),
  );
const out = ({ layers }: Rate) =>
  Object.fromEntries(
    layers.filter(({ state }) => state !== "COUNTS").map(({ measure, state }) => [measure.id.slice("measure:".length), state]),
  );

/*
 * Layers as the orders and announcements have them (claims ut-01 to ut-13, ct-01 to ct-09, us-05), written down before the query ran. Brandy (220820) is on
 * no list of its own, magnets (850511) on that of section 301 from 2026 on, soybeans (120190) and coal (2701) on China's of March and February 2025.
 */
const FENTANYL = {
  10: { "us-2025-02-fentanyl-tariff": 10 },
  20: { "us-2025-03-fentanyl-tariff-20": 20 },
  cut: { "us-2025-11-fentanyl-tariff-cut": 10 },
};
const MAGNETS = { "us-2024-09-section-301-magnets": 25 };
const SURCHARGE = { "us-2026-02-section-122-surcharge": 10 };
const US_10 = { "us-2025-05-reciprocal-tariff-cut": 10 };
const CN_10 = { "cn-2025-05-tariff-cut": 10 };
const CN_84 = { "cn-2025-tariff-announcement-5": 84 };
const SOY = { "cn-2025-tariff-announcement-2-at-10": 10 };
const COAL = { "cn-2025-tariff-announcement-1-at-15": 15 };
const KNOWN: readonly (readonly [
  exporter: string,
  importer: string,
  hsCode: string,
  day: string,
  total: number,
  layers: Record<string, number>,
])[] = [
  ["CN", "US", "220820", "2025-02-03", 0, {}],
  ["CN", "US", "220820", "2025-02-04", 10, FENTANYL[10]],
  ["CN", "US", "220820", "2025-03-04", 20, FENTANYL[20]],
  ["CN", "US", "220820", "2025-04-09", 104, { ...FENTANYL[20], "us-2025-04-reciprocal-tariff-84": 84 }],
  ["CN", "US", "220820", "2025-04-10", 145, { ...FENTANYL[20], "us-2025-04-reciprocal-tariff-125": 125 }],
  ["CN", "US", "220820", "2025-05-14", 30, { ...FENTANYL[20], ...US_10 }],
  ["CN", "US", "220820", "2025-11-10", 20, { ...FENTANYL.cut, ...US_10 }],
  ["CN", "US", "220820", "2026-02-24", 10, SURCHARGE],
  ["CN", "US", "220820", "2026-07-24", 0, {}],
  ["CN", "US", "850511", "2025-11-10", 20, { ...FENTANYL.cut, ...US_10 }],
  ["CN", "US", "850511", "2026-02-24", 35, { ...MAGNETS, ...SURCHARGE }],
  ["US", "CN", "220820", "2025-02-03", 0, {}],
  ["US", "CN", "220820", "2025-02-04", 0, {}],
  ["US", "CN", "220820", "2025-03-04", 0, {}],
  ["US", "CN", "220820", "2025-04-09", 0, {}],
  ["US", "CN", "220820", "2025-04-10", 84, CN_84],
  ["US", "CN", "220820", "2025-04-12", 125, { "cn-2025-tariff-announcement-6": 125 }],
  ["US", "CN", "220820", "2025-05-14", 10, CN_10],
  ["US", "CN", "220820", "2025-11-10", 10, CN_10],
  ["US", "CN", "220820", "2026-02-24", 10, CN_10],
  ["US", "CN", "120190", "2025-03-04", 0, {}],
  ["US", "CN", "120190", "2025-04-09", 10, SOY],
  ["US", "CN", "120190", "2025-04-10", 94, { ...SOY, ...CN_84 }],
  ["US", "CN", "120190", "2025-05-14", 20, { ...SOY, ...CN_10 }],
  ["US", "CN", "120190", "2025-11-10", 10, CN_10],
  ["US", "CN", "2701", "2025-02-04", 0, {}],
  ["US", "CN", "2701", "2025-03-04", 15, COAL],
  ["US", "CN", "2701", "2025-04-10", 99, { ...COAL, ...CN_84 }],
  ["US", "CN", "2701", "2025-11-10", 25, { ...COAL, ...CN_10 }],
];

describe("the duties between the United States and China", () => {
  it.each(KNOWN)("on goods of %s in %s, HS %s, on %s: %d", async (exporter, importer, hsCode, day, total, layers) => {
    const rate = await rateOf(exporter, importer, hsCode, day);
    expect(counted(rate)).toEqual(layers);
    expect(rate.total).toBe(total);
    expect(rate.whyNoTotal).toEqual([]);
  });

  it("names what does not count, and why", async () => {
    expect(out(await rateOf("CN", "US", "850511", "2025-05-14"))).toEqual({
      "us-2024-09-section-301-magnets": "NOT_IN_FORCE",
      "us-2024-09-section-301-review": "IN_PARTS",
      "us-2025-02-fentanyl-tariff": "NOT_IN_FORCE",
      "us-2025-04-reciprocal-tariff-125": "NOT_IN_FORCE",
      "us-2025-04-reciprocal-tariff-84": "NOT_IN_FORCE",
      "us-2025-04-reciprocal-tariff-china": "NOT_IN_FORCE",
      "us-2025-04-reciprocal-tariff-china-10": "NOT_IN_FORCE",
    });
  });

  it("charges the tariff of section 232 in place of the reciprocal one, and beside that over fentanyl", async () => {
    const steel = await rateOf("CN", "US", "720851", "2025-06-04");
    expect(counted(steel)).toEqual({ ...FENTANYL[20], "us-2025-06-steel-aluminium-tariff-50": 50 });
    expect(steel.total).toBe(70);
    expect(out(steel)["us-2025-05-reciprocal-tariff-cut"]).toBe("GIVES_WAY");
    const cars = await rateOf("CN", "US", "8703", "2025-04-10");
    expect(counted(cars)).toEqual({ ...FENTANYL[20], "us-2025-03-car-tariff-cars": 25 });
    expect(out(cars)["us-2024-09-section-301-electric-cars"]).toBe("PART_OF_GOODS");
    const surcharge = await rateOf("CN", "US", "720851", "2026-03-01");
    expect(counted(surcharge)).toEqual({ "us-2025-06-steel-aluminium-tariff-50": 50 });
  });

  it("spares chips the reciprocal tariff, all of which is known since April 2025", async () => {
    const chips = await rateOf("CN", "US", "854231", "2025-05-14");
    expect(counted(chips)).toEqual({ ...FENTANYL[20], "us-2024-09-section-301-semiconductors": 50 });
    expect(out(chips)["us-2025-05-reciprocal-tariff-cut"]).toBe("GOODS_EXCLUDED");
    expect(out(await rateOf("CN", "US", "8541", "2025-05-14"))["us-2025-05-reciprocal-tariff-cut"]).toBe("PART_OF_GOODS");
    const asKnown = await rateOf("CN", "US", "854231", "2025-04-10", ', known: "2025-04-20"');
    expect(out(asKnown)["us-2025-04-reciprocal-tariff-125"]).toBe("GOODS_EXCLUDED");
    expect(
      counted(await rateOf("CN", "US", "854231", "2025-04-05", ', known: "2025-04-10"'))["us-2025-04-reciprocal-tariff-china-10"],
    ).toBe(10);
  });
});

describe("duties of others", () => {
  it("spares the United Kingdom the 50% on steel, and charges it 25%", async () => {
    const rate = await rateOf("GB", "US", "720851", "2025-07-01");
    expect(counted(rate)).toEqual({ "us-2025-06-steel-aluminium-tariff-uk": 25 });
    expect(out(rate)["us-2025-06-steel-aluminium-tariff-50"]).toBe("EXEMPT");
  });

  it("charges a member what its bloc does, and tells no sum where it follows from the firm", async () => {
    const cars = await rateOf("CN", "DE", "870380", "2025-01-01");
    expect(cars.total).toBeNull();
    expect(cars.whyNoTotal).toEqual(["ALTERNATIVES"]);
    expect(out(cars)).toMatchObject({
      "eu-2024-ev-duties": "IN_PARTS",
      "eu-2024-ev-duties-cooperating": "ALTERNATIVE",
      "eu-2024-ev-duties-others": "ALTERNATIVE",
    });
    expect(out(await rateOf("CN", "DE", "721012", "2025-07-01"))["eu-2025-tinplate-duties-baoshan"]).toBe("PART_OF_EXPORTER");
    expect((await rateOf("CN", "VN", "720839", "2025-04-01")).total).toBe(27.83);
    expect((await rateOf("CN", "VN", "720839", "2025-08-01")).whyNoTotal).toEqual(["NO_RATE"]);
  });

  it("says what is not in the graph: the ordinary duty, and what the importer's record and its blocs' name", async () => {
    const { notHeld } = await rateOf("CN", "DE", "721012", "2025-07-01");
    expect(notHeld[0]).toContain("ordinary duty");
    expect(notHeld).toContain("Safeguard duties on steel");
    expect((await rateOf("CN", "US", "850511", "2025-07-01")).notHeld.some((text) => text.includes("Section 301 duties"))).toBe(true);
    // Out of the Union since 2020.
    expect((await rateOf("CN", "GB", "721012", "2025-07-01")).notHeld).toHaveLength(1);
  });
});

describe("what is asked wrongly", () => {
  const FIELDS = "{ total }";

  it("is null with a warning where the graph lacks a country, and null for a code that it lacks", async () => {
    const { data, warnings } = await ask<{ effectiveRate: unknown }>(
      `{ effectiveRate(importer: "QQ", exporter: "CN", hsCode: "850511") ${FIELDS} }`,
    );
    expect(data.effectiveRate).toBeNull();
    expect(warnings).toMatchObject([{ code: "UNKNOWN_ID", path: ["effectiveRate"], id: "country:QQ" }]);
    const span = await ask<{ a: unknown[] }>(
      `{ a: effectiveRates(importer: "US", exporter: "QQ", hsCode: "850511", from: "2025-01-01", to: "2025-02-01") ${FIELDS} }`,
    );
    expect(span.data.a).toEqual([]);
    expect(span.warnings).toMatchObject([{ code: "UNKNOWN_ID", path: ["a"], id: "country:QQ" }]);
    const code = await ask<{ effectiveRate: unknown }>(`{ effectiveRate(importer: "US", exporter: "CN", hsCode: "999999") ${FIELDS} }`);
    expect(code.data.effectiveRate).toBeNull();
  });

  it.each([
    ["BAD_ID", `effectiveRate(importer: "firm:ford-motor", exporter: "CN", hsCode: "850511")`],
    ["BAD_FILTER", `effectiveRates(importer: "US", exporter: "CN", hsCode: "850511", from: "2025-03-01", to: "2025-02-28")`],
  ])("is refused: %s", async (code, field) => {
    const { body } = await seeded.send(`{ ${field} ${FIELDS} }`);
    expect(body.errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
  });

  it("is today's rate where no day is named, and that of @asOf where it is", async () => {
    const { data } = await ask<{ a: Rate; b: Rate }>(
      `query { a: effectiveRate(importer: "US", exporter: "CN", hsCode: "220820") @asOf(valid: "2025-04-10") ${FIELDS} b: effectiveRate(importer: "US", exporter: "CN", hsCode: "220820") { from until } }`,
    );
    expect(data.a.total).toBe(145);
    const today = new Date().toISOString().slice(0, 10);
    expect([{ from: today, until: today }]).toContainEqual(data.b);
  });
});
