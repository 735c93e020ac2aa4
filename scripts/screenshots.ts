/**
 * Takes pictures of the explorer's views at 1440 and 390 px, in light colours: `npx tsx scripts/screenshots.ts [address of a server] [folder] [part of a name]`.
 * By default from http://127.0.0.1:4000 into docs/screenshots.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../tests/support/browser.ts";
import { ADDRESSES } from "../tests/support/views.ts";

/** Asked in the page. */
const SIZE = "({ wide: document.documentElement.scrollWidth, high: document.documentElement.scrollHeight })";
const WIDTHS = [1440, 390] as const;

const [origin = "http://127.0.0.1:4000", folder = "docs/screenshots", part = ""] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
try {
  for (const [name, path] of Object.entries(ADDRESSES).filter(([name]) => name.includes(part))) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: "light", reducedMotion: "reduce" });
      page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
      await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
      await page.waitForTimeout(500);
      const { wide, high } = await page.evaluate<{ wide: number; high: number }>(SIZE);
      if (wide > width) console.error(`${name} at ${width} px is ${wide} px wide: something sticks out`);
      await page.screenshot({
        path: join(folder, `${name}-${width}.png`),
        clip: { x: 0, y: 0, width, height: Math.min(high, 1_500) },
        fullPage: true,
      });
      await page.close();
    }
  }
} finally {
  await browser.close();
}
