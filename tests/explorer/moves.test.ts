import type { CDPSession, Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeExplorer } from "../support/explorer.ts";

const DAY = 86_400_000;
const today = Date.parse(new Date().toISOString().slice(0, 10));
/** The day so many days ago, as the server counts. */
const ago = (days: number): string => new Date(today - days * DAY).toISOString().slice(0, 10);
const onOf = (address: string): string | null => new URL(address).searchParams.get("on");

/** The days of the timeline that the address has. */
function spanIn(page: Page): { readonly from: string; readonly days: number } {
  const { searchParams } = new URL(page.url());
  const [from = "", to = ""] = [searchParams.get("from") ?? "", searchParams.get("to") ?? ""];
  return { from, days: (Date.parse(to) - Date.parse(from)) / DAY + 1 };
}

describeExplorer("what moves by hand, and by itself", ({ open }) => {
  /** The timeline of 122 days, and where its picture is. */
  async function openTimeline(hasTouch: boolean) {
    const opened = await open("/timeline?actors=country:CN,country:US&from=2025-04-01&to=2025-07-31", { hasTouch });
    const { page } = opened;
    await page.locator('main [aria-busy="false"]').first().waitFor();
    const picture = page.getByRole("group", { name: /Timeline as a picture/ });
    /** Where the picture is now, in view. */
    const boxNow = async () => {
      await picture.scrollIntoViewIfNeeded();
      const box = await picture.boundingBox();
      if (!box) throw new Error("The picture is not there.");
      return box;
    };
    return { ...opened, boxNow };
  }

  it("zooms by the wheel with Ctrl around the pointer, moves sideways, and leaves the wheel alone to the page", async () => {
    const { page, complaints, boxNow } = await openTimeline(false);
    let box = await boxNow();
    expect(spanIn(page).days).toBe(122);
    await page.mouse.move(box.x + 2, box.y + 100);
    await page.mouse.wheel(0, 100);
    await page.waitForTimeout(600);
    expect(spanIn(page)).toEqual({ from: "2025-04-01", days: 122 });
    box = await boxNow();
    await page.mouse.move(box.x + 1, box.y + 100);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -400);
    await page.keyboard.up("Control");
    // 1.0015 to the power of 400 is 1.82: the first day stays under the pointer.
    await expect.poll(() => spanIn(page).days).toBe(67);
    expect(spanIn(page).from).toBe("2025-04-01");
    await page.mouse.wheel(box.width / 2, 0);
    await expect.poll(() => spanIn(page).from).toBe("2025-05-05");
    expect(spanIn(page).days).toBeGreaterThanOrEqual(66);
    expect(complaints).toEqual([]);
  });

  it("zooms by two fingers: apart is closer, together is wider", async () => {
    const { page, complaints, boxNow } = await openTimeline(true);
    const box = await boxNow();
    const session = await page.context().newCDPSession(page);
    const [x, y] = [box.x + box.width / 2, box.y + 120];
    await pinch(session, x, y, 60, 180);
    // Three times as far apart: a third of 122 days.
    await expect.poll(() => Math.abs(spanIn(page).days - 122 / 3)).toBeLessThan(6);
    await pinch(session, x, y, 180, 90);
    await expect.poll(() => Math.abs(spanIn(page).days - 244 / 3)).toBeLessThan(12);
    expect(complaints).toEqual([]);
  });

  it("lets the days run week by week, stops at today, and stops when it is told to", async () => {
    const { page, complaints } = await open(`/questions?on=${ago(17)}`);
    const seen: (string | null)[] = [];
    page.on("framenavigated", (frame) => seen.push(onOf(frame.url())));
    const play = page.getByRole("button", { name: "Let the days run, week by week" });
    await play.click();
    await expect.poll(() => new URL(page.url()).search, { timeout: 10_000 }).toBe("");
    await play.waitFor();
    expect(seen).toEqual([ago(10), ago(3), null]);
    await page.waitForTimeout(1_000);
    expect(seen.length).toBe(3);

    await page.goto(`${new URL(page.url()).origin}/questions?on=${ago(300)}`);
    await play.click();
    await expect.poll(() => onOf(page.url())).toBe(ago(293));
    await page.getByRole("button", { name: "Stop" }).click();
    const stopped = onOf(page.url());
    await page.waitForTimeout(1_000);
    expect(onOf(page.url())).toBe(stopped);
    expect(complaints).toEqual([]);
  });

  it("runs nothing by itself for who wants nothing to move: each press is a week", async () => {
    const { page, complaints } = await open(`/questions?on=${ago(10)}`, { reducedMotion: "reduce" });
    expect(await page.getByRole("button", { name: "Let the days run, week by week" }).count()).toBe(0);
    const step = page.getByRole("button", { name: "A week later" });
    await step.click();
    await expect.poll(() => onOf(page.url())).toBe(ago(3));
    await page.waitForTimeout(1_000);
    expect(onOf(page.url())).toBe(ago(3));
    await step.click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    expect(complaints).toEqual([]);
  });
});

/** Two fingers, so far from each other, go so far apart. */
async function pinch(session: CDPSession, x: number, y: number, from: number, to: number): Promise<void> {
  const points = (apart: number) => [
    { x: x - apart / 2, y, id: 0 },
    { x: x + apart / 2, y, id: 1 },
  ];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(from) });
  for (let step = 1; step <= 12; step++) {
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(from + ((to - from) * step) / 12) });
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}
