/** The whole graph, or a table of it, in a format: by this process, or by the server that has the database open. */
import { WHOLE } from "../exporters/index.ts";
import { InputError } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { type EngineOrServer, fromServer } from "./at-server.ts";
import type { Pieces } from "./export-file.ts";
import { OF_ANSWERS_ALONE } from "./export-query.ts";

/** What is said of an export. */
export interface WholeAsked {
  readonly format: string;
  readonly as?: string | undefined;
  readonly withEdges?: boolean | undefined;
}

/** What is asked for. Throws InputError where it makes no sense together. */
export function exportOf({ format, as, withEdges }: WholeAsked) {
  const known = WHOLE[format];
  if (OF_ANSWERS_ALONE.includes(format)) throw new InputError(`--format ${format} is for the answer to a query: give --query.`);
  if (!known) throw new InputError(`There is no format ${format}.`);
  return known.of({ as, withEdges });
}

/** An export, piece by piece; `key` is for a server. Throws InputError where it makes no sense, or a server refuses, and EngineError. */
export function exportFrom({ engine, url }: EngineOrServer, model: Model, asked: WholeAsked, key: string | undefined): Pieces {
  return engine ? exportOf(asked).write(engine, model) : fromServer(url, pathOf(asked), key);
}

/** Where a server has an export. */
function pathOf({ format, as, withEdges }: WholeAsked): string {
  const said = [...(as === undefined ? [] : [`as=${encodeURIComponent(as)}`]), ...(withEdges ? ["with-edges"] : [])];
  return `/export/${format}${said.length === 0 ? "" : `?${said.join("&")}`}`;
}
