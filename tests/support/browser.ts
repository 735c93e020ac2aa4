import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, it } from "vitest";

/** Where Debian has Chromium: alone, or within a browser with windows, which takes half as much again of a processor for pages that nobody sees. */
const INSTALLED = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
/** Debian's Chromium, or another one by the environment. */
export const CHROMIUM = process.env.CHROMIUM || (INSTALLED.find((path) => existsSync(path)) ?? "/usr/bin/chromium");
const REQUIRED = process.env.REQUIRE_BROWSER === "1";
/** No request of the browser's own; pictures in WebGL are drawn by the processor, and they alone by way of OpenGL: pages by that way took twice the time. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-gpu-compositing",
  "--disable-gpu-rasterization",
];

/** How long one step on a page may take, in milliseconds: less than a test may, so that a failure names its step. */
const STEP = 15_000;

/** Starts it; nothing is downloaded. */
export const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, headless: true, args: ARGUMENTS });

/** A page of a server under test, and what went wrong in it. */
export interface Opened {
  readonly page: Page;
  /** What the console said, what was thrown, refused or asked of other hosts: to be empty at the end of a test. */
  readonly complaints: string[];
}

/** Opens an address of `origin` in a window of its own that reaches nothing but that server. */
export async function openPage(browser: Browser, origin: string, path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const complaints: string[] = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (/^(blob|data):/.test(url) || new URL(url).origin === origin) return route.continue();
    complaints.push(`asked another origin: ${url}`);
    return route.abort();
  });
  context.setDefaultTimeout(STEP);
  const page = await context.newPage();
  page.on("console", (message) => {
    // The browser's own remarks on how fast it draws without a graphics card are none of the page's.
    if (["error", "warning"].includes(message.type()) && !message.text().includes("GPU stall"))
      complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // What is overtaken by a newer question is given up.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(`${origin}${path}`);
  return { page, complaints };
}

/** The browser of a block of tests, and what closes the pages that a test opened. */
export interface InBrowser {
  /** Opens an address of the server. */
  open(origin: string, path: string, options?: BrowserContextOptions): Promise<Opened>;
}

/** What stood on a page when its test failed, what was written in its fields too. */
const asSeen = async (page: Page): Promise<string> => `At ${page.url()} stood:
${await page.locator("body").ariaSnapshot().catch(String)}`;

/** A block of tests that need a browser: left out with a word where there is none, unless `REQUIRE_BROWSER=1`. */
export function describeInBrowser(name: string, tests: (browser: InBrowser) => void): void {
  if (!existsSync(CHROMIUM)) {
    describe(name, () => {
      it.skipIf(!REQUIRED)("finds a browser", () => {
        throw new Error(`There is no browser at ${CHROMIUM}: install Debian's chromium, or name another by CHROMIUM.`);
      });
    });
    if (!REQUIRED) console.warn(`${name}: not tried in a browser, since there is none at ${CHROMIUM}.`);
    return;
  }
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterEach(async ({ task }) => {
      const pages = browser.contexts().flatMap((context) => context.pages());
      if (task.result?.state === "fail") for (const page of pages) console.error(await asSeen(page));
      await Promise.all(browser.contexts().map((context) => context.close()));
    });
    afterAll(() => browser?.close());
    tests({ open: (origin, path, options) => openPage(browser, origin, path, options) });
  });
}
