import { type Attack, loads } from "./attack.ts";

const lines = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join("\n");
const HEAD = "bundle: attack\n";
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
];
