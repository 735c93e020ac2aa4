/** How many shades there are beside the one for none. */
export const SHADES = 6;

/** The smallest count of each shade. They stay the same from day to day, so that a shade means the same while the days run; only very large counts have others. */
const STEPS: readonly (readonly number[])[] = [
  [1, 2, 5, 10, 20, 50],
  [1, 10, 50, 100, 200, 500],
  [1, 100, 500, 1_000, 2_000, 5_000],
];

/** The smallest count of each shade, for counts up to `most`. */
export function stepsOf(most: number): readonly number[] {
  return STEPS.find((steps) => most < 4 * (steps.at(-1) ?? 0)) ?? STEPS.at(-1) ?? [];
}

/** The shade of a count: 0 is none, 1 the fewest. */
export const shadeOf = (steps: readonly number[], count: number): number => steps.filter((step) => count >= step).length;

/** What each shade stands for, in figures; without those that nothing reaches. */
export function legendOf(steps: readonly number[], most: number): readonly { readonly shade: number; readonly words: string }[] {
  return steps.flatMap((step, i) => {
    if (i > 0 && step > most) return [];
    const next = steps[i + 1];
    const last = next === undefined || next > most ? null : next - 1;
    const words = last === null ? `${step.toLocaleString("en")} or more` : step === last ? `${step}` : `${step}–${last}`;
    return [{ shade: i + 1, words }];
  });
}
