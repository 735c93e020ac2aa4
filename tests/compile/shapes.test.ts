import { describe, expect, it } from "vitest";
import { type Construct, constructs } from "./constructs.ts";
import { measuresOf, statementOf, statementsOf } from "./statement-of.ts";

const textOf = async (query: string, variables?: Construct["variables"]) => (await statementOf(query, variables)).text;
const filtered = (filter: string) => `{ measures(filter: ${filter}) { nodes { id } } }`;

/** What breaks out of a text that values are pasted into. */
const INJECTIONS = [
  `") DETACH DELETE n //`,
  "'",
  `' OR 1=1 //`,
  "`",
  "$p0",
  "\\",
  "\\u0027}) DETACH DELETE n //",
  "稀土–Ω😀",
  "\u0000",
  "/*search*/",
  "$&",
];

describe("the text of a statement", () => {
  it.each([
    ["ids", filtered(`{id: ["measure:a"]}`), filtered(`{id: ["measure:b", "measure:c"]}`)],
    ["texts", filtered(`{title: {contains: "a"}}`), filtered(`{title: {contains: "b"}}`)],
    ["numbers", filtered("{rate: {min: 1}}"), filtered("{rate: {min: 2.5}}")],
    ["dates", filtered(`{announcedOn: {from: "2025"}}`), filtered(`{announcedOn: {from: "2024-02-29"}}`)],
    ["members of a list of enum values", filtered("{kind: [TARIFF]}"), filtered("{kind: [BAN, QUOTA]}")],
    ["sizes of a page", "{ measures(first: 1) { nodes { id } } }", "{ measures(first: 200) { nodes { id } } }"],
    ["words", `{ search(text: "a") { score } }`, `{ search(text: "b c") { score } }`],
    ["aliases", "{ measures { a: nodes { b: id } } }", "{ measures { c: nodes { d: id } } }"],
    ["aliases of the root field", "{ measures { nodes { id } } }", "{ x: measures { nodes { id } } }"],
  ])("the text of a statement is the same for other %s", async (_, one, other) => {
    expect(await textOf(one)).toBe(await textOf(other));
  });

  it("a statement is the same whether values stand in the operation or in its variables", async () => {
    const written = `{ measures(first: 3, filter: {targets: ["country:US"], rate: {min: 5}, title: {startsWith: "T"}}) { nodes { id } } }`;
    const given = `query ($n: Int, $t: [ID!], $r: Float, $s: String) {
      measures(first: $n, filter: {targets: $t, rate: {min: $r}, title: {startsWith: $s}}) { nodes { id } } }`;
    const whole = "query ($n: Int, $f: MeasureFilter) { measures(first: $n, filter: $f) { nodes { id } } }";
    const filter = { targets: ["country:US"], rate: { min: 5 }, title: { startsWith: "T" } };
    const statement = await statementOf(written);
    expect(await statementOf(given, { n: 3, t: ["country:US"], r: 5, s: "T" })).toEqual(statement);
    expect(await statementOf(whole, { n: 3, f: filter })).toEqual(statement);
    expect(Object.values(statement.params)).toEqual(expect.arrayContaining([["country:US"], 5, "T"]));
  });

  it.each(INJECTIONS)("the text of a statement never holds a value of a filter: %j", async (bad) => {
    const query = `query ($text: String!) {
      measures(filter: {title: {is: [$text], contains: $text, startsWith: $text}
        targetsWhere: {node: {summary: {is: [$text]}}, edge: {note: {contains: $text}}}}) { nodes { id } } }`;
    const statement = await statementOf(query, { text: bad });
    expect(statement.text).toBe(await textOf(query, { text: "a" }));
    expect(JSON.stringify(statement.params)).toContain(JSON.stringify(bad));
  });

  it.each(INJECTIONS)(
    "the text of a statement never holds what was given for an id, not even where the id that was meant is looked for: %j",
    async (bad) => {
      const queries = [
        "query ($v: ID!) { firm(id: $v) { id } }",
        "query ($v: ID!) { firms(filter: {id: [$v]}) { totalCount } }",
        "query ($v: ID!) { measures(filter: {any: [{targetsWhere: {node: {firms: [$v]}}}]}) { totalCount } }",
      ];
      for (const query of queries) {
        // A key of the same length, of which as many neighbours are looked up.
        const texts = async (v: string) => (await statementsOf(query, { v }).catch(() => [])).map(({ text }) => text);
        expect(await texts(bad)).toEqual(await texts("?".repeat(bad.length)));
      }
    },
  );

  it.each(INJECTIONS)("the text of a statement never holds a searched word or a literal: %j", async (bad) => {
    expect(await textOf("query ($v: String!) { search(text: $v) { score } }", { v: bad })).toBe(
      await textOf(`{ search(text: "a") { score } }`),
    );
    expect(await textOf(filtered(`{title: {is: [${JSON.stringify(bad)}]}}`))).toBe(await textOf(filtered(`{title: {is: ["a"]}}`)));
  });

  it("the text of a statement never holds what a cursor holds", async () => {
    const query = "query ($after: String) { measures(after: $after) { nodes { id } } }";
    const cursor = (id: string) => Buffer.from(JSON.stringify(["Measure:", id])).toString("base64url");
    for (const bad of INJECTIONS)
      expect(await textOf(query, { after: cursor(bad) })).toBe(await textOf(query, { after: cursor("measure:a") }));
  });

  it("an invalid code is refused before any statement runs", async () => {
    await expect(statementOf("query ($c: CountryCode!) { country(code: $c) { id } }", { c: "'})" })).rejects.toThrow("CountryCode");
    await expect(statementOf("query ($c: HsCode!) { commodity(hsCode: $c) { id } }", { c: "85`" })).rejects.toThrow("HsCode");
  });

  it("a construct is compiled to the same statement each time", async () => {
    for (const { query, variables } of Object.values(constructs))
      expect(await statementOf(query, variables)).toEqual(await statementOf(query, variables));
  });
});

