import type { CombinedError } from "@urql/core";
import { useMemo } from "react";
import { useDays } from "../app/address.ts";
import { isDated } from "../data/node-id.ts";
import { useAnswer } from "../data/use-answer.ts";
import {
  GraphAroundDocument,
  type GraphAroundQuery,
  GraphEdgesDocument,
  GraphFamiliesDocument,
  GraphPathsDocument,
  type GraphPathsQuery,
  type RelationshipType,
} from "../generated/operations.ts";
import { type Family, familyKey, type Picture, pictureOf } from "./picture.ts";
import type { GraphState } from "./state.ts";

/** How many members of a family come with its node. */
const WITH_NODE = 20;
/** How many ids one question takes. */
const IDS = 400;

export interface PictureFound {
  /** Undefined until the first answer. */
  readonly picture: Picture | undefined;
  readonly paths: GraphPathsQuery["paths"] | undefined;
  readonly error: CombinedError | null;
  readonly again: () => void;
  readonly asked: { readonly ids: readonly string[]; readonly on: string | null; readonly known: string | null };
}

/** Asks what the picture is made of: what is around the opened nodes, the members of large families that are open, and what joins all of them. */
export function usePicture(state: GraphState): PictureFound {
  const { on, known } = useDays();
  const opened = useMemo(() => [...state.nodes], [state.nodes]);
  const around = useAnswer(GraphAroundDocument, { ids: opened, on, known }, { pause: opened.length === 0, subject: state.at ?? "" });
  const large = useMemo(() => largeOf(around.data, state.families), [around.data, state.families]);
  const isLarge = large.hasFrom || large.hasTo;
  const families = useAnswer(GraphFamiliesDocument, { ...large, on, known }, { pause: !isLarge, subject: state.at ?? "" });
  const [from = "", to = ""] = state.ends;
  const paths = useAnswer(GraphPathsDocument, { from, to, on, known }, { pause: state.ends.length < 2, subject: state.ends.join(" ") });
  const ways = state.ends.length === 2 ? paths.data?.paths : undefined;
  const parts = useMemo(
    () => around.data && { around: around.data, families: isLarge ? families.data : undefined, paths: ways ?? [], opened: state.families },
    [around.data, families.data, isLarge, ways, state.families],
  );
  const ids = useMemo(() => (parts ? idsOf(pictureOf({ ...parts, joined: [] })) : []), [parts]);
  const joined = useAnswer(GraphEdgesDocument, { ids, on, known }, { pause: ids.length === 0, subject: state.at ?? "" });
  const edges = joined.data?.relationships.nodes;
  const picture = useMemo(() => parts && pictureOf({ ...parts, joined: edges ?? [] }), [parts, edges]);
  const failed = [around, families, paths, joined].find(({ error }) => error);
  return { picture, paths: ways, error: failed?.error ?? null, again: () => failed?.again(), asked: { ids: opened, on, known } };
}

/** What may have edges between each other, of what is drawn. */
const idsOf = ({ nodes }: Picture): string[] =>
  nodes.flatMap(({ key, count }) => (count === null && isDated(key) ? [key] : [])).slice(0, IDS);

/** The open families whose members did not come with their node, by direction. */
function largeOf(around: GraphAroundQuery | undefined, opened: ReadonlySet<string>) {
  const found: Record<"IN" | "OUT", { ids: Set<string>; types: Set<RelationshipType> }> = {
    IN: { ids: new Set(), types: new Set() },
    OUT: { ids: new Set(), types: new Set() },
  };
  const isLarge = (id: string, family: Family) => family.totalCount > WITH_NODE && opened.has(familyKey(id, family));
  for (const node of around?.nodes ?? []) {
    for (const family of node?.neighbours.filter((one) => isLarge(node.id, one)) ?? []) {
      const side = found[family.direction === "IN" ? "IN" : "OUT"];
      if (node) side.ids.add(node.id);
      side.types.add(family.type as RelationshipType);
    }
  }
  return {
    from: [...found.OUT.ids],
    outwards: [...found.OUT.types],
    hasFrom: found.OUT.ids.size > 0,
    to: [...found.IN.ids],
    inwards: [...found.IN.types],
    hasTo: found.IN.ids.size > 0,
  };
}
