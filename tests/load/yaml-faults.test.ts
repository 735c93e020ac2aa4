import { describe, expect, test } from "vitest";
import { problemsInWorld } from "./support.ts";

const { problemsOf, problemsOfFiles } = problemsInWorld();

/** A file of one measure whose lines from the fourth on are given. */
const measure = (...lines: string[]) => `bundle: x\nmeasures:\n  - id: a\n${lines.map((line) => `${line}\n`).join("")}`;

/** A mistake, the file that has it, and all that is said of it: one line for one mistake. */
const MISTAKES: readonly (readonly [mistake: string, text: string, said: readonly string[]])[] = [
  [
    "a tab in the indentation, in several lines",
    "bundle: x\nmeasures:\n\t- id: a\n\t  title: b\n",
    ["x.yaml:3:1: The line is indented with a tab, and YAML takes spaces alone: write two spaces for each level. So it is in 2 lines."],
  ],
  [
    "a line indented too deep",
    measure("     title: b", "    kind: BAN"),
    ['x.yaml:4:6: The line\'s indentation fits nothing above it. Keys of one record start in one column, and so do the "- " of one list.'],
  ],
  [
    "a line indented too little",
    measure("   title: b"),
    ['x.yaml:4:4: The line\'s indentation fits nothing above it. Keys of one record start in one column, and so do the "- " of one list.'],
  ],
  [
    "list items in different columns",
    "bundle: x\nmeasures:\n   - id: a\n  - id: b\n",
    ['x.yaml:4:3: The line\'s indentation fits nothing above it. Keys of one record start in one column, and so do the "- " of one list.'],
  ],
  [
    "a colon and a space in a text, in two records",
    "bundle: x\nmeasures:\n  - id: a\n    title: Licences: the sequel # so far\n    kind: BAN\n  - id: b\n    title: Bans: the end\n",
    [
      'x.yaml:4:12: The text holds a colon with a space after it, which ends a key: quote the text, "Licences: the sequel".',
      'x.yaml:7:12: The text holds a colon with a space after it, which ends a key: quote the text, "Bans: the end".',
    ],
  ],
  [
    "a colon and a space in a text within braces",
    "bundle: x\nmeasures:\n  - {id: a, title: Licences: the sequel, kind: BAN}\n",
    ['x.yaml:3:20: The text holds a colon with a space after it, which ends a key: quote the text, "Licences: the sequel".'],
  ],
  [
    "a comma and a space in a text within braces",
    "bundle: x\nmeasures:\n  - {id: a, title: Licences, the sequel, kind: BAN, effect: UNCLEAR}\n",
    ['x.yaml:3:30: "the sequel" is no field: a comma ends a text within {…}. Quote the text: title: "Licences, the sequel".'],
  ],
  [
    "a repeated key",
    measure("    title: b", "    kind: BAN", "    title: c"),
    ["x.yaml:6:5: The key title stands here again, first in line 4: write it once; where it takes several values, as a list."],
  ],
  [
    "two documents",
    "bundle: x\n---\nbundle: y\n",
    ["x.yaml:2:1: A second document starts here, and a file holds one bundle: put the second into a file of its own."],
  ],
  [
    "a quote that is not closed",
    measure('    title: "abc', "    kind: BAN"),
    ["x.yaml:4:12: The quote that starts here has no end: close it, or quote the text with the other kind."],
  ],
  [
    "a quote that is not closed within braces, with quotes in later records",
    'bundle: x\nmeasures:\n  - {id: a, title: "b, kind: BAN}\n  - {id: d, title: "e"}\n',
    ["x.yaml:3:20: The quote that starts here has no end: close it, or quote the text with the other kind."],
  ],
  [
    "words behind a quoted one",
    measure('    title: "abc" def'),
    ['x.yaml:4:18: The text goes on behind its closing ": put all of it between quotes, and write \\" for a quote within.'],
  ],
  [
    "an apostrophe between single quotes",
    measure("    title: 'it's'"),
    ["x.yaml:4:16: The text goes on behind its closing ': put all of it between quotes, and write '' for one within."],
  ],
  [
    "words behind a bracket",
    measure("    title: [draft] rules"),
    ["x.yaml:4:20: The text goes on behind its closing ]: put all of it between quotes."],
  ],
  [
    "a brace that is not closed",
    "bundle: x\nmeasures:\n  - {id: m, title: T\n",
    ["x.yaml:3:5: The bracket that opens here is not closed: write } at the end of a map, ] at that of a list."],
  ],
  ["a brace too many", "bundle: x\nmeasures:\n  - {id: a, title: b}}\n", ["x.yaml:3:22: There is one } too many here."]],
  [
    "a backslash between double quotes",
    measure('    title: "a\\qb"'),
    ["x.yaml:4:14: \\q means nothing between \"…\": write \\\\ for a backslash, or put the text between '…'."],
  ],
  ...["@", "%", "`", "&", "!"].map(
    (sign) =>
      [
        `a text that starts with ${sign}`,
        measure(`    title: ${sign} abc`),
        [`x.yaml:4:12: A text can't start with ${sign}: quote the text, "${sign} abc".`],
      ] as const,
  ),
  ["a text that starts with >", measure("    title: > 5 %"), ['x.yaml:4:12: A text can\'t start with >: quote the text, "> 5 %".']],
  [
    "a text that starts with a dash",
    measure("    title: - b"),
    ['x.yaml:4:12: A list\'s first "- " stands on a line of its own below the key; if it is a text, quote it, "- b".'],
  ],
  [
    "a key without a colon",
    measure("    title b", "    kind: BAN"),
    ['x.yaml:4:5: "title b" is no key with its value: write `key: value`.'],
  ],
  [
    "a key without a space after its colon",
    "bundle: x\nmeasures:\n  - id:a\n    title: b\n",
    ['x.yaml:3:5: "id:a" is no key with its value: write `key: value`, with a space after the colon.'],
  ],
  [
    "a no-break space in the indentation",
    measure("  \u00a0 title: b"),
    ["x.yaml:4:3: The line starts with a character that nobody sees, U+00A0 (no-break space): write plain spaces."],
  ],
  [
    "a control character",
    measure("    title: a\u0007b", "    kind: \u0000"),
    [
      "x.yaml:4:13: The control character U+0007 (bell) stands here: take it out.",
      "x.yaml:5:11: The control character U+0000 (null) stands here: take it out.",
    ],
  ],
  [
    "half a character",
    measure("    title: a\ud83e"),
    ["x.yaml:4:13: The control character U+D83E (half a character) stands here: take it out."],
  ],
];

