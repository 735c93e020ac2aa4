import type { CombinedError } from "@urql/core";
import { useMemo } from "react";
import { useDays } from "../app/address.ts";
import { isDated } from "../data/node-id.ts";
import { useAnswer } from "../data/use-answer.ts";
import { type PageEnd, usePages } from "../data/use-pages.ts";
import {
  GraphAroundDocument,
  type GraphAroundQuery,
  GraphEdgesDocument,
  type GraphEdgesQuery,
  GraphLeadingDocument,
  type GraphLeadingQuery,
  GraphLedDocument,
  type GraphLedQuery,
  GraphPathsDocument,
  type GraphPathsQuery,
  type RelationshipType,
} from "../generated/operations.ts";
import { type Family, familyKey, type Left, type Picture, pictureOf, WITH_NODE } from "./picture.ts";
import type { GraphState } from "./state.ts";

/** How many ids one question takes. */
const IDS = 500;
/** How many pages of 200 edges are read at most: of families of one direction, and of what joins the nodes of the picture. */
const PAGES = { family: 5, joined: 15 } as const;

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
  const leading = usePages(GraphLeadingDocument, { ...large.OUT, on, known }, pagesOf<GraphLeadingQuery>(PAGES.family, large.OUT.ids));
  const led = usePages(GraphLedDocument, { ...large.IN, on, known }, pagesOf<GraphLedQuery>(PAGES.family, large.IN.ids));
  const isWhole = !(around.waiting || leading.waiting || led.waiting);
  const [from = "", to = ""] = state.ends;
  const paths = useAnswer(GraphPathsDocument, { from, to, on, known }, { pause: state.ends.length < 2, subject: state.ends.join(" ") });
  const ways = state.ends.length === 2 ? paths.data?.paths : undefined;
  const parts = useMemo(
    () =>
      around.data && {
        around: around.data,
        leading: nodesOf(leading.pages),
        led: nodesOf(led.pages),
        isWhole,
        paths: ways ?? [],
        opened: state.families,
      },
    [around.data, leading.pages, led.pages, isWhole, ways, state.families],
  );
  const all = useMemo(() => (parts ? idsOf(pictureOf({ ...parts, joined: [] })) : []), [parts]);
  const ids = useMemo(() => all.slice(0, IDS), [all]);
  // Once all nodes are there: each page of a family would make another question of it.
  const joined = usePages(GraphEdgesDocument, { ids, on, known }, pagesOf<GraphEdgesQuery>(PAGES.joined, isWhole ? ids : []));
  const { pages } = joined;
  const isDone = isWhole && !joined.waiting;
  const left = useMemo(() => (isDone ? edgesLeft(all.length, pages) : []), [all, pages, isDone]);
  const picture = useMemo(() => {
    const found = parts && pictureOf({ ...parts, joined: nodesOf(pages) });
    return found && { ...found, left: [...found.left, ...left] };
  }, [parts, pages, left]);
  const failed = [around, leading, led, paths, joined].find(({ error }) => error);
  return { picture, paths: ways, error: failed?.error ?? null, again: () => failed?.again(), asked: { ids: opened, on, known } };
}

/** What may have edges between each other, of what is drawn. */
const idsOf = ({ nodes }: Picture): string[] => nodes.flatMap(({ key, count }) => (count === null && isDated(key) ? [key] : []));

/** Pages of edges between some nodes, or around them; none where there are none. */
const pagesOf = <Data extends Edges>(most: number, ids: readonly string[]) => ({
  endOf: ({ relationships }: Data) => relationships.pageInfo,
  most,
  pause: ids.length === 0,
});

interface Edges<Edge = unknown> {
  readonly relationships: { readonly pageInfo: PageEnd; readonly nodes: readonly Edge[] };
}

const nodesOf = <Edge>(pages: readonly Edges<Edge>[]): readonly Edge[] => pages.flatMap(({ relationships }) => relationships.nodes);

/** What of the edges is not read, once as many pages are as may be. */
function edgesLeft(drawn: number, pages: readonly GraphEdgesQuery[]): readonly Left[] {
  const left: Left[] = [];
  const [total = 0, read] = [pages[0]?.relationships.totalCount, pages.reduce((sum, page) => sum + page.relationships.nodes.length, 0)];
  if (read < total) left.push({ words: `${(total - read).toLocaleString("en")} edges between these nodes`, node: null });
  if (drawn > IDS)
    left.push({
      words: `what joins the last ${(drawn - IDS).toLocaleString("en")} nodes with each other and with those before`,
      node: null,
    });
  return left;
}

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
  const asked = ({ ids, types }: (typeof found)["IN"]) => ({ ids: [...ids], types: [...types] });
  return { IN: asked(found.IN), OUT: asked(found.OUT) };
}
