import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveDocs } from "../../src/server/docs.ts";
import { type Served, serve } from "../server/support.ts";
import { violationsInDark, violationsOf } from "../support/axe.ts";
import { describeInBrowser } from "../support/browser.ts";
import { blocksOf } from "./pages.ts";

const BUILT = "dist/docs";
const built = existsSync(BUILT) ? readdirSync(BUILT, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html")) : [];

/** The file that stands at an address of the site; null where none does. */
function fileAt(address: string): string | null {
  const place = address.replace(/^\/docs\/?/, "");
  return (
    [place === "" ? "index.html" : `${place}.html`, place]
      .map((path) => join(BUILT, path))
      .find((path) => /\.\w+$/.test(path) && existsSync(path)) ?? null
  );
}

/** The links of a page within the site that lead nowhere. */
function brokenLinks(path: string): string[] {
  const html = readFileSync(join(BUILT, path), "utf8");
  const own = `/docs/${path.replace(/\.html$/, "")}`;
  const links = [...html.matchAll(/(?:href|src)="((?:\/docs|#)[^"]*)"/g)].map(([, link = ""]) => link);
  return links.filter((link) => {
    const [address = "", anchor] = link.split("#");
    const file = address === "" ? join(BUILT, path) : fileAt(address === "" ? own : address);
    if (file === null) return true;
    return anchor !== undefined && anchor !== "" && !readFileSync(file, "utf8").includes(`id="${anchor}"`);
  });
}

describe("the site of the documentation", () => {
  it("is built, with a page for each of docs/", () => {
    expect(built, "dist/docs is missing: run `npm run build`").toEqual(
      expect.arrayContaining(["index.html", "find.html", "dictionary/measure.html", "seed.html"]),
    );
  });

  it.each(built)("every link of %s within the site leads to a page, and to a heading where it names one", (path) => {
    expect(brokenLinks(path)).toEqual([]);
  });

  it("has a link to GraphiQL for each query of docs/find.md", () => {
    const links = readFileSync(join(BUILT, "find.html"), "utf8").match(/class="docs-ask"/g);
    expect(links).toHaveLength(blocksOf("docs/find.md").length);
  });

  it("is told how to be built where it is not", async () => {
    const server = fastify();
    await serveDocs(server, "dist/nothing");
    for (const url of ["/docs", "/docs/find"]) {
      const { statusCode, body } = await server.inject({ url });
      expect(statusCode).toBe(503);
      expect(body).toContain("npm run build");
    }
    await server.close();
  });
});

describeInBrowser("the documentation at /docs", ({ open }) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served?.close());

  it("stands at /docs and below, pictures included, under a policy that allows no script and no style within a page", async () => {
    for (const path of ["/docs", "/docs/", "/docs/find", "/docs/questions", "/docs/questions/goods", "/docs/screenshots/home-1440.png"]) {
      const { status, headers } = await served.request(path);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none';script-src 'self';style-src 'self';/);
    }
    expect((await served.request("/docs/nothing")).status).toBe(404);
  });

  it("finds while typing, goes through what is found by arrows, and opens it", async () => {
    const { page, complaints } = await open(served.address, "/docs");
    await page.keyboard.press("/");
    await page.keyboard.type("retaliat");
    await page
      .getByRole("list", { name: "Found" })
      .getByRole("link", { name: /^Retaliation/ })
      .waitFor();
    await page.keyboard.type("ion");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).hash).toBe("/docs/find#retaliation");
    expect(complaints).toEqual([]);
  });

  it("leads from the page of a query to GraphiQL, and from both back", async () => {
    const { page } = await open(served.address, "/docs/find");
    const link = await page.locator(".docs-ask").first().getAttribute("href");
    expect(link).toMatch(/^\/graphiql\?query=/);
    const graphiql = await open(served.address, "/graphiql");
    await graphiql.page.getByRole("link", { name: "Docs" }).waitFor();
  });

  it.each(["/docs", "/docs/find", "/docs/dictionary/measure", "/docs/operating", "/docs/questions/evidence"])(
    "%s is without violations by axe, light, dark and on a phone, and does not scroll sideways there",
    async (path) => {
      const { page, complaints } = await open(served.address, path, { colorScheme: "light" });
      const found = [...(await violationsOf(page, path)), ...(await violationsInDark(page, path))];
      await page.setViewportSize({ width: 320, height: 700 });
      found.push(...(await violationsOf(page, `${path}, 320 px`)));
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      if (wide > 320) found.push(`${path}: it is ${wide} px wide at 320`);
      expect([...found, ...complaints]).toEqual([]);
    },
    90_000,
  );
});
