/**
 * Measures what a frame of the explorer's graph costs while the picture is dragged, in the built-in browser: `npx tsx scripts/graph-speed.ts [number of nodes] [seconds]`.
 * Without a graphics card the browser draws WebGL by the processor, which is then most of the time.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { launch } from "../tests/support/browser.ts";
import { busySince } from "../tests/support/processor.ts";

const [count = 2_000, seconds = 10] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), "graph-speed-"));
await build({
  configFile: false,
  root: "src/explorer/graph/measure",
  logLevel: "warn",
  build: { outDir: folder, emptyOutDir: true },
  worker: { format: "es" },
});
/** Drags the picture in circles, as a reader does. */
async function drag(page: Page, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  await page.mouse.move(450, 325);
  await page.mouse.down();
  for (let step = 1; performance.now() < until; step++) {
    const turn = step / 8;
    await page.mouse.move(450 + 80 * Math.sin(turn), 325 + 80 * Math.cos(turn));
  }
  await page.mouse.up();
}

const TYPES: Readonly<Record<string, string>> = { html: "text/html", js: "text/javascript", css: "text/css" };
const server = createServer(async (request, response) => {
  const path = request.url === "/" ? "/index.html" : (request.url ?? "");
  const body = await readFile(join(folder, path)).catch(() => null);
  response.writeHead(body ? 200 : 404, { "content-type": TYPES[path.split(".").at(-1) ?? ""] ?? "text/plain" }).end(body);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction("window.place");
  const placing = await page.evaluate<{ frames: number; took: number }>(`place(${count})`);
  console.log(`${count} nodes found their places in ${placing.took.toFixed(1)} s, at ${placing.frames.toFixed(1)} frames a second`);
  await page.evaluate("drawn()");
  const busy = await busySince(browser);
  const begun = performance.now();
  await drag(page, seconds);
  const took = (performance.now() - begun) / 1000;
  const { pages, drawing } = await busy();
  const { frames, own } = await page.evaluate<{ frames: number; own: number }>("drawn()");
  const each = (ms: number): string => (ms / frames).toFixed(0);
  console.log(
    `dragged: ${(frames / took).toFixed(1)} frames a second; a frame takes the page's own script ${own.toFixed(1)} ms (the fastest tenth)`,
  );
  console.log(
    `of a processor, a frame takes ${each(pages)} ms in the page's process, all of its threads, and ${each(drawing)} ms in the one that draws`,
  );
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}
