import { existsSync, readdirSync } from "node:fs";
import { posix } from "node:path";

const under = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".md"))
    .sort();

/** The pages of the site: docs/, and what it leads to beside; those that are not there, as in an image, are left out. */
export function sitePages(): readonly string[] {
  const rooms = readdirSync("src").map((room) => `src/${room}/README.md`);
  const beside = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "seed/README.md",
    "seed/LICENSE.md",
    "schema/README.md",
    "tests/README.md",
    ...rooms,
  ];
  return [...under("docs"), ...beside.filter((path) => existsSync(path))];
}

/** The address of a page: `docs/find.md` stands at `/docs/find`, a README at its folder, that of the project at `/docs/project`. */
export function addressOf(page: string): string {
  if (page === "README.md") return "/docs/project";
  const place = page
    .replace(/^docs\//, "")
    .replace(/(^|\/)README\.md$/, "")
    .replace(/\.md$/, "");
  return place === "" ? "/docs" : `/docs/${place}`;
}

/** Where a link of a page leads. */
export type Target =
  | { readonly kind: "address"; readonly address: string }
  /** A file that is brought along. */
  | { readonly kind: "file"; readonly file: string; readonly address: string }
  /** What is no part of the site: its name alone is told. */
  | { readonly kind: "none" };

/** The server that pages name in commands: a link to it is one to the server that shows the page. */
const SERVER = /^http:\/\/127\.0\.0\.1:4000(?=\/)/;

/** Where a link leads, given the page on which it stands. */
export function targetOf(href: string, page: string, pages: ReadonlySet<string>): Target {
  if (SERVER.test(href)) return { kind: "address", address: href.replace(SERVER, "") };
  if (/^(\w+:|#)/.test(href)) return { kind: "address", address: href };
  const [path = "", anchor] = href.split("#");
  const target = posix.join(posix.dirname(page), path).replace(/\/$/, "");
  const found = [target, `${target}/README.md`].find((each) => pages.has(each));
  if (found !== undefined) return { kind: "address", address: `${addressOf(found)}${anchor === undefined ? "" : `#${anchor}`}` };
  if (target === "api/schema.graphql") return { kind: "address", address: "/schema.graphql" };
  const isBroughtAlong = /^(docs|api)\/.*\.\w+$|\.(svg|png)$/.test(target) && existsSync(target);
  return isBroughtAlong ? { kind: "file", file: target, address: `/docs/${target.replace(/^docs\//, "")}` } : { kind: "none" };
}
