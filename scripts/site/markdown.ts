import MarkdownIt, { type Token } from "markdown-it";
import { type Target, targetOf } from "./places.ts";

/** A heading of a page. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly title: string;
}

/** A part of a page as the search knows it. */
export interface Part {
  /** The anchor; null for what stands before the first heading but the title. */
  readonly id: string | null;
  readonly title: string;
  readonly text: string;
}

/** A page in HTML. */
export interface Rendered {
  readonly title: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly parts: readonly Part[];
  /** Files that it shows or links to. */
  readonly files: readonly Extract<Target, { kind: "file" }>[];
}

/** Queries longer than this fit into no address. */
const LONGEST_ADDRESS = 3500;

const md = new MarkdownIt({ html: true, linkify: false });

// Tables and code that are wider than the page are moved by keys too.
md.renderer.rules.table_open = () => '<div class="docs-table" tabindex="0" role="group" aria-label="Table"><table>\n';
md.renderer.rules.table_close = () => "</table></div>\n";
md.renderer.rules.fence = (tokens, index) => {
  const { content = "", info = "" } = tokens[index] ?? {};
  const code = `<pre tabindex="0"><code>${md.utils.escapeHtml(content)}</code></pre>\n`;
  const address = `/graphiql?query=${encodeURIComponent(content.trim())}`;
  return info.trim() === "graphql" && address.length <= LONGEST_ADDRESS
    ? `${code}<a class="docs-ask" href="${md.utils.escapeHtml(address)}">Open in GraphiQL</a>\n`
    : code;
};

/** What is read of a token: the words, without marks. */
const wordsOf = (token: Token | undefined): string =>
  (token?.children ?? [])
    .map(({ type, content }) => (type === "text" || type === "code_inline" ? content : type === "softbreak" ? " " : ""))
    .join("");

/** The anchor of a heading, as GitHub makes it. */
const slugOf = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(/\s/g, "-");

/** Renders a page of the project, its links turned into those of the site. */
export function render(source: string, page: string, pages: ReadonlySet<string>): Rendered {
  const tokens = md.parse(source, {});
  const headings = nameHeadings(tokens);
  const files = turnLinks(tokens, (href) => targetOf(href, page, pages));
  const title = headings[0]?.title ?? page;
  return { title, headings, files, parts: partsOf(tokens, headings), html: md.renderer.render(tokens, md.options, {}) };
}

/** Gives each heading its anchor; one that stands twice gets a number. */
function nameHeadings(tokens: readonly Token[]): Heading[] {
  const taken = new Map<string, number>();
  return tokens.flatMap((token, i) => {
    if (token.type !== "heading_open") return [];
    const title = wordsOf(tokens[i + 1]);
    const slug = slugOf(title);
    const times = taken.get(slug) ?? 0;
    taken.set(slug, times + 1);
    const id = times === 0 ? slug : `${slug}-${times}`;
    token.attrSet("id", id);
    return [{ level: Number(token.tag.slice(1)), id, title }];
  });
}

/** Turns links and pictures; what is no part of the site is told by its words alone. Gives the files that go along. */
function turnLinks(tokens: readonly Token[], turn: (href: string) => Target): Extract<Target, { kind: "file" }>[] {
  const files: Extract<Target, { kind: "file" }>[] = [];
  for (const { children } of tokens) {
    let isOut = false;
    for (const token of children ?? []) {
      const name = token.type === "image" ? "src" : "href";
      const href = token.attrGet(name);
      if (token.type === "link_close" && isOut) {
        token.tag = "span";
        isOut = false;
      }
      if (href === null || (token.type !== "image" && token.type !== "link_open")) continue;
      const target = turn(String(href));
      if (target.kind === "file") files.push(target);
      if (target.kind !== "none") token.attrSet(name, target.address);
      else if (token.type === "link_open") {
        isOut = true;
        Object.assign(token, { tag: "span", attrs: null });
      }
    }
  }
  return files;
}

/** The words of a page by its headings; code is left out, and with it the answers of questions. */
function partsOf(tokens: readonly Token[], headings: readonly Heading[]): Part[] {
  const parts: { id: string | null; title: string; text: string[] }[] = [];
  let at = -1;
  for (const [i, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      at += 1;
      const { id = null, title = "", level = 1 } = headings[at] ?? {};
      parts.push({ id: level === 1 ? null : id, title, text: [] });
    } else if (token.type === "inline" && tokens[i - 1]?.type !== "heading_open") parts.at(-1)?.text.push(wordsOf(token));
  }
  return parts.map(({ text, ...part }) => ({ ...part, text: text.join(" ") }));
}
