import { describe, expect, test } from "vitest";
import { firstDifference, normalise } from "./normalise.ts";

describe("answers in one form", () => {
  const list = [
    { id: "b", since: "2020" },
    { id: "a", since: null },
  ];

  test("a connection with edges, one with nodes, and a plain list are normalised alike", () => {
    const plain = normalise({ targets: list.map(({ id }) => ({ id })) }, ["targets"]);
    expect(normalise({ targets: { nodes: [{ id: "b" }, { id: "a" }] } }, ["targets"])).toBe(plain);
    expect(normalise({ targets: { edges: [{ node: { id: "b" } }, { node: { id: "a" } }] } }, ["targets"])).toBe(plain);
  });

  test("values of an edge are normalised onto its node, wherever a side puts them", () => {
    const plain = normalise({ targets: list }, ["targets"]);
    const split = list.map(({ id, since }) => ({ node: { id }, since }));
    expect(normalise({ targets: { edges: split } }, ["targets"])).toBe(plain);
    const apart = list.map(({ id, since }) => ({ node: { id }, properties: { since } }));
    expect(normalise({ targets: { edges: apart } }, ["targets"])).toBe(plain);
  });

  test("the order of a list counts only where the question asks for one", () => {
    const turned = { targets: [...list].reverse() };
    expect(normalise(turned, [])).toBe(normalise({ targets: list }, []));
    expect(normalise(turned, ["targets"])).not.toBe(normalise({ targets: list }, ["targets"]));
  });

  test("two lists with other counts are other answers", () => {
    const few = normalise({ totalCount: 2, nodes: list }, ["answer"]);
    expect(normalise({ totalCount: 3, nodes: list }, ["answer"])).not.toBe(few);
  });

  test("a node is normalised like a list of one, and an empty list like none", () => {
    expect(normalise([{ id: "a", parts: [] }], [])).toBe(normalise({ id: "a" }, []));
  });

  test("a difference between answers is shown with the line it is in", () => {
    const shown = firstDifference(normalise({ id: "a" }, []), normalise({ id: "b" }, []));
    expect(shown).toContain("- " + ' "id": "a"');
    expect(shown).toContain("+ " + ' "id": "b"');
  });
});
