import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenWorld, openWorld } from "../support/open-world.ts";

/** What `@asOf(valid:)` does not do. */
describe("a valid day", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
    await open.write(async (transaction) => {
      await transaction.run({ text: "MATCH (n:Node {id: $id}) SET n.thereFrom = $day", params: { id: "measure:m01", day: "2025-01-01" } });
    });
  });
  afterAll(() => open?.close());

  it("leaves out no claim and no source, in lists, under ids and on edges", async () => {
    const early = '@asOf(valid: "1900-01-01")';
    const part =
      'claims(first: 200) { totalCount nodes { id source { id } } } sources(first: 200) { totalCount nodes { id claims { totalCount } } } claim(id: "a") { id }';
    const all = await open.ask(`{ ${part} }`);
    expect(await open.ask(`query ${early} { ${part} }`)).toEqual(all);
    expect((all.claims as { totalCount: number }).totalCount).toBeGreaterThan(2);
    const { it } = (await open.ask(`{ it: person(id: "t") { offices { edges { claims { id } then: claims ${early} { id } } } } }`)) as {
      it: { offices: { edges: { claims: unknown[]; then: unknown[] }[] } };
    };
    expect(it.offices.edges.flatMap(({ claims }) => claims).length).toBeGreaterThan(0);
    expect(it.offices.edges.map(({ then }) => then)).toEqual(it.offices.edges.map(({ claims }) => claims));
  });

  it("decides, on a nested field, over what lies below it alone: the node above stays, though it was not there", async () => {
    const early = '@asOf(valid: "1900-01-01")';
    const { it, gone } = (await open.ask(
      `{ it: measure(id: "m01") { id title then: title ${early} now: targets { totalCount } } gone: measure(id: "m01") ${early} { id } }`,
    )) as { it: { id: string; title: string; then: string; now: { totalCount: number } }; gone: unknown };
    expect(gone).toBeNull();
    expect(it.id).toBe("measure:m01");
    expect(it.then).toBe(it.title);
    expect(it.now.totalCount).toBeGreaterThan(0);
    // And the other way round: what is gone above is gone with all below it, whatever day that names.
    expect(await open.ask(`{ measure(id: "m01") ${early} { targets @asOf(valid: null) { totalCount } } }`)).toEqual({ measure: null });
  });
});
