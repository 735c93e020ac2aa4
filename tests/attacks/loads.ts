import { MAX_LOAD } from "../../src/server/body.ts";
import { type Attack, loads } from "./attack.ts";

const lines = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join("\n");
const HEAD = "bundle: attack\n";

/** A file of measures with their goods, targets and claims that fills a request as long as may be; in the last line a field that there is not. */
function longest(): string {
  const measure = (i: number) =>
    `  - id: large-${i}\n    title: The measure number ${i} of a large load\n    kind: TARIFF\n    effect: RESTRICTING\n    announcedOn: 2025-05-23\n    covers: [${lines(8, (k) => `commodity:${(i * 7 + k * 13) % 500}`).replaceAll("\n", ", ")}]\n    targets: [{to: country:${i % 200}, since: 2025-05-23}]\n    claims: [{id: c-${i}, source: s, certainty: REPORTED}]`;
  const head = `${HEAD}sources: [{id: s, title: A page, reliability: PRESS, publishedOn: 2025-07-01}]\nmeasures:\n`;
  // As JSON, a line's end takes two bytes; and some of its numbers are longer than those of this one.
  const length = measure(10_000).length + 8 + 12;
  return `${head}${lines(Math.floor((MAX_LOAD - 2_000) / length), measure)}\n    titel: x`;
}
/** Files of whoever has a key: broken ones, and such that YAML itself takes long to read. */
export const LOADS: readonly Attack[] = [
  {
    name: "aliases that double with each level",
    send: loads(`${HEAD}a0: &a0 [x, x]\n${lines(40, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}`),
    expected: "200, 80 problems",
  },
  { name: "lists in lists, 10,000 deep", send: loads(`${HEAD}a: ${"[".repeat(10_000)}${"]".repeat(10_000)}`), expected: "200, 1 problems" },
  { name: "maps in maps, 2,000 deep", send: loads(HEAD + lines(2_000, (i) => `${" ".repeat(i)}a:`)), expected: "200, 1 problems" },
  { name: "brackets that are never closed", send: loads(`${HEAD}a: ${"[".repeat(10_000)}`), expected: "200, 1 problems" },
  { name: "a key of a megabyte", send: loads(`${HEAD}${"k".repeat(1_000_000)}: x`), expected: "200, 1 problems" },
  { name: "one key 5,000 times in one map", send: loads(HEAD + lines(5_000, () => "k: 1")), expected: "200, 101 problems" },
  { name: "50,000 documents", send: loads(HEAD + lines(50_000, () => "---")), expected: "200, 1 problems" },
  { name: "a control character in each of 50,000 lines", send: loads(HEAD + lines(50_000, () => "\u0007")), expected: "200, 100 problems" },
  { name: "a megabyte of colons", send: loads(`${HEAD}a: ${":".repeat(1_000_000)}`), expected: "200, 1 problems" },
  { name: "what is no text at all", send: loads("\u0001\u0002\ud800"), expected: "200, 1 problems" },
  {
    name: "a megabyte of marks on one letter",
    send: loads(`${HEAD}sources: [{id: s, title: "e${"\u0301".repeat(300_000)}", reliability: PRESS}]`),
    expected: "200, 0 problems",
  },
  {
    name: "names that JavaScript's objects have already",
    send: loads(
      `${HEAD}__proto__: {polluted: true}\nconstructor: [{id: x}]\nsources: [{id: __proto__, title: x, reliability: PRESS, constructor: y}]`,
    ),
    expected: /^200, [2-5] problems$/,
  },
  {
    name: "more problems than anybody reads",
    send: loads(() => `${HEAD}sources:\n${lines(100_000, () => "- x")}`),
    expected: "200, 1001 problems",
    within: 30_000,
  },
  // Read, resolved, compared with the graph and checked, as the last line alone is wrong.
  { name: "a file as long as may be", send: loads(longest), expected: "200, 1 problems", within: 120_000 },
  // The last: what it writes, the next load of this bundle would have to remove.
  {
    name: "20,000 records to be written",
    send: loads(() => `${HEAD}sources:\n${lines(20_000, (i) => `- {id: s${i}, title: The page number ${i}, reliability: PRESS}`)}`),
    expected: "200, 0 problems",
    within: 60_000,
  },
];