describe("keeping what was compiled", () => {
  it("a compiled statement is kept for the same operation and shape of variables", () => {
    const compiled = measuresOf("query ($f: MeasureFilter, $n: Int) { measures(filter: $f, first: $n) { nodes { id } } }");
    const one = compiled({ f: { title: { contains: "a" } }, n: 1 });
    expect(compiled({ f: { title: { contains: "b" } }, n: 20 })).toBe(one);
    expect(Object.values(one.bind({ f: { title: { contains: "c" } }, n: 20 }))).toEqual(expect.arrayContaining(["c", 20]));
  });

  it.each<[string, string, Construct["variables"], Construct["variables"]]>([
    [
      "with first alone, and with a cursor",
      "query ($n: Int, $a: String) { measures(first: $n, after: $a) { nodes { id } } }",
      { n: 1 },
      { n: 1, a: "x" },
    ],
    ["from the start, and from the end", "query ($n: Int, $l: Int) { measures(first: $n, last: $l) { nodes { id } } }", { n: 1 }, { l: 1 }],
    [
      "without a filter, and with one",
      "query ($f: MeasureFilter) { measures(filter: $f) { nodes { id } } }",
      { f: null },
      { f: { rate: { min: 1 } } },
    ],
    [
      "with other fields of a filter",
      "query ($f: MeasureFilter) { measures(filter: $f) { nodes { id } } }",
      { f: { rate: { min: 1 } } },
      { f: { rate: { max: 1 } } },
    ],
    [
      "ordered one way, and the other",
      "query ($d: SortDirection!) { measures(orderBy: [{field: TITLE, direction: $d}]) { nodes { id } } }",
      { d: "ASC" },
      { d: "DESC" },
    ],
    [
      "ordered by other fields",
      "query ($o: [MeasureOrder!]) { measures(orderBy: $o) { nodes { id } } }",
      { o: [{ field: "TITLE" }] },
      { o: [{ field: "RATE" }] },
    ],
    [
      "ordered by more fields",
      "query ($o: [MeasureOrder!]) { measures(orderBy: $o) { nodes { id } } }",
      { o: [{ field: "TITLE" }] },
      { o: [{ field: "TITLE" }, { field: "RATE" }] },
    ],
    [
      "with a field, and without it",
      "query ($y: Boolean!) { measures { nodes { id title @include(if: $y) } } }",
      { y: true },
      { y: false },
    ],
    [
      "with more alternatives",
      "query ($any: [MeasureFilter!]) { measures(filter: {any: $any}) { nodes { id } } }",
      { any: [{ rate: { min: 1 } }] },
      { any: [{ rate: { min: 1 } }, { rate: { min: 2 } }] },
    ],
    [
      "where something exists, and where not",
      "query ($e: Boolean) { measures(filter: {rate: {exists: $e}}) { nodes { id } } }",
      { e: true },
      { e: false },
    ],
    [
      "exactly, and with what lies below",
      'query ($e: Reach) { measures(filter: {covers: ["commodity:85"], reach: $e}) { nodes { id } } }',
      { e: "EXACT" },
      { e: "BELOW" },
    ],
    [
      "on a day, and on any",
      'query ($on: Date) { measures(filter: {targets: ["country:EU"], on: $on}) { nodes { id } } }',
      { on: "2025-01-01" },
      {},
    ],
    [
      "with a short range of dates, and with a long one",
      "query ($from: PartialDate!, $to: PartialDate!) { measures(filter: {announcedOn: {from: $from, to: $to}}) { nodes { id } } }",
      { from: "2024-01-15", to: "2025-12-20" },
      { from: "2024-01-15", to: "2026-01" },
    ],
  ])("a compiled statement is not confused with that of another shape: %s", (_, query, one, other) => {
    const compiled = measuresOf(query);
    const first = compiled(one ?? {});
    expect(compiled(other ?? {}).text).not.toBe(first.text);
    expect(compiled(one ?? {})).toBe(first);
  });

  it("a compiled statement is not confused with that of another operation that shares a fragment of the root", () => {
    const compiled = measuresOf(`query A { ...Shared measures { nodes { title } } } query B { ...Shared measures { nodes { rate } } }
      fragment Shared on Query { measures { nodes { id } } }`);
    expect(compiled({}, "A").text).toContain(".title");
    expect(compiled({}, "B").text).not.toContain(".title");
    expect(compiled({}, "B").text).toContain(".rate");
    expect(compiled({}, "A")).toBe(compiled({}, "A"));
  });

  it("a range of dates up to 24 months looks up the months and years that it touches, whatever its ends", () => {
    const compiled = measuresOf(
      "query ($from: PartialDate, $to: PartialDate) { measures(filter: {announcedOn: {from: $from, to: $to}}) { nodes { id } } }",
    );
    const short = compiled({ from: "2024-12-31", to: "2025-02" });
    expect(short.text).toContain("n0.announcedOn_month IN $p");
    expect(Object.values(short.bind({ from: "2024-12-31", to: "2025-02" }))).toContainEqual([
      "2024",
      "2024-12",
      "2025",
      "2025-01",
      "2025-02",
    ]);
    expect(compiled({ from: "2023", to: "2024" })).toBe(short);
    const texts = [{ from: "2023", to: "2025" }, { from: "2023" }, { to: "2023" }].map((range) => compiled(range).text);
    expect(texts.filter((text) => text.includes("_month"))).toEqual([]);
    expect(compiled({ from: "2025-05", to: "2025-05" })).toBe(short);
  });

  it("a compiled statement is kept for the same shape of the variables in its field, whatever others the operation has", () => {
    const compiled = measuresOf(
      "query ($f: FirmFilter, $n: Int!) { measures(first: $n) { nodes { id } } firms(filter: $f) { totalCount } }",
    );
    const first = compiled({ n: 1 });
    expect(compiled({ f: { name: { contains: "a" } }, n: 2 })).toBe(first);
  });

  it("statements are kept up to a length of all together: the one not asked for longest is compiled anew, with the same text", () => {
    const query = "query ($any: [MeasureFilter!]) { measures(filter: {any: $any}) { nodes { id } } }";
    const shape = (length: number) => ({ any: Array.from({ length }, () => ({ rate: { min: 1 } })) });
    const length = measuresOf(query)(shape(9)).text.length;
    const compiled = measuresOf(query, 4 * length);
    const [first, second] = [compiled(shape(1)), compiled(shape(2))];
    for (let i = 3; i <= 9; i += 1) {
      compiled(shape(i));
      expect(compiled(shape(1))).toBe(first);
    }
    expect(compiled(shape(2))).not.toBe(second);
    expect(compiled(shape(2)).text).toBe(second.text);
  });
});
