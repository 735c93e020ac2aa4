import type { Problem } from "../load/index.ts";

/** What the checks of all records advise in the words of a seed file, and what is to be done of it in a table or in bundles one a line. */
const ADVICE: readonly { readonly seed: RegExp; readonly table: string; readonly bundles: string }[] = [
  {
    seed: /Give it `claims:`, or its record, or the bundle `restsOn:`\./,
    table: "Give the row a claim in the column claims, or the table one with --rests-on CLAIM.",
    bundles: 'Give it "claims", or the bundle "restsOn".',
  },
  { seed: /needs an `id:`/, table: "needs a value in the column id", bundles: 'needs an "id"' },
  {
    seed: /To move it here, load that bundle's file as well; if the bundle was renamed, a file that only says `bundle: ([^`]*)`\./,
    table: "A record is one bundle's: leave the row out, or load the table in that bundle's place with --bundle $1 --replace.",
    bundles: 'A record is one bundle\'s: leave it out here, or give the bundle "$1" again without it, in a line before.',
  },
  { seed: /say the rest in `statement:`/, table: "say the rest in the column statement", bundles: 'say the rest in "statement"' },
  { seed: /leave the key out/, table: "leave the cell empty", bundles: "leave the key out" },
];

/** A problem with its advice in the words of the format that is imported. */
export function inWordsOf(format: string, problem: Problem): Problem {
  let { message } = problem;
  for (const { seed, table, bundles } of ADVICE) message = message.replace(seed, format === "csv" || format === "hs" ? table : bundles);
  return message === problem.message ? problem : { ...problem, message };
}
