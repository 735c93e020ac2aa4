import { existsSync } from "node:fs";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const BROWSER = process.env.CHROMIUM || "/usr/bin/chromium";
const REQUIRED = process.env.REQUIRE_BROWSER === "1";
const PAGE = new URL("../../dist/page/index.html", import.meta.url);
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe("the page", () => {
  it("finds the page built", () => {
    expect(existsSync(PAGE), "dist/page is missing: run `npm run build`").toBe(true);
  });

  if (existsSync(BROWSER)) {
    inBrowser();
  } else if (REQUIRED) {
    it("finds a browser for the page", () => {
      throw new Error(`There is no browser at ${BROWSER}: install Debian's chromium, or name another by CHROMIUM.`);
    });
  } else {
    console.warn(
      `GraphiQL is not tried in a browser: there is none at ${BROWSER}. Install Debian's chromium, or name another by CHROMIUM.`,
    );
  }
});

function inBrowser(): void {
  let served: Seeded;
  let browser: Browser;
  let page: Page | undefined;
  /** What went wrong in the page, and what it asked of others. */
  let complaints: string[] = [];

  beforeAll(async () => {
    [served, browser] = await Promise.all([openSeeded(), chromium.launch({ executablePath: BROWSER, headless: true, args: QUIET })]);
  });
  afterEach(async () => {
    await page?.context().close();
    page = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** Opens the page in a browser that reaches nothing but the server. */
  async function open(path = "/", showing = "ExplorerLine"): Promise<Page> {
    complaints = [];
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    await context.route("**/*", (route) => {
      const url = route.request().url();
      if (/^(blob|data):/.test(url) || new URL(url).origin === served.address) return route.continue();
      complaints.push(`asked another origin: ${url}`);
      return route.abort();
    });
    const opened = await context.newPage();
    page = opened;
    opened.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`);
    });
    opened.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    opened.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    opened.on("response", (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    await opened.goto(`${served.address}${path}`);
    await expect.poll(() => shown(opened.locator(".graphiql-query-editor")), { timeout: 15_000 }).toContain(showing);
    return opened;
  }

  /** The text of a part of the page; its editors show blanks as non-breaking ones. */
  const shown = async (part: Locator) => ((await part.textContent()) ?? "").replaceAll("\u00a0", " ");

  it("opens the page with a tab for each of six questions, each under its name", async () => {
    const opened = await open();
    const tabs = opened.getByRole("tab");
    await expect.poll(() => tabs.count()).toBe(6);
    const names = ["ExplorerLine", "ArticleContradicted", "ChapterToMeasures", "DisruptionsByCause", "EachSideUndertook", "WhoCanLicense"];
    for (const [i, name] of names.entries()) expect(await tabs.nth(i).textContent()).toContain(name);
    expect(complaints).toEqual([]);
  });

  it("answers the page's first question at the press of a button", async () => {
    const opened = await open();
    await opened.getByRole("button", { name: /^Execute query/ }).click();
    await expect.poll(() => shown(opened.locator(".result-window")), { timeout: 15_000 }).toContain("Ford's Chicago plant");
    expect(complaints).toEqual([]);
  });

  it("opens at a node's page with a question about the node, which it answers", async () => {
    const opened = await open("/id/measure:cn-2025-announcement-18", "cn-2025-announcement-18");
    expect(new URL(opened.url()).pathname).toBe("/");
    await opened.getByRole("button", { name: /^Execute query/ }).click();
    await expect
      .poll(() => shown(opened.locator(".result-window")), { timeout: 15_000 })
      .toContain("Export licences for seven medium and heavy");
    expect(complaints).toEqual([]);
  });

  it("shows the documentation of the schema beside the query", async () => {
    const opened = await open();
    await opened.getByRole("button", { name: "Show Documentation Explorer" }).click();
    const docs = opened.locator(".graphiql-doc-explorer");
    await expect.poll(() => shown(docs)).toContain("Query");
    await docs.getByRole("link", { name: "Query" }).first().click();
    await expect.poll(() => shown(docs)).toContain("A country, territory or bloc by its code");
    expect(complaints).toEqual([]);
  });

  it("marks a field that the schema does not have in the page's editor", async () => {
    const opened = await open();
    const editor = opened.locator(".graphiql-query-editor");
    await editor.click();
    await opened.keyboard.press("ControlOrMeta+a");
    await opened.keyboard.type("query Wrong { nothingOfTheKind }");
    await editor.locator(".squiggly-error").first().waitFor({ timeout: 15_000 });
    expect(complaints).toEqual([]);
  });

  it("forbids other sites to put the page in a frame, and gives it a title", async () => {
    const answer = await fetch(`${served.address}/`);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(await (await open()).title()).toBe("trade-graph · GraphiQL");
  });
}
