import type { ReactNode } from "react";
import { ViewLink } from "../app/link.tsx";
import type { Contradicted } from "./pairs.ts";

/** Disagreements about a node that are not here. */
interface Unsaid {
  readonly about: string;
  readonly left: number;
}

/** A remark on what is shown, and the ways to what of its contradictions is not. Nothing where there is nothing to remark. */
export function remarkOn(claims: readonly Contradicted[], said: string | null = null, unsaid?: Unsaid): { readonly remark?: ReactNode } {
  const others = claims.reduce((sum, { contradicts: { totalCount, nodes } }) => sum + totalCount - nodes.length, 0);
  const disagreements = unsaid?.left ?? 0;
  if (said === null && others === 0 && disagreements === 0) return {};
  return {
    remark: (
      <>
        {said} {others > 0 && `${others} more claims contradict these: “This claim” leads to a page that lists them. `}
        {unsaid && disagreements > 0 && (
          <ViewLink to="/questions/where-sources-disagree" asked={{ about: unsaid.about }}>
            All disagreements, {disagreements} more
          </ViewLink>
        )}
      </>
    ),
  };
}