describe("a mistake in a file's form", () => {
  test.each(MISTAKES)("%s is told once, in words of the format", async (_mistake, text, said) => {
    expect(await problemsOf(text)).toEqual(said);
  });

  test.each(MISTAKES.filter(([, text]) => !/\t/.test(text)))(
    "%s is told at the same place with the line ends of Windows",
    async (_mistake, text, said) => {
      expect(await problemsOfFiles({ name: "x.yaml", text: text.replaceAll("\n", "\r\n") })).toEqual(said);
    },
  );
});

/** Ways to put collections in each other; the column of the first, and how many columns each takes. */
const DEEP: readonly (readonly [what: string, form: (levels: number) => string, column: number, width: number])[] = [
  ["lists in brackets", (levels) => `a: ${"[".repeat(levels)}${"]".repeat(levels)}`, 4, 1],
  ["lists in brackets that are never closed", (levels) => `a: ${"[".repeat(levels)}`, 4, 1],
  ["maps in braces", (levels) => `a: ${"{b: ".repeat(levels)}${"}".repeat(levels)}`, 4, 4],
  ["keys that are maps", (levels) => `? ${"{? ".repeat(levels)}b${"}".repeat(levels)}\n: c`, 3, 3],
  ["lists in hyphens", (levels) => `a:\n  ${"- ".repeat(levels)}b`, 3, 2],
];

describe("lists and maps in each other", () => {
  const told = expect.stringMatching(/: Lists and maps stand inside each other here more than 50 deep: no record needs that many\.$/);

  test.each(DEEP)("%s are refused where the first is too deep, however many follow", async (_what, form, column, width) => {
    // The file itself is a map, the first level.
    const line = form(1).includes("a:\n") ? 3 : 2;
    for (const levels of [50, 1_000, 10_000]) {
      const problems = await problemsOf(`bundle: x\n${form(levels)}\n`);
      expect(problems).toEqual([told]);
      expect(problems[0]).toMatch(`x.yaml:${line}:${column + 49 * width}: `);
    }
    expect(await problemsOf(`bundle: x\n${form(49)}\n`)).not.toContainEqual(told);
  });

  test("maps in indented lines are refused where the first is too deep, however many follow", async () => {
    const lines = (levels: number) => Array.from({ length: levels }, (_, i) => `${" ".repeat(i)}a:\n`).join("");
    for (const levels of [52, 2_000]) {
      const problems = await problemsOf(`bundle: x\n${lines(levels)}`);
      expect(problems).toEqual([told]);
      expect(problems[0]).toMatch("x.yaml:52:51: ");
    }
    expect(await problemsOf(`bundle: x\n${lines(50)}`)).not.toContainEqual(told);
  });
});

