/** A file of a release. */
export interface ReleaseFile {
  /** Below the folder of the release. */
  readonly path: string;
  /** The export that it holds, by name, and of which type where it is a table. */
  readonly format: string;
  readonly as?: string;
  readonly mediaType: string;
  /** Whether it is compressed with gzip on its way into the file. */
  readonly isCompressed: boolean;
  /** What it is, in words. */
  readonly says: string;
}

/** The lossless form, which `import jsonl` loads: what changed between releases is found in it. */
export const LOSSLESS = "graph.jsonl.gz";
/** The bundles that are new or others since a former release. */
export const DELTA = "delta.jsonl.gz";

const WHOLE_GRAPH: readonly ReleaseFile[] = [
  {
    path: LOSSLESS,
    format: "jsonl",
    mediaType: "application/gzip",
    isCompressed: true,
    says: "The whole graph as bundles, one a line: `npm run import -- jsonl` loads it back.",
  },
  {
    path: "graph.csv.zip",
    format: "csv",
    mediaType: "application/zip",
    isCompressed: false,
    says: "A table of each node type and relationship type, as CSV.",
  },
  {
    path: "graph.graphml.gz",
    format: "graphml",
    mediaType: "application/gzip",
    isCompressed: true,
    says: "The whole graph for networkx, Gephi, igraph.",
  },
  {
    path: "graph.nq.gz",
    format: "nquads",
    mediaType: "application/gzip",
    isCompressed: true,
    says: "The whole graph as linked data, N-Quads.",
  },
];

/** The files of a release whose graph has tables of some types. */
export function filesOf(types: readonly string[]): ReleaseFile[] {
  const tables = types.map((as) => ({
    path: `parquet/${as}.parquet`,
    format: "parquet",
    as,
    mediaType: "application/vnd.apache.parquet",
    isCompressed: false,
    says: `The table of ${as}, as Parquet.`,
  }));
  return [...WHOLE_GRAPH, ...tables];
}
