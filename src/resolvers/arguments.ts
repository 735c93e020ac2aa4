/*
 * The types of the root fields that read their arguments or make their answer here: graphql-js hands arguments over untyped, after it
 * has checked them. tests/resolvers/arguments.test.ts holds each of these types to the schema's own.
 */
import type { CitationFormat } from "../citations/index.ts";
import type { BundleReport, GoneBundle, Removals } from "../load/index.ts";

/** The arguments of `nodes`. */
export interface NodesArguments {
  readonly ids: readonly string[];
}

/** The arguments of `citation` of `meta`. */
export interface MetaCitationArguments {
  readonly format: CitationFormat;
  readonly title?: string | null;
  readonly url?: string | null;
  /** Days as `2025-06-05`. */
  readonly valid?: string | null;
  readonly known?: string | null;
}

/** The arguments of `search`. Null or missing: nodes of all types, as many as a page has unless asked. */
export interface SearchArguments {
  readonly text: string;
  /** Constants of the enum `NodeType`. */
  readonly types?: readonly string[] | null;
  readonly first?: number | null;
}

/** The arguments of `enumLabels`. */
export interface EnumLabelsArguments {
  readonly names?: readonly string[] | null;
}

/** The arguments of the mutation `merge`. */
export interface MergeArguments {
  readonly input: { readonly from: string; readonly into: string; readonly reason?: string | null };
}

/** The arguments of the mutation `unmerge`. */
export interface UnmergeArguments {
  readonly input: { readonly id: string };
}

/** The arguments of the mutation `load`. */
export interface LoadArguments {
  readonly input: {
    readonly files: readonly {
      readonly name: string;
      readonly text: string;
      readonly path?: string | null;
      readonly folder?: { readonly name: string; readonly path: string } | null;
    }[];
    readonly emptyFolders: readonly { readonly name: string; readonly path: string }[];
    /** Where a client leaves these out, graphql-js hands over the schema's defaults. */
    readonly dryRun: boolean;
    readonly prune: boolean;
  };
}

/** The answer of the mutation `load`. */
export interface LoadPayload {
  /** What became of each bundle; empty where there are problems. */
  readonly bundles: readonly BundleReport[];
  /** Of a dry run: one readable line for each difference; empty otherwise. */
  readonly differences: readonly string[];
  readonly problems: readonly {
    /** `file:line:column`. */
    readonly path: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly gone: readonly GoneBundle[];
  readonly removals: readonly Removals[];
  readonly recomputed: number;
  readonly followed: number;
}
