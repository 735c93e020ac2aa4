import type { Page } from "playwright-core";

/**
 * Moves the day of the world to each of some days, by their numbers since 1970, and gives for each the milliseconds from the input to the frame in which all of the
 * new day is drawn. That is the frame after the last change of the view: one that nothing followed for `QUIET` milliseconds, with no question open. Evaluated in the page.
 */
const MOVE = `async (days) => {
  const QUIET = 250;
  const slider = document.querySelector(".day-slider");
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const fetched = window.fetch;
  let open = 0;
  let answers = [];
  let changed = 0;
  let drawn = 0;
  window.fetch = async (...asked) => {
    open++;
    try { const answer = await fetched(...asked); await answer.clone().text(); return answer; }
    finally { open--; answers.push(performance.now()); }
  };
  const watch = new MutationObserver(() => {
    changed = performance.now();
    requestAnimationFrame(() => setTimeout(() => { drawn = performance.now(); }, 0));
  });
  watch.observe(document.querySelector("main"), { subtree: true, childList: true, attributes: true, characterData: true });
  const times = [];
  for (const day of days) {
    const start = performance.now();
    [changed, drawn, answers] = [start, start, [start]];
    write.call(slider, String(day));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    do await new Promise((then) => setTimeout(then, 20));
    while ((open > 0 || drawn < changed || performance.now() - Math.max(changed, answers.at(-1)) < QUIET) && performance.now() - start < 10000);
    // What was asked ahead is answered later.
    times.push([drawn - start, drawn - answers.findLast((answered) => answered <= changed)]);
  }
  watch.disconnect();
  window.fetch = fetched;
  return times;
}`;

/** How long one move of a day took, in milliseconds. */
export interface Repaint {
  /** From the input to the frame in which all of the new day is drawn; 0 where nothing of the view is of a day. */
  readonly all: number;
  /** What of it came after the last answer. */
  readonly drawing: number;
}

/** Moves the slider of an opened page to days, `YYYY-MM-DD`, one after another, each once the one before is drawn. */
export async function repaintsOf(page: Page, days: readonly string[]): Promise<readonly Repaint[]> {
  const numbers = days.map((day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  const times = await page.evaluate<[number, number][]>(`(${MOVE})(${JSON.stringify(numbers)})`);
  return times.map(([all, drawing]) => ({ all, drawing }));
}

/** The least and the median of figures, rounded. */
export function spreadOf(figures: readonly number[]): { readonly least: number; readonly median: number } {
  const sorted = [...figures].sort((a, b) => a - b);
  return { least: Math.round(sorted[0] ?? 0), median: Math.round(sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) };
}
