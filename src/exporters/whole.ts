import type { GraphEngine } from "../engine/port.ts";
import { InputError } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { ftm } from "./ftm.ts";
import { graphml } from "./graphml.ts";
import { jsonl } from "./jsonl.ts";
import { jsonld, nquads, turtle } from "./linked/index.ts";
import { archive, arrow, csv, parquet, tableTypes, typeTable } from "./tables/index.ts";

/** What is said of an export beside its format. */
export interface WholeOptions {
  /** Of a table: the node type or relationship type, such as Firm or TARGETS. */
  readonly as?: string | undefined;
  /** Of a table of nodes: beside each node a row for each of its edges, with what stands on it. */
  readonly withEdges?: boolean | undefined;
}

type Pieces = AsyncIterable<string | Uint8Array>;

/** An export that can be written. */
interface Export {
  /** Of which kind it is, for HTTP. */
  readonly mediaType: string;
  /** The ending of its files. */
  readonly ending: string;
  /** Whether it is made of texts, as UTF-8; else of bytes, which no terminal shows. */
  readonly isText: boolean;
  /** Throws InputError where an option names nothing. */
  readonly write: (engine: GraphEngine, model: Model) => Pieces;
}

/** A format of the graph. */
interface WholeFormat {
  /** Whether it is of tables, one for each type: then `as` names one, and all together are a ZIP archive. */
  readonly isOfTables: boolean;
  /** What it writes. Throws InputError where the options say nothing to it. */
  readonly of: (options: WholeOptions) => Export;
}

/** The formats of the graph, by name. */
export const WHOLE: Readonly<Record<string, WholeFormat>> = {
  jsonl: graphFormat("application/jsonl", "jsonl", jsonl),
  graphml: graphFormat("application/graphml+xml", "graphml", graphml),
  jsonld: graphFormat("application/ld+json", "jsonld", jsonld),
  ftm: graphFormat("application/jsonl", "ftm.json", ftm),
  turtle: graphFormat("text/turtle", "ttl", turtle),
  nquads: graphFormat("application/n-quads", "nq", nquads),
  csv: tableFormat("text/csv", "csv", csv),
  parquet: tableFormat("application/vnd.apache.parquet", "parquet", parquet),
  arrow: tableFormat("application/vnd.apache.arrow.stream", "arrows", arrow),
};

/** A format that holds the whole graph in one text. */
function graphFormat(mediaType: string, ending: string, write: Export["write"]): WholeFormat {
  return {
    isOfTables: false,
    of: ({ as, withEdges }) => {
      if (as !== undefined || withEdges) {
        const tables = Object.keys(WHOLE).filter((name) => WHOLE[name]?.isOfTables);
        throw new InputError(
          `${as === undefined ? "--with-edges" : "--as"} goes with the formats of tables (${tables.join(", ")}): the others hold the whole graph.`,
        );
      }
      return { mediaType, ending, isText: true, write };
    },
  };
}

/** A format of tables. */
function tableFormat(mediaType: string, ending: string, write: (table: ReturnType<typeof typeTable>) => Pieces): WholeFormat {
  return {
    isOfTables: true,
    of: ({ as, withEdges }) => {
      if (as !== undefined)
        return {
          mediaType,
          ending,
          isText: mediaType.startsWith("text/"),
          write: (engine, model) => write(typeTable(engine, model, as, withEdges)),
        };
      if (withEdges) throw new InputError("--with-edges goes with a table of one node type: name it with --as.");
      const members = function* (engine: GraphEngine, model: Model) {
        for (const type of tableTypes(model)) yield { name: `${type}.${ending}`, pieces: write(typeTable(engine, model, type)) };
      };
      return {
        mediaType: "application/zip",
        ending: `${ending}.zip`,
        isText: false,
        write: (engine, model) => archive(members(engine, model)),
      };
    },
  };
}