describe("a character that nobody sees", () => {
  test.each([
    [
      "a section",
      "bundle: x\n\u200bmeasures: []\n",
      /^x\.yaml:2:1: There is no section .* It holds a character that nobody sees, U\+200B \(zero-width space\): take it out\./,
    ],
    [
      "a field",
      measure("    title: T", "    kind: BAN", "    effect: UNCLEAR", "    flow\u00a0: IMPORT"),
      /^x\.yaml:7:5: Measure has no field .* U\+00A0 \(no-break space\): take it out\.$/,
    ],
    [
      "a field that the record needs: it is missed no second time",
      measure("    title\u200b: T", "    kind: BAN", "    effect: UNCLEAR"),
      /^x\.yaml:4:5: Measure has no field .* U\+200B \(zero-width space\): take it out\.$/,
    ],
    [
      "an edge that the record needs",
      "bundle: x\nclaims: [{id: c, source\u00a0: s, certainty: REPORTED}]\n",
      /^x\.yaml:2:18: Claim has no field .* U\+00A0 \(no-break space\): take it out\.$/,
    ],
    [
      "an id",
      "bundle: x\nmeasures:\n  - {id: a\ufeffb, title: T, kind: BAN, effect: UNCLEAR}\n",
      /is no id: .* U\+FEFF \(byte order mark\)/,
    ],
    [
      "a value of an enum",
      measure("    title: T", "    kind: BAN\u200b", "    effect: UNCLEAR"),
      /^x\.yaml:5:11: kind .* is no MeasureKind; it holds .* U\+200B/,
    ],
    [
      "a date",
      measure("    title: T", "    kind: BAN", "    effect: UNCLEAR", "    announcedOn: 2025-06\u2060"),
      /^x\.yaml:7:18: .*; it holds .* U\+2060 \(word joiner\)/,
    ],
    ["a bundle's name", "bundle: my\u00adbundle\n", /^x\.yaml:1:9: .* U\+00AD \(soft hyphen\)/],
  ])("%s that holds one is refused, and the character named", async (_where, text, said) => {
    expect(await problemsOf(text)).toEqual([expect.stringMatching(said)]);
  });

  test("a control character that an escape writes is refused at its value", async () => {
    expect(await problemsOf(measure('    title: "a\\x07b"', "    kind: BAN", "    effect: UNCLEAR", '    aliases: ["\\ud800"]'))).toEqual([
      'x.yaml:4:12: title "a\\u0007b" holds the control character U+0007 (bell): take it out.',
      'x.yaml:7:15: aliases "\\ud800" holds the control character U+D800 (half a character): take it out.',
    ]);
  });

  test("a text may hold tabs and line ends, and signs of other scripts that nobody sees", async () => {
    expect(
      await problemsOf(
        measure("    title: نمی\u200cدانم", "    kind: BAN", "    effect: UNCLEAR", "    summary: |-", "      one\ttab", "      two"),
      ),
    ).toEqual([]);
  });

  test("of one mistake many times, the first hundred are told, and in a moment", async () => {
    const keys = (name: (i: number) => string) => `bundle: x\n${Array.from({ length: 5_000 }, (_, i) => `${name(i)}: 1\n`).join("")}`;
    const begun = performance.now();
    const repeated = await problemsOf(keys(() => "same"));
    expect(repeated).toHaveLength(101);
    expect(repeated[99]).toMatch(/^x\.yaml:102:1: The key same stands here again, first in line 2: /);
    expect(repeated[100]).toBe("x.yaml:103:1: There are more than 100 mistakes in the form of this file: mend those first.");
    expect(await problemsOf(`bundle: x\n${"\u0007\n".repeat(5_000)}`)).toHaveLength(100);
    // Comparing each key with each takes minutes for as many as a request may hold.
    expect(await problemsOf(keys((i) => `k${i}`))).toHaveLength(5_000);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
