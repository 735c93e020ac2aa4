/**
 * Measures how fast the explorer's graph is drawn, in the built-in browser: `npx tsx scripts/graph-speed.ts [number of nodes]`. Without a graphics card the
 * browser draws WebGL by the processor, which is then most of the time.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { launch } from "../tests/support/browser.ts";

const count = Number(process.argv[2] ?? 2_000);
const folder = await mkdtemp(join(tmpdir(), "graph-speed-"));
await build({
  configFile: false,
  root: "src/explorer/graph/measure",
  logLevel: "warn",
  build: { outDir: folder, emptyOutDir: true },
  worker: { format: "es" },
});
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
  await page.waitForFunction("window.measure");
  console.log(`${count} nodes:`, await page.evaluate(`measure(${count})`));
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}
