import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { PAGES } from "./pages.ts";

/** What stands in code blocks is an example, not a link. */
const prose = (text: string) => text.replaceAll(/^```.*?^```$/gms, "");

/** The anchors of a page: its headings as GitHub makes them, and those written by hand. */
function anchorsOf(text: string): Set<string> {
  const headings = [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id)]);
}

/** The relative links of a page that lead nowhere. */
function brokenLinks(page: string): string[] {
  const links = [...prose(readFileSync(page, "utf8")).matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : posix.join(posix.dirname(page), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(target, "utf8")).has(anchor);
  });
}

/** The files and folders of this project that a page names, and that do not exist. Names with a placeholder are patterns. */
function missingPaths(page: string): string[] {
  const named = prose(readFileSync(page, "utf8")).matchAll(/(?<![\w./-])((?:src|tests|schema|seed|docs|scripts|api)\/[\w./<>*…-]*)/g);
  return [...named].map(([, path = ""]) => path.replace(/\.$/, "")).filter((path) => !/[*<>…]/.test(path) && !existsSync(path));
}

describe("documentation", () => {
  it.each(PAGES)("every relative link of %s leads to a file, and to a heading where it names one", (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it.each(PAGES)("every file and folder that %s names exists", (page) => {
    expect(missingPaths(page)).toEqual([]);
  });

  it("README is a front door of at most 250 lines", () => {
    expect(readFileSync("README.md", "utf8").split("\n").length).toBeLessThanOrEqual(251);
  });
});
