import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readObjects } from "../../src/importers/read/objects.ts";
import { formatProblem, InputError } from "../../src/load/index.ts";
import { withFile } from "./support.ts";

/** What is found, as `line:column value`, and what is rejected. */
async function found(content: string | Uint8Array, counted: string[] = []): Promise<{ objects: string[]; rejected: string[] }> {
  return withFile("x.json", content, async (path) => {
    const objects: string[] = [];
    const rejected: string[] = [];
    const notes = {
      reject: (p: Parameters<typeof formatProblem>[0]) => void rejected.push(formatProblem({ ...p, file: "x" })),
      count: (what: string) => void counted.push(what),
    };
    for await (const { place, value } of readObjects(path, notes)) objects.push(`${place.line}:${place.column} ${JSON.stringify(value)}`);
    return { objects, rejected };
  });
}

describe("objects of a JSON file", () => {
  test.each<[string, string, string[]]>([
    ["in a list", '[{"a":1},{"a":{"b":[{}]}}]', ['1:2 {"a":1}', '1:10 {"a":{"b":[{}]}}']],
    ["in a list over lines", '[\n  {"a": 1},\n  {\n    "a": 2\n  }\n]\n', ['2:3 {"a":1}', '3:3 {"a":2}']],
    ["one a line", '{"a":1}\n\n{"a":2}\r\n', ['1:1 {"a":1}', '3:1 {"a":2}']],
    ["in a page", '{"count":2,"next":null,"results":[{"a":1},{"a":2}],"more":{"b":[{"c":1}]}}', ['1:35 {"a":1}', '1:43 {"a":2}']],
    [
      "in pages over lines",
      '{\n "count": 1,\n "results" : [\n  {"a": 1}\n ]\n}\n{"results":[{"a":2}],"next":"x"}',
      ['4:3 {"a":1}', '7:13 {"a":2}'],
    ],
    ["behind a byte order mark", '\uFEFF{"a":1}', ['1:1 {"a":1}']],
    ["with braces and quotes in texts", '{"a":"}{][\\"}\\\\"}\n{"a":2}', ['1:1 {"a":"}{][\\"}\\\\"}', '2:1 {"a":2}']],
    ["that have lists of results themselves, in a list", '[{"results":[{"b":1}]}]', ['1:2 {"results":[{"b":1}]}']],
    ["of none", "[]", []],
    ["of an empty page", '{"count":0,"results":[]}', []],
  ])("JSON objects are found %s", async (_, content, objects) => {
    expect(await found(content)).toEqual({ objects, rejected: [] });
    expect(await found(gzipSync(content))).toEqual({ objects, rejected: [] });
  });

  test.each<[string, string, string[], string[]]>([
    ["is no JSON", '{"a":1}\n{"a":x}\n{"a":3}', ['1:1 {"a":1}', '3:1 {"a":3}'], ["x:2:1: Record 2 is no JSON: "]],
    [
      "breaks off within a text",
      '{"a":1}\n{"a":"b\n{"a":3}',
      ['1:1 {"a":1}', '3:1 {"a":3}'],
      ["x:2:1: Record 2 breaks off within a text."],
    ],
    [
      "breaks off",
      '{"a":1}\n{"a":[2,\n{"a":3}',
      ['1:1 {"a":1}', '3:1 {"a":3}'],
      ["x:2:1: Record 2 is not closed before the next one begins."],
    ],
    ["breaks off in a list", '[\n {"a":{\n {"a":2}\n]', ['3:2 {"a":2}'], ["x:2:2: Record 1 is not closed before the next one begins."]],
    ["is cut off", '{"a":1}\n{"a":', ['1:1 {"a":1}'], ["x:2:1: Record 2 is cut off by the end of the file."]],
    ["is no object", '[{"a":1}, null, 5, {"a":2}]', ['1:2 {"a":1}', '1:20 {"a":2}'], ["x:1:11: Here should begin a record: {…}."]],
    ["is missing", "", [], ["x:1:1: The file is empty."]],
    ["misses the end of its list", '[{"a":1},\n', ['1:2 {"a":1}'], ["x:2:1: The file ends within its list: it was cut off."]],
    ["is a web page", "<html><body>Not found</body></html>", [], ["x:1:1: Here should begin a record: {…}."]],
  ])("the other JSON objects are read where one %s", async (_, content, objects, rejected) => {
    const read = await found(content);
    expect(read.objects).toEqual(objects);
    expect(read.rejected).toEqual(rejected.map((message) => expect.stringMatching(`^${message.replace(/[[\]{}.…]/g, "\\$&")}`)));
  });

  test.each(["[]", '{"count":0,"results":[]}\n', "[\n]"])("a file without a record is no fault, and is counted: %j", async (content) => {
    const counted: string[] = [];
    expect(await found(content, counted)).toEqual({ objects: [], rejected: [] });
    expect(counted).toEqual(["a file without a record: nothing is taken of it, and what is there stays"]);
  });

  test("the other JSON objects are read where one is not UTF-8", async () => {
    const content = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe9]), Buffer.from('"}\n{"a":2}')]);
    expect(await found(content)).toEqual({
      objects: ['2:1 {"a":2}'],
      rejected: [expect.stringMatching(/^x:1:7: Record 1: The byte E9 is not UTF-8; the file is most likely Windows-1252\. .*iconv/)],
    });
  });

  test("JSON objects are the same wherever the file's bytes happen to be parted", async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ i, text: `é } " \\ ${"x".repeat(i % 97)}`, list: [{ i }] }));
    for (const content of [
      JSON.stringify(many),
      JSON.stringify({ count: 1, results: many }, null, 1),
      many.map((o) => JSON.stringify(o)).join("\n"),
    ]) {
      const { objects, rejected } = await found(content);
      expect(rejected).toEqual([]);
      expect(objects.map((text) => text.slice(text.indexOf(" ") + 1))).toEqual(many.map((o) => JSON.stringify(o)));
    }
  });

  test("JSON objects come while the file is read, and only some of it is ever in memory", async () => {
    const text = Array.from({ length: 30_000 }, (_, i) => JSON.stringify({ i, text: "x".repeat(200) })).join("\n");
    await withFile("large.json", text, async (path) => {
      let [read, given, ahead] = [0, 0, 0];
      const notes = {
        reject: () => {},
        count: () => {},
        read: (bytes: number) => {
          read += bytes;
        },
      };
      for await (const { value } of readObjects(path, notes)) {
        given += JSON.stringify(value).length + 1;
        ahead = Math.max(ahead, read - given);
      }
      expect(read).toBe(text.length);
      expect(ahead).toBeLessThan(read / 5);
    });
  });

  test("of a packed file that breaks off, the JSON objects before that are read", async () => {
    const text = Array.from({ length: 2_000 }, () => `{"a":"${Math.random()}"}\n`).join("");
    const packed = gzipSync(text);
    const { objects, rejected } = await found(packed.subarray(0, packed.length - 100));
    expect(objects.length).toBeGreaterThan(1_000);
    expect(rejected).toEqual([expect.stringMatching(/^x:\d+:\d+: It can't be read to its end: unexpected end of file\.$/)]);
  });

  test("a file that can't be read is an error that says why", async () => {
    const read = async () => {
      for await (const _ of readObjects("/nowhere/x.json", { reject: () => {}, count: () => {} }));
    };
    await expect(read()).rejects.toThrow(new InputError("/nowhere/x.json: There is no such file."));
  });
});
