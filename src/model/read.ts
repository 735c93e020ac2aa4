import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefinitionNode, type DocumentNode, GraphQLError, Kind, parse, Source } from "graphql";
import { ModelError } from "./types.ts";

/** Reads and parses every .graphql file of a folder, each definition knowing its file and line. Throws ModelError for a syntax error. */
export function readSdl(folder: string): DocumentNode {
  const definitions: DefinitionNode[] = [];
  const problems = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".graphql"))
    .sort()) {
    const source = new Source(readFileSync(join(folder, file), "utf8"), `schema/${file}`);
    try {
      definitions.push(...parse(source).definitions);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const at = error.locations?.[0];
      problems.push({ place: `${source.name}:${at?.line ?? 1}:${at?.column ?? 1}`, message: error.message });
    }
  }
  if (problems.length > 0) throw new ModelError(problems);
  return { kind: Kind.DOCUMENT, definitions };
}

/** `schema/measure.graphql:12:3` for anything that was parsed from a file. */
export function placeOf(node: { readonly loc?: DefinitionNode["loc"] }): string {
  const start = node.loc?.startToken;
  return `${node.loc?.source.name ?? "schema"}:${start?.line ?? 1}:${start?.column ?? 1}`;
}
