import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** axe-core as a text: the pages' policy takes no script that is not their own, so it is evaluated. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is held: WCAG 2.2 AA and all before it, and what axe advises for headings, landmarks and regions. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe found against a rule. */
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * What is wrong with an opened page by axe, a line each: the view's name, the rule, what it asks for, and where. Empty where all is well. Waits until nothing is awaited any more.
 */
export async function violationsOf(page: Page, view: string): Promise<string[]> {
  await settled(page);
  await page.evaluate(AXE);
  return violations(page, view, TAGS);
}

/** The same of the colours of the other theme, in which nothing else differs; after `violationsOf`. */
export async function violationsInDark(page: Page, view: string): Promise<string[]> {
  await page.evaluate('document.documentElement.dataset.theme = "dark"');
  return violations(page, `${view}, dark`, ["color-contrast", "link-in-text-block"]);
}

async function violations(page: Page, view: string, runOnly: readonly string[]): Promise<string[]> {
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ["violations"] }).then(({ violations }) => violations)`,
  )) as Violation[];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${view}: ${id} (${help}) at ${target.join(" ")}${detailOf(failureSummary)}`),
  );
}

/** The figures of a failure, such as a contrast, where it has some. */
const detailOf = (summary: string): string => {
  const [detail] = /contrast of [\d.]+[^.]*\.\d+[^.]*/.exec(summary) ?? [];
  return detail === undefined ? "" : `: ${detail}`;
};

/** Waits until the page has its heading, nothing stands in for what is awaited, and nothing is asked of the server. */
export async function settled(page: Page, timeout = 15_000): Promise<void> {
  await page.locator("main h1").first().waitFor({ timeout });
  await page.waitForLoadState("networkidle", { timeout });
  await page.locator(".skeleton").first().waitFor({ state: "detached", timeout });
}
