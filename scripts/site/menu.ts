import { targetOf } from "./places.ts";

/** Pages under one heading of the menu. */
export interface Group {
  readonly title: string;
  readonly pages: readonly { readonly address: string; readonly title: string }[];
}

/** The menu, as docs/README.md has it: its headings with the pages that they link to, then those below them. */
export function menuOf(readme: string, pages: ReadonlySet<string>, titles: ReadonlyMap<string, string>): readonly Group[] {
  const parts = readme.split(/^## /m);
  return parts.map((part, i) => {
    const links = [...part.matchAll(/\]\(([^)#\s]+)\)/g)].flatMap(([, href = ""]) => {
      const target = targetOf(href, "docs/README.md", pages);
      return target.kind === "address" ? [target.address] : [];
    });
    const title = i === 0 ? "Begin" : (part.split("\n")[0] ?? "");
    return { title, pages: [...new Set(links)].map((address) => ({ address, title: titles.get(address) ?? address })) };
  });
}

/** The menu in HTML, the pages below the one that is shown opened. */
export function menuHtml(menu: readonly Group[], shown: string, titles: ReadonlyMap<string, string>): string {
  const link = (address: string, title: string) => `<a href="${address}"${address === shown ? ' aria-current="page"' : ""}>${title}</a>`;
  const below = (address: string) => {
    const isOpen = shown === address || shown.startsWith(`${address}/`);
    const inner = isOpen && address !== "/docs" ? [...titles].filter(([other]) => other.startsWith(`${address}/`)) : [];
    return inner.length === 0 ? "" : `<ul>${inner.map(([other, title]) => `<li>${link(other, title)}</li>`).join("")}</ul>`;
  };
  return menu
    .map(
      ({ title, pages }) =>
        `<h2>${title}</h2><ul>${pages.map((page) => `<li>${link(page.address, page.title)}${below(page.address)}</li>`).join("")}</ul>`,
    )
    .join("");
}
