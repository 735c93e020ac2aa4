import { z } from "zod";
import { rowsAfter } from "../answer.ts";
import { categories, entriesOf } from "../dictionary.ts";
import { after, first, tool } from "../tool.ts";

/** What the graph can be asked, piece by piece. */
export const schema = tool({
  name: "schema",
  title: "The schema in small pieces",
  description:
    "What types, fields, arguments and values mean, a piece at a time: without `category` the list of categories; with one its members; with the name of a type (`Measure`, `MeasureFilter`, `MeasureStatus`) its fields or values; with `Type.field` (`Query.statistics`) that field in full, arguments included. For queries with `graphql`.",
  input: {
    category: z.string().max(200).optional().describe("a category, a type, or Type.field"),
    first: first(60, 200),
    after,
  },
  answer: async ({ category, first: most, after: behind }, { schema: of }) => {
    if (category === undefined) return { rows: rowsAfter(categories(of), undefined, 50).rows ?? [] };
    const { about, entries } = entriesOf(of, category);
    return { ...(about === "" ? {} : { answer: { about } }), ...rowsAfter(entries, behind, most), total: entries.length };
  },
});
