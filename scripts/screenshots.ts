/**
 * Takes pictures of the explorer's views at 1440 and 390 px, light, and the first one dark: `npx tsx scripts/screenshots.ts [address of a server] [folder] [part of a name]`.
 * By default from http://127.0.0.1:4000 into docs/screenshots.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../tests/support/browser.ts";

/** One picture of each view, by name. */
const VIEWS: Readonly<Record<string, string>> = {
  home: "/",
  node: "/id/measure:cn-2025-announcement-18",
  evidence: "/id/measure:cn-2025-announcement-18?evidence=measure:cn-2025-announcement-18",
  firm: "/id/firm:ford-motor",
  country: "/id/country:CN",
  graph: "/graph?at=measure:cn-2025-announcement-18",
  map: "/map?on=2025-06-28",
  measures: "/measures?on=2025-06-28",
  timeline: "/timeline?actors=country:CN,country:US&from=2025-03&to=2025-08",
  tariffs: "/tariffs?importer=US&exporter=CN&hs=850511",
  changes: "/changes?from=2025-05-01&to=2025-06-28",
  questions: "/questions",
  question: "/questions/rare-earth-controls",
};
/** Asked in the page. */
const SIZE = "({ wide: document.documentElement.scrollWidth, high: document.documentElement.scrollHeight })";
const WIDTHS = [1440, 390] as const;

const [origin = "http://127.0.0.1:4000", folder = "docs/screenshots", part = ""] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
try {
  for (const [name, path] of Object.entries(VIEWS).filter(([name]) => name.includes(part))) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: "light", reducedMotion: "reduce" });
      page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
      await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
      await page.waitForTimeout(500);
      const { wide, high } = await page.evaluate<{ wide: number; high: number }>(SIZE);
      if (wide > width) console.error(`${name} at ${width} px is ${wide} px wide: something sticks out`);
      await page.screenshot({
        path: join(folder, `${name}-${width}.png`),
        clip: { x: 0, y: 0, width, height: Math.min(high, 2_400) },
        fullPage: true,
      });
      await page.close();
    }
  }
} finally {
  await browser.close();
}
