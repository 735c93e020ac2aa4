import type { GraphQLFieldResolver } from "graphql";
import { type Compiled, type Compiler, DEFAULT_PAGE, typesOf } from "../compile/index.ts";
import type { Row, SearchSource, Statement } from "../engine/port.ts";
import { requestError } from "../model/index.ts";
import type { SearchArguments } from "./arguments.ts";
import { type Context, runRoot } from "./run.ts";

/** The longest text that is searched for, in characters. */
const MAX_TEXT = 1000;
/** How many hits the first round asks about where a day may leave some out, and how many times more each round after it. */
const FIRST_ROUND = 200;
const MORE = 10;

/** search: what the engine finds, continued by the selection. */
export function searchFields(compiler: Compiler): Record<string, GraphQLFieldResolver<unknown, Context>> {
  return {
    search: (_source, args, context, info) => {
      const { text, types, first } = args as SearchArguments;
      // Characters, not UTF-16 units, of which some take two.
      const length = text.length > MAX_TEXT ? Array.from(text).length : text.length;
      if (length > MAX_TEXT) throw requestError("BAD_SEARCH", `Search for ${MAX_TEXT} characters at most; these are ${length}.`);
      return runRoot(compiler, { kind: "search" }, context, info, (compiled, params) =>
        readHits(context, compiled, params, first ?? DEFAULT_PAGE, (limit) =>
          context.engine.search(text, limit, types ? typesOf(compiler.model, types).map((type) => type.name) : undefined, context.deadline),
        ),
      );
    },
  };
}

/**
 * The rows of a page of hits. What a day leaves out is known in the statement alone: there, so many more hits are asked about until the page is full or
 * no more are found. Each round has the hits of the one before, so that all of them together cost a ninth more than the last.
 */
async function readHits(
  { engine, deadline }: Context,
  { leavesOut, textAfter }: Compiled,
  params: Statement["params"],
  wanted: number,
  search: (limit: number) => Promise<SearchSource>,
): Promise<readonly Row[]> {
  for (let limit = leavesOut ? Math.max(FIRST_ROUND, wanted) : wanted; ; limit *= MORE) {
    const source = await search(limit);
    const found = source.params.searchHits.length;
    if (found === 0) return [];
    const rows = await engine.read({ text: textAfter(source.clause), params: { ...params, ...source.params } }, deadline);
    if (!leavesOut || rows.length >= wanted || found < limit) return rows;
  }
}
