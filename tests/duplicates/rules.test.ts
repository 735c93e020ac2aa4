import { describe, expect, it } from "vitest";
import { nameOf } from "../../src/duplicates/names.ts";
import { proposalsOf } from "../../src/duplicates/proposals.ts";

/** A firm as candidates.ts reads it. */
interface Firm {
  readonly id: string;
  readonly names: readonly string[];
  readonly lei?: string;
  readonly wikidata?: string;
  readonly kind?: string;
  readonly country?: string;
  readonly owner?: string;
  readonly number?: string;
}

const candidate = ({ id, names, lei, wikidata, kind = "COMPANY", country, owner, number }: Firm) => ({
  id,
  label: names[0] ?? id,
  names: names.map(nameOf).filter((name) => name !== null),
  identifiers: new Map(Object.entries({ lei, wikidata }).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  numbered: number === undefined ? [] : [number],
  kind,
  countries: country === undefined ? [] : [country],
  kin: owner === undefined ? [] : [owner],
});

describe("a name as it is compared", () => {
  it.each([
    ["Huawei Technologies Co., Ltd.", "huawei technologies", "limited"],
    ["华为技术有限公司", "huaweijishu", "limited"],
    ["华为技术股份有限公司", "huaweijishu", "limited"],
    ["三菱重工業株式会社", "sanlingzhonggongye", "limited"],
    ["삼성전자 주식회사", "samseongjeonja", "limited"],
    ["ООО «Газпром экспорт»", "gazprom export", "limited"],
    ["Gazprom Export LLC", "gazprom export", "limited"],
    ["PAO Sovcomflot", "sovcomflot", "stock"],
    ["The Boeing Company", "boeing", "company"],
    ["Müller & Söhne GmbH & Co. KG", "muller and sohne", "limited"],
    ["S.A.B.I.C.", "sabic", ""],
    ["Ltd.", "ltd", ""],
    ["No. 23 Research Institute", "no 23 research institute", ""],
  ])("%s is %s", (text, words, forms) => {
    const name = nameOf(text);
    expect([name?.words.join(" "), name?.forms.join(" ")]).toEqual([words, forms]);
  });

  it("is none where nothing of it is a letter or a digit", () => {
    expect(nameOf("—")).toBeNull();
  });
});

describe("whether two firms are one", () => {
  const LEI = "5493000IBP32UQZ0KL24";
  /** Two firms, the score of their pair, and a word of each doubt; a score of null: not proposed however low the score may be. */
  const PAIRS: readonly (readonly [string, Firm, Firm, number | null, readonly string[]])[] = [
    ["one LEI", { id: "a", names: ["Alpha"], lei: LEI }, { id: "b", names: ["Omega"], lei: LEI }, 1, []],
    [
      "one LEI, whatever else differs",
      { id: "a", names: ["Alpha"], lei: LEI, country: "CN" },
      { id: "b", names: ["Omega"], lei: LEI, country: "US", kind: "PRESS" },
      1,
      ["leads to", "kinds"],
    ],
    ["two LEIs", { id: "a", names: ["Alpha"], lei: LEI }, { id: "b", names: ["Alpha"], lei: "969500UP76J52A9OXU27" }, null, []],
    ["one number", { id: "a", names: ["Alpha"], number: "ofac-19066" }, { id: "b", names: ["Omega"], number: "ofac-19066" }, 0.9, []],
    ["one name", { id: "a", names: ["Acme Metals"] }, { id: "b", names: ["ACME METALS"] }, 0.8, []],
    [
      "one name and country, legal form said by one",
      { id: "a", names: ["Acme Metals"], country: "CN" },
      { id: "b", names: ["Acme Metals Co., Ltd."], country: "CN" },
      0.9,
      [],
    ],
    [
      "one name, form and country",
      { id: "a", names: ["Acme Metals Limited"], country: "CN" },
      { id: "b", names: ["Acme Metals Ltd"], country: "CN" },
      0.95,
      [],
    ],
    ["blanks and order", { id: "a", names: ["Metals Acme"] }, { id: "b", names: ["AcmeMetals", "Acme Metals"] }, 0.8, []],
    ["other scripts", { id: "a", names: ["Газпром экспорт"] }, { id: "b", names: ["Gazprom Export"] }, 0.8, []],
    ["a letter too few among sixteen", { id: "a", names: ["Acmemetalsforall"] }, { id: "b", names: ["Acmemetalsforal"] }, 0.68, []],
    ["other numbers", { id: "a", names: ["Research Institute 23"] }, { id: "b", names: ["Research Institute 24"] }, null, []],
    ["nothing but a word in common", { id: "a", names: ["Acme Metals"] }, { id: "b", names: ["Acme Shipping"] }, null, []],
    ["a short name", { id: "a", names: ["ABC"] }, { id: "b", names: ["ABC"] }, 0.4, []],
    [
      "other countries",
      { id: "a", names: ["Acme Metals"], country: "CN" },
      { id: "b", names: ["Acme Metals"], country: "US" },
      0.55,
      ["leads to"],
    ],
    ["owner and owned", { id: "a", names: ["Acme Metals"] }, { id: "b", names: ["Acme Metals Ltd"], owner: "a" }, 0.3, ["owner"]],
    [
      "two items of Wikidata",
      { id: "a", names: ["Acme Metals"], wikidata: "Q1" },
      { id: "b", names: ["Acme Metals"], wikidata: "Q2" },
      0.5,
      ["Wikidata"],
    ],
    [
      "other kinds and forms",
      { id: "a", names: ["Acme Metals AG"] },
      { id: "b", names: ["Acme Metals Ltd"], kind: "OTHER" },
      0.6,
      ["forms", "kinds"],
    ],
  ];
  it.each(PAIRS)("%s", (_, a, b, score, doubts) => {
    const [found, ...more] = proposalsOf([candidate(a), candidate(b)], 0).proposals;
    expect(more).toEqual([]);
    expect(found?.score ?? null).toBe(score);
    expect(found?.doubts.length ?? 0).toBe(doubts.length);
    for (const [place, word] of doubts.entries()) expect(found?.doubts[place]).toContain(word);
  });

  it("finds the same whatever the order of the firms, the likeliest first, and keeps the one that is known best", () => {
    const firms = [
      candidate({ id: "firm:c", names: ["Acme Metals"], lei: LEI }),
      candidate({ id: "firm:b", names: ["Acme Metals", "Acme"] }),
      candidate({ id: "firm:a", names: ["Acme Metals"] }),
      candidate({ id: "firm:z", names: ["Other"] }),
    ];
    const { proposals } = proposalsOf(firms, 0.8);
    expect(proposals.map(({ from, into }) => [from.id, into.id])).toEqual([
      ["firm:a", "firm:b"],
      ["firm:a", "firm:c"],
      ["firm:b", "firm:c"],
    ]);
    expect(proposalsOf(firms.toReversed(), 0.8).proposals).toEqual(proposals);
  });

  it("tells which words too many firms have, and still compares firms of one name", () => {
    const many = Array.from({ length: 70 }, (_, i) => candidate({ id: `firm:${i}`, names: [`Metals ${"abcdefgh"[i % 8]}${i}x`] }));
    const twins = [candidate({ id: "firm:t1", names: ["Metals"] }), candidate({ id: "firm:t2", names: ["Metals"] })];
    const { proposals, left } = proposalsOf([...many, ...twins], 0.8);
    expect(left).toContain("metals");
    expect(proposals.map(({ from, into }) => [from.id, into.id])).toEqual([["firm:t2", "firm:t1"]]);
  });
});
