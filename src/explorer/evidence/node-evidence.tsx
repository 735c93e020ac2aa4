import { useState } from "react";
import { useDays } from "../app/address.ts";
import { NodeLink } from "../app/link.tsx";
import { fieldWords, valueWords } from "../data/field-words.ts";
import { kindOf } from "../data/node-id.ts";
import { type PageEnd, usePages } from "../data/use-pages.ts";
import { NodeEvidenceDocument, type NodeEvidenceQuery } from "../generated/operations.ts";
import { surenessOfClaims } from "../ui/mark.tsx";
import { Empty, Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { claimsWords, type Evidence, EvidenceBody, type Said } from "./body.tsx";
import { type Contradicted, pairsOf } from "./pairs.ts";
import { remarkOn } from "./remark.tsx";

type Found = NonNullable<NodeEvidenceQuery["node"]>;

/** How many claims are shown at first, and how many more each time: a drawer of more is a wall. */
const FEW = 25;
/** How many statements are read at a time: as many as the mark on a node's page counts. */
const PAGE = 200;
/** How many pages are read at most behind a field, whose claims may stand anywhere among them. */
const MOST = 10;

/** What is said of a node, or of one field of it. */
export function NodeEvidence({ id, field }: { readonly id: string; readonly field: string | null }) {
  const { on, known } = useDays();
  const [shown, setShown] = useState(FEW);
  const { isDated, isSource } = kindOf(id);
  const { pages, waiting, error, again, warnings } = usePages(
    NodeEvidenceDocument,
    { id, isDated, isSource, first: PAGE, after: null, on, known },
    { endOf: ({ node }) => endOf(node), most: field === null ? Math.ceil(shown / PAGE) : MOST },
  );
  const [first] = pages;
  if (error && !first) return <Problem error={error} again={again} />;
  if (!first || (field !== null && waiting)) return <Skeleton lines={8} />;
  if (!first.node) return <Empty>On this day there was nothing of that name yet. Choose another day, or go back to today.</Empty>;
  const evidence = evidenceOf(first, first.node, pages, field);
  const left = evidence.said.length + (field === null ? leftOf(pages) : 0) - shown;
  const more = left > 0 && <More left={left} isWaiting={waiting} onMore={() => setShown(shown + FEW)} />;
  return (
    <>
      <EvidenceBody evidence={{ ...evidence, said: evidence.said.slice(0, shown), more }} />
      {error && <Problem error={error} again={again} />}
      <Warnings warnings={warnings} />
    </>
  );
}

/** The way to the claims that are not shown yet. */
function More({ left, isWaiting, onMore }: { readonly left: number; readonly isWaiting: boolean; readonly onMore: () => void }) {
  return (
    <button type="button" className="button no-print" aria-disabled={isWaiting} onClick={isWaiting ? undefined : onMore}>
      {isWaiting ? "Reading …" : `Show ${Math.min(left, FEW)} more, of ${left.toLocaleString("en")} left`}
    </button>
  );
}

function evidenceOf(first: NodeEvidenceQuery, node: Found, pages: readonly NodeEvidenceQuery[], field: string | null): Evidence {
  const all = pages.flatMap((page) => (page.node ? statementsOf(page.node) : []));
  const named = all.filter((said) => field === null || said.field === field);
  // Behind a field that no claim names stand the claims about the whole.
  const said = named.length > 0 ? named : all.filter((claim) => claim.field === null);
  const distinct = [...new Map(said.map(({ claim }) => [claim.id, claim])).values()];
  const disagreed = (first.disagreements?.nodes ?? []).filter((row) => field === null || row.field === field);
  const pairs = pairsOf(disagreed, distinct);
  const left = leftOf(pages);
  return {
    fact: (
      <>
        {field && <p className="evidence-field">{fieldWords(field)}</p>}
        <NodeLink id={node.id}>{node.label}</NodeLink>
      </>
    ),
    sureness: surenessOfClaims(distinct, pairs.length > 0),
    knownSince: "recordedOn" in node ? node.recordedOn : earliest(distinct),
    said: mergedBy(said, field),
    pairs,
    count: left > 0 && field === null ? `${(all.length + left).toLocaleString("en")} statements` : claimsWords(distinct),
    ...remarkOn(distinct, saidOf(field, named.length, distinct.length, left), {
      about: node.id,
      left: (first.disagreements?.totalCount ?? 0) - (first.disagreements?.nodes.length ?? 0),
    }),
  };
}

interface Statement {
  readonly field: string | null;
  readonly value: string | null;
  readonly claim: Contradicted;
}

/** What a page has of what is said: each claim once for every field that it names. */
function statementsOf(node: Found): readonly Statement[] {
  const bare = (claim: Contradicted) => ({ field: null, value: null, claim });
  if (node.__typename === "Claim") return [bare(node)];
  if (node.__typename === "Source") return (node.says?.nodes ?? []).map(bare);
  return (node.claims?.edges ?? []).map(({ field, value, node: claim }) => ({ field, value, claim }));
}

/** The list that a node's claims are pages of; null of a claim, which is one. */
function listOf(node: NodeEvidenceQuery["node"]): { readonly totalCount: number; readonly pageInfo: PageEnd } | null {
  if (!node || node.__typename === "Claim") return null;
  return (node.__typename === "Source" ? node.says : node.claims) ?? null;
}

const endOf = (node: NodeEvidenceQuery["node"]): PageEnd => listOf(node)?.pageInfo ?? { endCursor: null, hasNextPage: false };

/** How many statements stand behind the pages that are there. */
function leftOf(pages: readonly NodeEvidenceQuery[]): number {
  const last = listOf(pages.at(-1)?.node ?? null);
  if (!last?.pageInfo.hasNextPage) return 0;
  return last.totalCount - pages.reduce((sum, { node }) => sum + (node ? statementsOf(node).length : 0), 0);
}

function saidOf(field: string | null, named: number, shown: number, left: number): string | null {
  if (field === null) return null;
  if (left > 0) return `More is said of it than is read here: ${left.toLocaleString("en")} statements are left, and some may name this.`;
  return named === 0 && shown > 0 ? "No claim names this by itself. These speak of the whole." : null;
}

/** Each claim once, with all that it gives in words. */
function mergedBy(said: readonly Statement[], field: string | null): readonly Said[] {
  const byId = new Map<string, { claim: Contradicted; says: Set<string> }>();
  for (const { claim, field: named, value } of said) {
    const entry = byId.get(claim.id) ?? { claim, says: new Set<string>() };
    byId.set(claim.id, entry);
    const words = named === null ? null : sentence(named, value, field !== null);
    if (words) entry.says.add(words);
  }
  return [...byId.values()].map(({ claim, says }) => ({ claim, ...(says.size > 0 && { says: [...says].join(" · ") }) }));
}

/** What a claim gives for a field; the value alone where the field is known. */
function sentence(field: string, value: string | null, isKnown: boolean): string | null {
  const words = valueWords(value);
  if (isKnown) return words;
  return words === null ? fieldWords(field) : `${fieldWords(field)}: ${words}`;
}

const earliest = (claims: readonly Contradicted[]): string | null =>
  claims.flatMap(({ recordedOn }) => (recordedOn ? [recordedOn] : [])).sort()[0] ?? null;
