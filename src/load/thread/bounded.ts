import { problemAt } from "../record.ts";
import type { LoadReport } from "../report.ts";

/** So many problems, and so many differences, are told of a load through a server: whoever mends files does not read on, and each takes time to send. */
const MOST_PROBLEMS = 1_000;
const MOST_DIFFERENCES = 50_000;

/** A report as a server answers with it: of very many problems or differences the first, and one more that says how many are left out. */
export function bounded(report: LoadReport): LoadReport {
  const { problems, differences = [] } = report;
  const [next] = problems.slice(MOST_PROBLEMS);
  const left = (problems.length - MOST_PROBLEMS).toLocaleString("en");
  const message = `${left} more problems from here on are not listed. Mend those above, or see all of them with npm run load -- --dry-run FILE.`;
  const unlisted = (differences.length - MOST_DIFFERENCES).toLocaleString("en");
  return {
    ...report,
    ...(next && { problems: [...problems.slice(0, MOST_PROBLEMS), problemAt(next, message)] }),
    ...(differences.length > MOST_DIFFERENCES && {
      differences: [...differences.slice(0, MOST_DIFFERENCES), `… and ${unlisted} more differences, which are not listed`],
    }),
  };
}
