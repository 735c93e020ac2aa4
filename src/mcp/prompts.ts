/** Common tasks, each as a text that an assistant is given. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const CITE =
  "Cite every statement with publisher, title, day and url from `sources`, say how sure it is where it is not CONFIRMED, and say of which day of the world and as known on which day you speak (`days`). Say what the graph does not have.";

const dayOr = (what: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "write a day as YYYY-MM-DD")
    .optional()
    .describe(`${what}, YYYY-MM-DD; today when left out`);

interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly args: z.ZodRawShape;
  text(args: Readonly<Record<string, string | undefined>>): string;
}

const PROMPTS: readonly Prompt[] = [
  {
    name: "what-hits-a-product",
    title: "What hits this product",
    description: "The measures on goods on a day, with the duty and who says so.",
    args: {
      product: z.string().describe("a code of goods (850511) or a name"),
      from: z.string().optional().describe("exporting country, for the duty"),
      into: z.string().optional().describe("importing country, for the duty"),
      on: dayOr("the day"),
    },
    text: ({
      product,
      from,
      into,
      on,
    }) => `What hits ${product}${on ? ` on ${on}` : " today"}${from ? `, from ${from}` : ""}${into ? `, into ${into}` : ""}?
1. Find the goods: \`search\` with types ["COMMODITY"], unless it is a code already.
2. \`measures\` with covers, status ["IN_FORCE"]${on ? `, on ${on}` : ""} (reach ALL counts measures on wider goods too); go on with \`more.after\` until all are there.
3. Those that are announced, scheduled or suspended: the same with status ["ANNOUNCED", "SCHEDULED", "SUSPENDED", "POSTPONED"].
${from && into ? "4. `effective_rate` for the pair of countries, with its layers.\n" : ""}Then tell it as a table: measure, by whom, against whom, since when, rate, status, source. ${CITE}`,
  },
  {
    name: "brief-on-a-measure",
    title: "A brief on a measure with its evidence",
    description: "One page on a measure: what, by whom, on what, how it stands, what came of it, and on whose word.",
    args: { measure: z.string().describe("id or name of the measure"), on: dayOr("the day for its status") },
    text: ({ measure, on }) => `Write a brief of one page on the measure ${measure}.
1. \`node\`: its record and what sources claim.
2. \`edges\` from it (by whom, against whom, on which goods) and to it (what answered, eased, suspended or ended it).
3. \`status\`${on ? ` on ${on}` : ""}: how it stands and why, and its spans.
4. \`timeline\` about it, \`disagreements\` about it.
Sections: what it is; by whom and against whom; which goods; how it stands; what followed; what is disputed; sources. ${CITE}`,
  },
  {
    name: "who-contradicts-whom",
    title: "Who contradicts whom",
    description: "Where sources disagree about something, both sides with their words and days.",
    args: { about: z.string().describe("a measure, event, agreement, firm …, by id or name"), known: dayOr("as known on this day") },
    text: ({ about, known }) => `Who contradicts whom about ${about}${known ? `, as known on ${known}` : ""}?
1. \`disagreements\` about it${known ? ` with known ${known}` : ""}; if there are none, about the acts that \`edges\` and \`timeline\` show around it.
2. \`node\` for the claims of each side that you tell.
Set both sides next to each other: who says what, when, in which words, official or press. Call no side right; say what would settle it. ${CITE}`,
  },
  {
    name: "what-changed",
    title: "What changed between two days",
    description: "What began, ended and changed between two days, in the world or in what was known.",
    args: {
      from: z.string().describe("the day before, YYYY-MM-DD"),
      to: z.string().describe("the last day, YYYY-MM-DD"),
      about: z.string().optional().describe("only of this country, firm, goods or measure"),
    },
    text: ({ from, to, about }) => `What changed${about ? ` for ${about}` : " in trade policy"} after ${from}, up to ${to}?
1. \`changes\` from ${from} to ${to}${about ? ` about ${about}` : ""}, kinds ["CHANGED"]: statuses and values.
2. The same with kinds ["ADDED", "ENDED"]: what is new, and what is over.
3. The same with axis RECORDED, to tell what was only learnt in that time of what had happened before.
Group it: in force or over; new measures; agreements and events; learnt later. ${CITE}`,
  },
];

/** Offers the prompts. */
export function offerPrompts(server: McpServer): void {
  for (const { name, title, description, args, text } of PROMPTS) {
    server.registerPrompt(name, { title, description, argsSchema: args }, (given) => ({
      messages: [{ role: "user", content: { type: "text", text: text(given as Record<string, string | undefined>) } }],
    }));
  }
}
