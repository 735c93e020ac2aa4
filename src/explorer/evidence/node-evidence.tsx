import { useDays } from "../app/address.ts";
import { NodeLink } from "../app/link.tsx";
import { fieldWords, valueWords } from "../data/field-words.ts";
import { isDated } from "../data/node-id.ts";
import { useAnswer } from "../data/use-answer.ts";
import { NodeEvidenceDocument, type NodeEvidenceQuery } from "../generated/operations.ts";
import { surenessOfClaims } from "../ui/mark.tsx";
import { Empty, Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { type Evidence, EvidenceBody, type Said } from "./body.tsx";
import { type Contradicted, pairsOf } from "./pairs.ts";

type Found = NonNullable<NodeEvidenceQuery["node"]>;

/** What is said of a node, or of one field of it. */
export function NodeEvidence({ id, field }: { readonly id: string; readonly field: string | null }) {
  const { on, known } = useDays();
  const { data, error, again, warnings } = useAnswer(
    NodeEvidenceDocument,
    { id, isDated: isDated(id), after: null, on, known },
    { subject: id },
  );
  if (error && !data) return <Problem error={error} again={again} />;
  if (!data) return <Skeleton lines={8} />;
  if (!data.node) return <Empty>On this day there was nothing of that name yet. Choose another day, or go back to today.</Empty>;
  return (
    <>
      <EvidenceBody evidence={evidenceOf(data, data.node, field)} />
      <Warnings warnings={warnings} />
    </>
  );
}

function evidenceOf(data: NodeEvidenceQuery, node: Found, field: string | null): Evidence {
  const claims = claimsOf(node);
  const named = claims.all.filter((said) => field === null || said.field === field);
  // Behind a field that no claim names stand the claims about the whole.
  const said = named.length > 0 ? named : claims.all.filter((claim) => claim.field === null);
  const distinct = [...new Map(said.map(({ claim }) => [claim.id, claim])).values()];
  const disagreed = (data.disagreements?.nodes ?? []).filter((row) => field === null || row.field === field);
  const pairs = pairsOf(disagreed, distinct);
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
    total: field === null ? Math.max(claims.total, distinct.length) : distinct.length,
    remark: remarkOf(field, named.length, distinct.length, claims),
  };
}

interface OfNode {
  readonly all: readonly { readonly field: string | null; readonly value: string | null; readonly claim: Contradicted }[];
  readonly total: number;
  readonly isCut: boolean;
}

function claimsOf(node: Found): OfNode {
  const bare = (claim: Contradicted) => ({ field: null, value: null, claim });
  if (node.__typename === "Claim") return { all: [bare(node)], total: 1, isCut: false };
  if (node.__typename === "Source")
    return { all: node.says.nodes.map(bare), total: node.says.totalCount, isCut: node.says.pageInfo.hasNextPage };
  return {
    all: node.claims.edges.map(({ field, value, node: claim }) => ({ field, value, claim })),
    total: new Set(node.claims.edges.map(({ node: claim }) => claim.id)).size,
    isCut: node.claims.pageInfo.hasNextPage,
  };
}

function remarkOf(field: string | null, named: number, shown: number, { isCut }: OfNode): string | undefined {
  if (isCut) return "More is said of it than fits here: these are the first 100.";
  return field !== null && named === 0 && shown > 0 ? "No claim names this by itself. These speak of the whole." : undefined;
}

/** Each claim once, with all that it gives in words. */
function mergedBy(said: OfNode["all"], field: string | null): readonly Said[] {
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
