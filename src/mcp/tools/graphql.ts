import { GraphQLError, getOperationAST, parse } from "graphql";
import { z } from "zod";
import { Refusal, requireData } from "../ask.ts";
import { tool } from "../tool.ts";

/** The longest query, in characters. */
const LONGEST = 20_000;

/** A query of an assistant's own. */
export const graphql = tool({
  name: "graphql",
  title: "GraphQL",
  description:
    "Any GraphQL query on the public schema, under the same limits of cost and depth, for what no other tool answers: statistics, chains of causes, chokepoints, similar measures. Look fields up with `schema` first. Select `claims { statement source { title publisher publishedOn url } }` so that the answer can be cited, and `first` small: long answers are cut. In the answer, what is null or empty is left out, and a list with `nodes` is a plain list.",
  input: {
    query: z.string().min(1).max(LONGEST).describe("one query, without mutations"),
    variables: z.record(z.string(), z.unknown()).default({}).describe("the values of its variables"),
  },
  answer: async ({ query, variables }, call) => {
    requireOneQuery(query);
    const data = requireData(await call.raw(query, variables));
    return {
      days: { world: "as the query says (@asOf, or all days)", known: "as the query says (@asOf, or all that is known)" },
      answer: data,
    };
  },
});

/** Throws Refusal where a text is anything but one query. */
function requireOneQuery(query: string): void {
  try {
    const document = parse(query, { maxTokens: 20_000 });
    if (getOperationAST(document)?.operation === "query") return;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [at] = error.locations ?? [];
    throw new Refusal(`${error.message}${at ? ` (line ${at.line}, column ${at.column})` : ""}`);
  }
  throw new Refusal("Send one query, and nothing else: tools only read, and several operations in one text have no order.");
}
