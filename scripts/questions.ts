/**
 * Writes docs/questions.md, which has every golden operation with its answer, and puts those that README names into README:
 * `npx tsx scripts/questions.ts`. A test fails where either is not what the golden files have.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type GoldenOperation, goldenOperations } from "../tests/support/golden.ts";

const README = new URL("../README.md", import.meta.url);
const QUESTIONS = new URL("../docs/questions.md", import.meta.url);
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

Written by \`scripts/questions.ts\`: change the golden files, not this page.
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

/** The page of all questions, by theme. Throws where a folder of tests/operations is no theme. */
export function questionsPage(operations: readonly GoldenOperation[] = goldenOperations()): string {
  const strange = operations.find(({ theme }) => THEMES[theme] === undefined);
  if (strange) throw new Error(`tests/operations/${strange.theme} has no title: add it to THEMES in scripts/questions.ts.`);
  const themes = Object.entries(THEMES).map(([theme, title]) => ({ title, of: operations.filter((o) => o.theme === theme) }));
  const contents = themes.flatMap(({ title, of }) => ["", `**${title}**`, "", ...of.map((o) => `- [${o.question}](#${o.name})`)]);
  const sections = themes.flatMap(({ title, of }) => [
    "",
    `## ${title}`,
    ...of.flatMap((o) => ["", `<a id="${o.name}"></a>`, "", `### ${o.question}`, "", ...shown(o)]),
  ]);
  return `${[HEAD.trim(), ...contents, ...sections].join("\n")}\n`;
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
  writeFileSync(QUESTIONS, questionsPage());
  writeFileSync(README, withOperations(readFileSync(README, "utf8")));
}
