import { readdirSync, readFileSync } from "node:fs";

/** A block of code in a page. */
export interface Block {
  readonly page: string;
  /** The line of its first backticks. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** The block that follows with nothing between but blank lines and what folds it; null where something else does. */
  readonly next: Block | null;
}

const under = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => `${folder}/${path}`);

/** Every page for readers. */
export const PAGES: readonly string[] = ["README.md", "CONTRIBUTING.md", "seed/README.md", "schema/README.md", ...under("docs")];

/** Those whose blocks are no golden operations, which tests/operations.test.ts sends. */
export const OWN_PAGES: readonly string[] = PAGES.filter((page) => !page.startsWith("docs/questions"));

const FENCE = /^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;
const BETWEEN = /^(\s*|<details>.*|<\/details>|<summary>.*)$/;

/** The blocks of code of a page, in their order. */
export function blocksOf(page: string): Block[] {
  const source = readFileSync(page, "utf8");
  const found = [...source.matchAll(FENCE)];
  let next: Block | null = null;
  let nextAt = source.length;
  const blocks: Block[] = [];
  for (const match of found.reverse()) {
    const end = match.index + match[0].length;
    const isNext = source
      .slice(end, nextAt)
      .split("\n")
      .every((line) => BETWEEN.test(line));
    next = {
      page,
      line: source.slice(0, match.index).split("\n").length,
      language: match[1] ?? "",
      text: match[2] ?? "",
      next: isNext ? next : null,
    };
    nextAt = match.index;
    blocks.unshift(next);
  }
  return blocks;
}
