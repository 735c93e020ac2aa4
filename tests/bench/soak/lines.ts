/** One line of a table: what is asked for, what was found, whether that holds; null where it could not be judged. */
export type Line = readonly [what: string, found: string, held: boolean | null];

/** A table of lines, as results.md has it. */
export function table(title: string, lines: readonly Line[]): string {
  const rows = lines.map(([what, found, held]) => `| ${what} | ${found} | ${held === null ? "–" : held ? "yes" : "**no**"} |`);
  return [`\n| ${title} | found | held |`, "| --- | --- | --- |", ...rows].join("\n");
}
