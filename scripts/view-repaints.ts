/**
 * Measures how long each view of the explorer takes from the move of a day to the picture of that day: `npx tsx scripts/view-repaints.ts [address of a server] [part of a
 * name]`. By default of http://127.0.0.1:4000. Days far apart are all new to the page; then the arrow keys' way, day by day.
 */
import { settled } from "../tests/support/axe.ts";
import { launch } from "../tests/support/browser.ts";
import { repaintsOf, spreadOf } from "../tests/support/repaint.ts";
import { ADDRESSES } from "../tests/support/views.ts";

const [origin = "http://127.0.0.1:4000", part = ""] = process.argv.slice(2);
const DAY = 86_400_000;
const daysFrom = (first: string, step: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.parse(first) + i * step * DAY).toISOString().slice(0, 10));
const FAR = daysFrom("2025-04-10", 9, 8);
const NEAR = daysFrom("2025-07-27", 1, 8);

const browser = await launch();
try {
  console.log("| view | days far apart: least, median, of it drawing | day by day: least, median |\n| --- | --- | --- |");
  for (const [name, path] of Object.entries(ADDRESSES).filter(([name]) => name.includes(part))) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
    await page.goto(`${origin}${path}`);
    await settled(page);
    // The first move loads nothing that the others do not, but runs code that has not run yet.
    await repaintsOf(page, ["2025-04-01"]);
    const [far, near] = [await repaintsOf(page, FAR), await repaintsOf(page, NEAR)];
    const [all, drawing] = [spreadOf(far.map(({ all }) => all)), spreadOf(far.map(({ drawing }) => drawing))];
    const days = spreadOf(near.map(({ all }) => all));
    console.log(`| ${name} | ${all.least}, ${all.median}, ${drawing.median} ms | ${days.least}, ${days.median} ms |`);
    await page.close();
  }
} finally {
  await browser.close();
}
