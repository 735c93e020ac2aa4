import type { NodePageQuery } from "../generated/operations.ts";
import { type Sureness, surenessOfClaims } from "../ui/mark.tsx";

/** How sure each field of a node is, and the node as a whole (null): by the claims that name the field, else by those about the whole. */
export function surenessOf(page: NodePageQuery): (field: string | null) => Sureness {
  const node = page.node;
  const said = node && "claims" in node ? node.claims.edges : [];
  const disputed = new Set((page.disagreements?.nodes ?? []).map((row) => row.field));
  return (field) => {
    const named = said.filter((edge) => field !== null && edge.field === field);
    const claims = (named.length > 0 ? named : said.filter((edge) => edge.field === null)).map((edge) => edge.node);
    const about = field === null ? said.map((edge) => edge.node) : named.map((edge) => edge.node);
    const isSplit = field === null ? disputed.size > 0 || about.some(isContradicted) : disputed.has(field) || about.some(isContradicted);
    return surenessOfClaims(claims.length > 0 || field !== null ? claims : about, isSplit);
  };
}

const isContradicted = ({ contradicts }: { readonly contradicts: { readonly totalCount: number } }): boolean => contradicts.totalCount > 0;
