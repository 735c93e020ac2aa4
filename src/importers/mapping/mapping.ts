import { problemAt } from "../../load/index.ts";
import { type TableOptions, tables } from "../csv/csv.ts";
import { CERTAINTY, type SourceSpec, sourceFrom } from "../csv/evidence.ts";
import type { Importer } from "../importer.ts";
import type { TableForm } from "../read/form.ts";
import { type MappingFile, MappingProblems } from "./read.ts";
import { mappedTable } from "./shape.ts";

/**
 * Tables of others, whose columns a mapping explains: several nodes and edges from one row, dates and lists as the table writes them, codes by their
 * system. What several rows state of one node is put together. Nodes that others define stay as they are; what is new of them are claims of the
 * table's source. A file is a bundle; with `byRow` each node and each edge is one. Throws MappingProblems where the mapping does not fit the schema.
 */
export function mapped(file: MappingFile, options: TableOptions): Importer {
  const { bundle, table = {} } = file.mapping;
  const kind = mappedTable(file, options.model);
  const form: TableForm = {
    header: table.header === undefined ? null : typeof table.header === "number" ? [table.header, table.header] : table.header,
    separator: table.separator === "\\t" ? "\t" : (table.separator ?? null),
    sheet: table.sheet ?? null,
  };
  return tables({
    ...options,
    bundle: options.bundle ?? bundle,
    edition: options.edition ?? table.edition,
    restsOn: [],
    spec: sourceIn(file),
    kind: () => kind,
    prefix: "map",
    made: "csv --map",
    form,
  });
}

/** Who says what the table says; null where each row names its claims. */
function sourceIn({ mapping, tree, placeOf }: MappingFile): SourceSpec | null {
  const entry = tree.kind === "map" ? tree.entries.find(({ key }) => key === "source") : undefined;
  if (!entry) return null;
  const problems: ReturnType<typeof problemAt>[] = [];
  const source = sourceFrom(entry.value, mapping.certainty ?? CERTAINTY, (problem) => problems.push(problem));
  if (!source || problems.length > 0)
    throw new MappingProblems(problems.length > 0 ? problems : [problemAt(placeOf(["source"]), "This is no source.")]);
  return source;
}
