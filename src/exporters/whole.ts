import type { GraphEngine } from "../engine/port.ts";
import { InputError } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { csv } from "./csv.ts";
import { ftm } from "./ftm.ts";
import { graphml } from "./graphml.ts";
import { jsonl } from "./jsonl.ts";
import { jsonld, nquads, turtle } from "./linked/index.ts";

/** What is said of an export beside its format. */
export interface WholeOptions {
  /** Of a table: the node type or relationship type, such as Firm or TARGETS. */
  readonly as?: string | undefined;
  /** Of a table of nodes: beside each node a row for each of its edges, with what stands on it. */
  readonly withEdges?: boolean | undefined;
}

/** A format of the whole graph. */
interface WholeFormat {
  /** Of which kind its text is, for HTTP. */
  readonly mediaType: string;
  /** The ending of its files. */
  readonly ending: string;
  readonly write: (engine: GraphEngine, model: Model, options: WholeOptions) => AsyncIterable<string>;
}

/** The formats of the whole graph, by name. `write` throws InputError where an option is missing or names nothing. */
export const WHOLE: Readonly<Record<string, WholeFormat>> = {
  jsonl: { mediaType: "application/jsonl", ending: "jsonl", write: jsonl },
  graphml: { mediaType: "application/graphml+xml", ending: "graphml", write: graphml },
  jsonld: { mediaType: "application/ld+json", ending: "jsonld", write: jsonld },
  ftm: { mediaType: "application/jsonl", ending: "ftm.json", write: ftm },
  turtle: { mediaType: "text/turtle", ending: "ttl", write: turtle },
  nquads: { mediaType: "application/n-quads", ending: "nq", write: nquads },
  csv: {
    mediaType: "text/csv",
    ending: "csv",
    write: (engine, model, { as, withEdges }) => {
      if (as === undefined)
        throw new InputError("--format csv is a table: say of what with --as Firm (a node type) or --as TARGETS (edges), or give --query.");
      return csv(engine, model, as, withEdges);
    },
  },
};
