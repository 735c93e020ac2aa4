/** Puts the golden operations that README names, with their answers, into README; `npx tsx scripts/readme.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const README = new URL("../README.md", import.meta.url);
const OPERATIONS = new URL("../tests/operations/", import.meta.url);
const MARKED = /<!-- operation ([a-z0-9-]+) -->\n[\s\S]*?(?=<!-- end -->|\n<!-- operation|\n## )(?:<!-- end -->\n?)?/g;

/** README with each `<!-- operation name -->` followed by that operation and its answer, as the golden files have them. */
export function withOperations(readme: string): string {
  return readme.replace(MARKED, (_, name: string) => {
    const operation = readFileSync(new URL(`${name}.graphql`, OPERATIONS), "utf8").trim();
    const answer = readFileSync(new URL(`${name}.json`, OPERATIONS), "utf8").trim();
    const [question = "", ...query] = operation.split("\n");
    return [
      `<!-- operation ${name} -->`,
      "",
      `**${question.replace(/^# /, "")}**`,
      "",
      "```graphql",
      ...query,
      "```",
      "",
      "<details><summary>The answer</summary>",
      "",
      "```json",
      answer,
      "```",
      "",
      "</details>",
      "",
      "<!-- end -->",
      "",
    ].join("\n");
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(README, withOperations(readFileSync(README, "utf8")));
}
