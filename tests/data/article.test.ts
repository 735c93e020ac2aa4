import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

/** Every fact of the article, by sentence: H headline, D date line, F standfirst, S1 to S14 body, C caption. */
const FACTS = [
  ..."H.a H.b D.a F.a F.b F.c S1.a S1.b S1.c S1.d S2.a S2.b S3.a S3.b S3.c S4.a S4.b S4.c S5.a S5.b S6.a S7.a".split(" "),
  ..."S7.b S7.c S7.d C.a S8.a S8.b S8.c S8.d S9.a S9.b S9.c S10.a S10.b S10.c S10.d S11.a S11.b S12.a S12.b S12.c S13.a S13.b S13.c S14.a S14.b".split(
    " ",
  ),
];
const ARTICLE = "nation-thailand-2025-06-28";

interface Claim {
  readonly id: string;
  readonly source?: string;
  readonly locator?: string;
  readonly quote?: string;
  readonly statement?: string;
}

const text = readFileSync("seed/article.yaml", "utf8");
const { claims }: { claims: Claim[] } = parse(text);
/** What the file says besides its claims: records and edges. */
const structure = text.slice(text.indexOf("\nagreements:"));

describe("seed/article.yaml", () => {
  it("the article has 47 facts", () => {
    expect(new Set(FACTS).size).toBe(47);
  });

  it.each(FACTS)("the article's fact %s has a claim with a quote and a statement", (fact) => {
    const claim = claims.find(({ id }) => id === `article-${fact.toLowerCase().replace(".", "-")}`);
    expect(claim).toMatchObject({ source: ARTICLE, locator: fact, quote: expect.any(String), statement: expect.any(String) });
  });

  it("every claim of the article has it as its source, and quotes less than 15 words", () => {
    expect(claims.filter(({ source }) => source !== ARTICLE)).toEqual([]);
    expect(claims.filter(({ quote }) => (quote ?? "").split(/\s+/).length >= 15)).toEqual([]);
  });

  it("every claim of the article has an id of its own, and the sentence of a fact as its locator", () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    expect(claims.filter(({ locator }) => !FACTS.includes(locator ?? ""))).toEqual([]);
  });

  it("every edge of the article is dated", () => {
    const undated = structure.split("\n").filter((line) => /[{ ]to: /.test(line) && !/since: |field: /.test(line));
    expect(undated).toEqual([]);
  });
});
