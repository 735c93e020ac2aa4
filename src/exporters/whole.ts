import type { GraphEngine } from "../engine/port.ts";
import { InputError } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { ftm } from "./ftm.ts";
import { graphml } from "./graphml.ts";
import { jsonl } from "./jsonl.ts";
import { jsonld, nquads, turtle } from "./linked/index.ts";
import { archive, arrow, csv, parquet, type TypeTable, tableTypes, typeTable } from "./tables/index.ts";
import { xlsx } from "./xlsx.ts";

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
  /** Whether it is of tables, one for each type: then `as` names one, and all together are a ZIP archive or a workbook. */
  readonly isOfTables: boolean;
  /** What it writes. Throws InputError where the options say nothing to it. */
  readonly of: (options: WholeOptions) => Export;
}

/** A table of a type. */
interface Named extends TypeTable {
  readonly name: string;
}

/** What tables are written into. */
interface Written extends Omit<Export, "write"> {
  readonly write: (tables: Iterable<Named>) => Pieces;
}

const WORKBOOK: Written = {
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ending: "xlsx",
  isText: false,
  write: (tables) => xlsx(sheetsOf(tables)),
};

/** The formats of the graph, by name. */
export const WHOLE: Readonly<Record<string, WholeFormat>> = {
  jsonl: graphFormat("application/jsonl", "jsonl", jsonl),
  graphml: graphFormat("application/graphml+xml", "graphml", graphml),
  jsonld: graphFormat("application/ld+json", "jsonld", jsonld),
  ftm: graphFormat("application/jsonl", "ftm.json", ftm),
  turtle: graphFormat("text/turtle", "ttl", turtle),
  nquads: graphFormat("application/n-quads", "nq", nquads),
  csv: fileFormat("text/csv", "csv", csv),
  parquet: fileFormat("application/vnd.apache.parquet", "parquet", parquet),
  arrow: fileFormat("application/vnd.apache.arrow.stream", "arrows", arrow),
  xlsx: tableFormat(WORKBOOK, WORKBOOK),
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

/** A format of tables, each in a file of its own; together they are an archive. */
function fileFormat(mediaType: string, ending: string, write: (table: TypeTable) => Pieces): WholeFormat {
  const one: Written = { mediaType, ending, isText: mediaType.startsWith("text/"), write: (tables) => inTurn(tables, write) };
  const members = function* (tables: Iterable<Named>) {
    for (const table of tables) yield { name: `${table.name}.${ending}`, pieces: write(table) };
  };
  return tableFormat(one, {
    mediaType: "application/zip",
    ending: `${ending}.zip`,
    isText: false,
    write: (tables) => archive(members(tables)),
  });
}

/** A format of tables: how one is written, and how all are. */
function tableFormat(one: Written, all: Written): WholeFormat {
  return {
    isOfTables: true,
    of: ({ as, withEdges }) => {
      if (as === undefined && withEdges) throw new InputError("--with-edges goes with a table of one node type: name it with --as.");
      const { write, ...kind } = as === undefined ? all : one;
      return {
        ...kind,
        write: (engine, model) => {
          const named = (type: string): Named => ({ name: type, ...typeTable(engine, model, type, withEdges) });
          // A type that there is not is told at once.
          if (as !== undefined) return write([named(as)]);
          return write(
            (function* () {
              for (const type of tableTypes(model)) yield named(type);
            })(),
          );
        },
      };
    },
  };
}

async function* inTurn(tables: Iterable<Named>, write: (table: TypeTable) => Pieces): AsyncGenerator<string | Uint8Array> {
  for (const table of tables) yield* write(table);
}

function* sheetsOf(tables: Iterable<Named>) {
  for (const { name, columns, rows } of tables) yield { name, columns: columns.map((column) => column.name), rows };
}
