import type { Statement } from "../engine/port.ts";
import { SOURCE } from "../model/index.ts";
import { cypher, word } from "./cypher/fragment.ts";

/** How many sources have no day at all: one row, `[count]`. */
export function undatedSources(): Statement {
  return { text: cypher`MATCH (s:${word(SOURCE)}) WHERE s.recordedOn IS NULL RETURN count(s)`.text, params: {} };
}
