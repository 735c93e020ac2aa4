import { InputError } from "./read/index.ts";
import { formatProblem, type Problem } from "./record.ts";
import { formatReport } from "./report.ts";
import type { SeedOutcome } from "./seed.ts";

/** What a start did with the seed, for who started it; null where there is nothing to say. Throws InputError where an empty graph can't be filled. */
export function seedInWords(outcome: SeedOutcome, seedDir: string): { readonly text: string; readonly isProblem: boolean } | null {
  switch (outcome.kind) {
    case "changed": {
      const text = `The seed has changed, and the graph follows it. ${formatReport(outcome.report, false).split("\n").at(-1)}`;
      if (outcome.left.length === 0) return { text, isProblem: false };
      const left = `Left as another load has written them since: ${outcome.left.join(", ")}. To take the seed's: npm run load -- ${seedDir}`;
      return { text: `${text}\n${left}`, isProblem: false };
    }
    case "refused":
      if (outcome.isFirst) throw new InputError(`${seedDir} can't be loaded; nothing was written:\n${listed(outcome.problems)}`);
      return {
        text: `The seed has changed, but can't be loaded; the graph stays as it was:\n${listed(outcome.problems)}`,
        isProblem: true,
      };
    case "foreign":
      return {
        text: `The database holds data that did not come from the seed, so the seed is left out. To load it beside: npm run load -- ${seedDir}`,
        isProblem: false,
      };
    case "unreadable":
      return { text: `The seed can't be read; the graph stays as it is. ${outcome.reason}`, isProblem: true };
    default:
      return null;
  }
}

const listed = (problems: readonly Problem[]): string => problems.map((problem) => `  ${formatProblem(problem)}`).join("\n");
