import { graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { type Bundle, loadBundles, loadStream } from "../../src/load/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { openTestEngine } from "../support/engine.ts";
import { loaded, model } from "./support.ts";

const schema = executableSchema(model);

/** `é` as one character, and as a letter with an accent behind it. */
const COMPOSED = "Caf\u00e9 10 000 t";
const DECOMPOSED = "Cafe\u0301 10\u00a0000\u202ft";

/** A firm as records state it. */
function bundleOf(key: string): Bundle {
  const place = { file: `${key}.x`, line: 1, column: 1 };
  const properties = { name: DECOMPOSED, kind: "COMPANY", aliases: ["plain", DECOMPOSED] };
  return { name: key, nodes: [{ type: "Firm", id: `firm:${key}`, properties, place }], edges: [], place };
}

const yamlOf = (key: string) =>
  `bundle: ${key}\nfirms:\n  - {id: ${key}, name: "${DECOMPOSED}", kind: COMPANY, aliases: [plain, "${DECOMPOSED}"]}\n`;

describe("a text that can be written in several ways", () => {
  let engine: GraphEngine;
  const ask = async (source: string, variableValues: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { engine, ...more } });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  };

  beforeAll(async () => {
    engine = await openTestEngine();
    await loaded(engine, { name: "a.yaml", text: yamlOf("yaml") });
    expect((await loadBundles(engine, model, [bundleOf("records")])).problems).toEqual([]);
    const stream = async function* () {
      yield bundleOf("stream");
    };
    expect((await loadStream(engine, model, stream())).problems).toEqual([]);
    const files = [{ name: "b.yaml", text: yamlOf("mutation") }];
    const answer = await ask(
      "mutation ($input: LoadInput!) { load(input: $input) { problems { message } } }",
      { input: { files } },
      { writer: () => ({ name: "test", bundles: ["*"] }) },
    );
    expect(answer).toEqual({ load: { problems: [] } });
  });
  afterAll(() => engine?.close());

  it.each(["yaml", "records", "stream", "mutation"])("is stored in one of them through each door: %s", async (key) => {
    expect(await ask("query ($id: ID!) { firm(id: $id) { name aliases } }", { id: key })).toEqual({
      firm: { name: COMPOSED, aliases: ["plain", COMPOSED] },
    });
  });

  it("is found by a filter in each of them, in names and in lists", async () => {
    const all = ["firm:mutation", "firm:records", "firm:stream", "firm:yaml"].map((id) => ({ id }));
    const query = "query ($f: FirmFilter) { firms(filter: $f) { nodes { id } } }";
    for (const text of [COMPOSED, DECOMPOSED]) {
      for (const condition of [
        { is: [text] },
        { contains: text.toUpperCase() },
        { contains: text.slice(2) },
        { startsWith: text.slice(0, 5) },
      ]) {
        for (const filter of [{ name: condition }, { aliases: condition }, { not: { not: { name: condition } } }])
          expect(await ask(query, { f: filter }), JSON.stringify(filter)).toEqual({ firms: { nodes: all } });
      }
      const literal = `{ firms(filter: {name: {is: [${JSON.stringify(text)}]}}) { nodes { id } } }`;
      expect(await ask(literal)).toEqual({ firms: { nodes: all } });
      const { search } = await ask("query ($t: String!) { search(text: $t) { node { id } } }", { t: text });
      expect(search).toHaveLength(4);
    }
  });

  it("changes nothing when it is loaded again in the other", async () => {
    const report = await loaded(engine, { name: "a.yaml", text: yamlOf("yaml").normalize("NFC") });
    expect(report.bundles).toMatchObject([{ nodes: { added: 0, changed: 0, unchanged: 1, removed: 0 } }]);
  });
});

/** What counts as the same text, and what does not: told in the descriptions of TextFilter. */
describe("a text filter, letter by letter", () => {
  let engine: GraphEngine;
  const NAMES = ["İstanbul", "Straße", "STRAẞE", "Ｆull width", "Οδός", "a\u3000b", "ﬁne print"];
  beforeAll(async () => {
    engine = await openTestEngine();
    const firms = NAMES.map((name, i) => `  - {id: f${i}, name: "${name}", kind: COMPANY}`);
    await loaded(engine, { name: "names.yaml", text: `bundle: names\nfirms:\n${firms.join("\n")}\n` });
  });
  afterAll(() => engine?.close());
  const names = async (name: Record<string, unknown>) => {
    const source = "query ($f: FirmFilter) { firms(filter: $f) { nodes { name } } }";
    const { data, errors } = await graphql({ schema, source, variableValues: { f: { name } }, contextValue: { engine } });
    expect(errors).toBeUndefined();
    return (data as { firms: { nodes: { name: string }[] } }).firms.nodes.map((firm) => firm.name);
  };

  it.each<[string, readonly string[], string]>([
    ["İSTANBUL", ["İstanbul"], "the dotted capital I as itself"],
    ["istanbul", [], "not by a plain i, from which it differs by its dot"],
    ["stanbul", ["İstanbul"], "the rest of the word"],
    ["STRASSE", [], "ß is not ss"],
    ["straße", ["Straße", "STRAẞE"], "ß in both cases"],
    ["full width", [], "full-width letters are others than plain ones"],
    ["ｆULL", ["Ｆull width"], "and have cases of their own"],
    ["ΟΔΌΣ", ["Οδός"], "a Greek word in capitals"],
    ["a b", [], "an ideographic space is no plain one"],
    ["a\u3000B", ["a\u3000b"], "but itself"],
    ["fine", [], "a ligature is one letter"],
  ])("contains %j gives %j: %s", async (contains, expected) => {
    expect((await names({ contains })).sort()).toEqual([...expected].sort());
  });

  it("is exact in `is` and `startsWith`", async () => {
    expect(await names({ is: ["İSTANBUL", "İstanbul"] })).toEqual(["İstanbul"]);
    expect(await names({ startsWith: "stra" })).toEqual([]);
    expect(await names({ startsWith: "STRAẞ" })).toEqual(["STRAẞE"]);
  });
});
