import { useMemo } from "react";
import { useDays } from "../app/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { PickedNamesDocument } from "../generated/operations.ts";

/** What may be an id: `prefix:key`. Others the server refuses, with all that is asked beside them. */
const ID = /^(agency|agreement|claim|commitment|commodity|country|event|firm|market|measure|person|source):[^\s]+$/;

/** How many names are asked for at once. */
const MOST = 150;

/** What nodes are called, by id; those that are not there, or not yet answered, are called by the last part of their id. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const { known } = useDays();
  const wanted = [...new Set(ids.filter((id) => ID.test(id)))].sort().slice(0, MOST);
  const { data } = useAnswer(PickedNamesDocument, { ids: wanted, known }, { pause: wanted.length === 0 });
  return useMemo(() => {
    const names = new Map((data?.nodes ?? []).flatMap((node) => (node ? [[node.id, node.label] as const] : [])));
    return (id) => names.get(id) ?? id.slice(id.indexOf(":") + 1);
  }, [data]);
}
