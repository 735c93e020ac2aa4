/**
 * Builds the documentation into dist/docs, which the server shows at /docs: `npm run build` calls it after the explorer, whose src/explorer/docs has
 * the page around every text. Pages are docs/ and what it leads to; a page is one file of HTML, and search.json has the words of all.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Heading, type Rendered, render } from "./site/markdown.ts";
import { type Group, menuHtml, menuOf } from "./site/menu.ts";
import { addressOf, sitePages } from "./site/places.ts";

const OUT = "dist/docs";
const TEMPLATE = "dist/explorer/docs/index.html";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The headings of a page as a list of links; none where there are few. */
function hereHtml(headings: readonly Heading[]): string {
  const shown = headings.filter(({ level }) => level === 2);
  if (shown.length < 2) return "";
  return `<h2>On this page</h2><ul>${shown.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join("")}</ul>`;
}

/** Writes a file of the site by its address: `/docs` is index.html, `/docs/find` find.html. */
function write(address: string, text: string): void {
  const path = join(OUT, address === "/docs" ? "index.html" : `${address.slice("/docs/".length)}.html`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function pageHtml(template: string, address: string, { title, html, headings }: Rendered, menu: readonly Group[]): string {
  const parts: Readonly<Record<string, string>> = {
    title: `${escaped(title)} · trade-graph`,
    page: html,
    contents: menuHtml(menu, address, titles),
    here: hereHtml(headings),
  };
  return template.replaceAll(/%(title|page|contents|here)%/g, (_, name: string) => parts[name] ?? "");
}

const paths = sitePages();
const known = new Set(paths);
const rendered = new Map(paths.map((path) => [path, render(readFileSync(path, "utf8"), path, known)]));
const titles = new Map([...rendered].map(([path, { title }]) => [addressOf(path), title]));
const menu = menuOf(readFileSync("docs/README.md", "utf8"), known, titles);
const template = readFileSync(TEMPLATE, "utf8");

rmSync(OUT, { recursive: true, force: true });
for (const [path, page] of rendered) {
  write(addressOf(path), pageHtml(template, addressOf(path), page, menu));
  for (const { file, address } of page.files) {
    const to = join(OUT, address.slice("/docs/".length));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(file, to);
  }
}
const sections = [...rendered].flatMap(([path, { title: page, parts }]) =>
  parts.map(({ id, title, text }) => ({ id: `${addressOf(path)}${id === null ? "" : `#${id}`}`, page, title, text })),
);
writeFileSync(join(OUT, "search.json"), JSON.stringify(sections));
