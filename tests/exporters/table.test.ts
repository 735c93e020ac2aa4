import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../src/exporters/columns.ts";
import { csvPieces, jsonLines, toCsv } from "../../src/exporters/table.ts";

/** The cells of a table, its columns first; none of them has a comma. */
const table = (data: unknown, columns: readonly string[] | null = null) => {
  const [header = "", ...rows] = toCsv(data, columns).split("\r\n").slice(0, -1);
  return [header === "" ? [] : header.split(","), ...rows.map((row) => row.split(","))];
};

describe("an answer as a table", () => {
  it("makes a row of each element of an answer's lists, however deep", () => {
    const data = {
      measures: {
        totalCount: 3,
        nodes: [
          {
            id: "a",
            targets: {
              edges: [
                { since: "2025", node: { id: "x", home: { name: "X" } } },
                { since: null, node: { id: "y", home: null } },
              ],
            },
          },
          { id: "b", targets: { edges: [] } },
        ],
      },
    };
    expect(table(data)).toEqual([
      [
        "measures.totalCount",
        "measures.id",
        "measures.targets.since",
        "measures.targets.id",
        "measures.targets.home.name",
        "measures.targets.home",
      ],
      ["3", "a", "2025", "x", "X", ""],
      ["3", "a", "", "y", "", ""],
      ["3", "b", "", "", "", ""],
    ]);
  });

  it("joins the values of the lists beside the first one", () => {
    const data = {
      m: { nodes: [{ id: "a", tags: ["s", "t"], first: { nodes: [{ n: 1 }, { n: 2 }] }, second: { nodes: [{ k: "p" }, { k: "q" }] } }] },
    };
    expect(table(data)).toEqual([
      ["m.id", "m.tags", "m.first.n", "m.second.k"],
      ["a", "s;t", "1", "p;q"],
      ["a", "s;t", "2", "p;q"],
    ]);
  });

  it("makes a table of one thing, of several lists, and of nothing", () => {
    expect(table({ measure: { id: "a", rate: 12.5 } })).toEqual([
      ["measure.id", "measure.rate"],
      ["a", "12.5"],
    ]);
    expect(table({ measure: null })).toEqual([["measure"], [""]]);
    expect(table({ a: { nodes: [{ id: 1 }] }, b: { nodes: [{ id: 2 }, { id: 3 }] } })).toEqual([
      ["a.id", "b.id"],
      ["1", "2;3"],
    ]);
    expect(table({ a: { nodes: [] } })).toEqual([[]]);
  });

  it("makes rows of the first list alone, however many elements it has and whatever stands beside it", () => {
    const element = (id: string, targets: string[]) => ({
      id,
      targets: { totalCount: targets.length, nodes: targets.map((name) => ({ name })) },
      covers: { totalCount: 2, nodes: [{ code: "p" }, { code: "q" }] },
    });
    const columns = ["m.id", "m.targets.totalCount", "m.targets.name", "m.covers.totalCount", "m.covers.code"];
    expect(table({ m: { nodes: [element("a", []), element("b", ["x"]), element("c", ["x", "y"])] } }, columns).slice(1)).toEqual([
      ["a", "0", "", "2", "p;q"],
      ["b", "1", "x", "2", "p;q"],
      ["c", "2", "x", "2", "p;q"],
      ["c", "2", "y", "2", "p;q"],
    ]);
  });

  it("gives a table the columns of its query, whatever the answer holds", () => {
    const query = `query Q($all: Boolean = false, $some: Boolean!) {
      one: measure(id: "a") { id, ...Names @include(if: $some), rate @include(if: $all) }
      m: measures { __typename totalCount edges { cursor since node { __typename id tags claims { quote } ... on Measure { home { name } } } } pageInfo { endCursor } }
    }
    fragment Names on Measure { title, id, by: imposedBy { nodes { name } } }`;
    const columns = columnsOf({ document: parse(query), operationName: "Q", variables: { some: true } });
    expect(columns).toEqual([
      "one.id",
      "one.title",
      "one.by.name",
      "m.totalCount",
      "m.since",
      "m.__typename",
      "m.id",
      "m.tags",
      "m.claims.quote",
      "m.home.name",
    ]);
    expect(columnsOf({ document: parse(query), variables: { some: false, all: true } })?.slice(0, 3)).toEqual([
      "one.id",
      "one.rate",
      "m.totalCount",
    ]);
    const empty = { one: null, m: { __typename: "C", totalCount: 0, edges: [], pageInfo: { endCursor: null } } };
    expect(toCsv(empty, columns)).toBe(`${columns?.join()}\r\n,,,0,,,,,,\r\n`);
    const node = { __typename: "Measure", id: "a", tags: [], claims: [], home: null };
    expect(toCsv({ one: null, m: { totalCount: 1, edges: [{ cursor: "c", since: null, node }] } }, columns, false)).toBe(
      ",,,1,,Measure,a,,,\r\n",
    );
    expect(columnsOf({ document: parse("fragment F on Measure { id }") })).toBe(null);
  });

  it("makes a header alone of an empty answer", () => {
    const columns = columnsOf({ document: parse("{ measure(id: 1) { id targets { nodes { id } } } measures { nodes { id } } }") });
    expect(toCsv({ measure: null, measures: { nodes: [] } }, columns)).toBe("measure.id,measure.targets.id,measures.id\r\n");
  });

  it("quotes the cells that CSV would misread", () => {
    expect(toCsv({ a: { nodes: [{ t: 'say "so", twice\nover', n: null }] } })).toBe('a.t,a.n\r\n"say ""so"", twice\nover",\r\n');
  });

  it("writes the elements of the outermost lists as JSON lines, nested as they came", () => {
    const data = { m: { totalCount: 2, nodes: [{ id: "a", t: { nodes: [{ id: "x" }] } }, { id: "b" }] }, one: { id: "c" } };
    expect([...jsonLines(data)]).toEqual([
      '{"_field":"m","id":"a","t":{"nodes":[{"id":"x"}]}}\n',
      '{"_field":"m","id":"b"}\n',
      '{"_field":"one","id":"c"}\n',
    ]);
  });

  it("makes rows as they are taken: the first is there before a later element is looked at", () => {
    const late = {
      get id(): string {
        throw new Error("looked at too early");
      },
    };
    const pieces = csvPieces({ m: { nodes: [{ id: "a" }, late] } }, ["m.id"]);
    const taken: string[] = [];
    while (taken.join("") !== "m.id\r\na\r\n") taken.push(pieces.next().value as string);
    expect(() => [...pieces]).toThrow("looked at too early");
  });

  it("has moments for others while it joins what makes no row", () => {
    const many = (count: number) => ({ nodes: Array.from({ length: count }, (_, i) => ({ id: i })) });
    const pieces = [...csvPieces({ a: many(1), b: many(1_000) }, ["a.id", "b.id"])];
    expect(pieces.filter((piece) => piece === "").length).toBeGreaterThan(1_000);
    expect(pieces.filter((piece) => piece !== "")).toHaveLength(2);
  });
});
