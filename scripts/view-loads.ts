/**
 * Measures what each view of the explorer loads, what that takes, and when it can be used: `npx tsx scripts/view-loads.ts [address of a server] [part of a name] [how many loads]
 * [the server's process id]`. By default of http://127.0.0.1:4000, three loads each with nothing kept by the browser, of which the least counts. A view can be used once its
 * heading and its first answer are drawn, nothing stands in for what is awaited, and the page's thread is free. What a processor works is counted until then, and until
 * nothing more is asked: for the page in the browser, all threads of it; with the id, for the server and its database on the same machine (Linux; in steps of 10 ms).
 */
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { settled } from "../tests/support/axe.ts";
import { launch } from "../tests/support/browser.ts";
import { busySince, busyWithChildren } from "../tests/support/processor.ts";
import { ADDRESSES } from "../tests/support/views.ts";

/**
 * What a load of a view took. Bytes as gzip sends them, of files and of answers; milliseconds from the start of the navigation, and of a processor, in the browser and
 * at the server.
 */
interface Load {
  readonly files: number;
  readonly bytes: number;
  readonly questions: number;
  readonly answered: number;
  readonly heading: number;
  readonly usable: number;
  readonly page: number;
  readonly server: number;
}

/** Notes in the page when its heading is there, and when it can be used; the latter moves on as long as something stands in for what is awaited. */
const WATCH = `(() => {
  const times = (window.times = { heading: 0, usable: 0 });
  const free = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now()), 0));
  let awaited = true;
  new MutationObserver(() => {
    const main = document.querySelector("main");
    if (!main || !main.querySelector("h1")) return;
    if (times.heading === 0) { times.heading = 1; free((time) => { times.heading = time; }); }
    const waits = main.querySelector('.skeleton, [aria-busy="true"]:not([role="listbox"])') !== null;
    if (awaited && !waits) free((time) => { times.usable = time; });
    if (waits) times.usable = 0;
    awaited = waits;
  }).observe(document, { subtree: true, childList: true, attributes: true });
})()`;

async function loadOf(browser: Browser, address: string): Promise<Load> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const files: Promise<number>[] = [];
  const answers: Promise<number>[] = [];
  page.on("response", (response) => {
    const isAnswer = new URL(response.url()).pathname === "/graphql";
    (isAnswer ? answers : files).push(response.body().then((body) => gzipSync(body).length));
  });
  try {
    await page.addInitScript(WATCH);
    const [busy, before] = [await busySince(browser), await busyWithChildren(server)];
    await page.goto(address);
    await settled(page);
    // The pages' policy refuses what playwright's own waiting evaluates in the page.
    while (!(await page.evaluate<boolean>("window.times.usable > 0 && window.times.heading > 1"))) await page.waitForTimeout(20);
    const { heading, usable } = await page.evaluate<{ heading: number; usable: number }>("window.times");
    const [{ pages }, after] = [await busy(), await busyWithChildren(server)];
    const sum = async (sizes: readonly Promise<number>[]) => (await Promise.all(sizes)).reduce((all, size) => all + size, 0);
    return {
      files: files.length,
      bytes: await sum(files),
      questions: answers.length,
      answered: await sum(answers),
      heading,
      usable,
      page: pages,
      server: after - before,
    };
  } finally {
    await Promise.allSettled([...files, ...answers]);
    await page.close();
  }
}

const [origin = "http://127.0.0.1:4000", part = "", loads = "3", server] = process.argv.slice(2);
const kilobytes = (bytes: number): number => Math.round(bytes / 1000);
const browser = await launch();
try {
  const columns = [
    "KB",
    "files",
    "KB of answers",
    "questions",
    "heading, ms",
    "usable, ms",
    "processor of the page, ms",
    "of the server, ms",
  ];
  console.log(`| view | ${columns.join(" | ")} |\n| --- |${columns.map(() => " --- |").join("")}`);
  for (const [name, path] of Object.entries(ADDRESSES).filter(([name]) => name.includes(part))) {
    const taken: Load[] = [];
    for (let i = 0; i < Number(loads); i++) taken.push(await loadOf(browser, `${origin}${path}`));
    const [first] = taken;
    if (!first) continue;
    const least = (of: (load: Load) => number): number => Math.round(Math.min(...taken.map(of)));
    const figures = [kilobytes(first.bytes), first.files, kilobytes(first.answered), first.questions];
    const times = [least(({ heading }) => heading), least(({ usable }) => usable), least(({ page }) => page)];
    const atServer = server === undefined ? "" : least((load) => load.server);
    console.log(`| ${name} | ${[...figures, ...times, atServer].join(" | ")} |`);
  }
} finally {
  await browser.close();
}
