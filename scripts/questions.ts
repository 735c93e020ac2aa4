/**
 * Writes docs/questions.md, which lists every golden operation, the pages of docs/questions, which have them with their answers, and puts those that README names into README:
 * `npx tsx scripts/questions.ts`. A test fails where either is not what the golden files have.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { type GoldenOperation, goldenOperations } from "../tests/support/golden.ts";

const README = new URL("../README.md", import.meta.url);
const MARKED = /<!-- operation ([a-z0-9-]+) -->\n[\s\S]*?<!-- end -->\n/g;

/** The folders of tests/operations in the order of the page, with their titles. */
export const THEMES: Readonly<Record<string, string>> = {
  goods: "Goods, firms and disruptions",
  measures: "Measures and the answers to them",
  deals: "Talks, deals and what was undertaken",
  "as-of": "As of a day",
  evidence: "Who says so",
  article: "The article of 28 June 2025",
};

const HEAD = `# Questions and answers

Every question here is a file of [tests/operations](../tests/operations): the test suite sends it to a server on each engine and compares the
answer to the letter, in one statement a root field, or one a level where it is worked out in steps (paths, ladders, causes). Marks such as S11.a name sentences of the article of 28 June 2025 with which the data began.
The explorer has them at \`/questions\`, with inputs to change; [find.md](find.md) leads from an idea to a short query.

Written by \`scripts/questions.ts\`: change the golden files, not these pages.
`;

/** Query and answer in Markdown. */
function shown(operation: GoldenOperation): string[] {
  return [
    "```graphql",
    operation.source.slice(operation.source.indexOf("\n") + 1).trim(),
    "```",
    "",
    "<details><summary>The answer</summary>",
    "",
    "```json",
    operation.answer().trim(),
    "```",
    "",
    "</details>",
  ];
}

/** The list of all questions, and a page with queries and answers for each theme, by path. Throws where a folder of tests/operations is no theme. */
export function questionPages(operations: readonly GoldenOperation[] = goldenOperations()): ReadonlyMap<string, string> {
  const strange = operations.find(({ theme }) => THEMES[theme] === undefined);
  if (strange) throw new Error(`tests/operations/${strange.theme} has no title: add it to THEMES in scripts/questions.ts.`);
  const themes = Object.entries(THEMES).map(([theme, title]) => ({ theme, title, of: operations.filter((o) => o.theme === theme) }));
  const contents = themes.flatMap(({ theme, title, of }) => [
    "",
    `## [${title}](questions/${theme}.md)`,
    "",
    ...of.map((o) => `- [${o.question}](questions/${theme}.md#${o.name})`),
  ]);
  return new Map([
    ["docs/questions.md", `${[HEAD.trim(), ...contents].join("\n")}\n`],
    ...themes.map(({ theme, title, of }) => [`docs/questions/${theme}.md`, themePage(title, of)] as const),
  ]);
}

/** The questions of a theme, each with its query and its answer. */
function themePage(title: string, operations: readonly GoldenOperation[]): string {
  const sections = operations.flatMap((o) => ["", `<a id="${o.name}"></a>`, "", `## ${o.question}`, "", ...shown(o)]);
  return `${[`# ${title}`, "", "One theme of [the questions](../questions.md); written by `scripts/questions.ts`.", ...sections].join("\n")}\n`;
}

/** README with each `<!-- operation name -->` followed by that operation and its answer, as the golden files have them. */
export function withOperations(readme: string, operations: readonly GoldenOperation[] = goldenOperations()): string {
  return readme.replace(MARKED, (_, name: string) => {
    const operation = operations.find((o) => o.name === name);
    if (!operation) throw new Error(`README names a golden operation that does not exist: ${name}.`);
    return [`<!-- operation ${name} -->`, "", `**${operation.question}**`, "", ...shown(operation), "", "<!-- end -->", ""].join("\n");
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  rmSync("docs/questions", { recursive: true, force: true });
  for (const [path, text] of questionPages()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeFileSync(README, withOperations(readFileSync(README, "utf8")));
}
