/** What an engine is asked from another process or thread, whichever way the questions go. */
import type { GraphEngine, IndexSpec, Row, SearchSource, Statement } from "./port.ts";

/** The questions, writes aside, with what goes there and what comes back. */
export interface Questions {
  read: { input: Statement; output: readonly Row[] };
  search: { input: { text: string; limit: number; types: readonly string[] | null }; output: SearchSource };
  prepare: { input: readonly IndexSpec[]; output: null };
  version: { input: null; output: string };
}

/** What each of them does. */
export type Answers = { readonly [Kind in keyof Questions]: (input: Questions[Kind]["input"]) => Promise<Questions[Kind]["output"]> };

/** Answers them from an engine. */
export function answersOf(engine: GraphEngine): Answers {
  return {
    read: (statement) => engine.read(statement),
    search: ({ text, limit, types }) => engine.search(text, limit, types ?? undefined),
    prepare: async (indexes) => {
      await engine.prepare(indexes);
      return null;
    },
    version: () => engine.version(),
  };
}
