import { type AnyVariables, type CombinedError, createRequest, type TypedDocumentNode } from "@urql/core";
import { useEffect, useState } from "react";
import { client } from "./client.ts";
import type { Warning } from "./use-answer.ts";

/** Where a page of a list ends. */
export interface PageEnd {
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** A list that is read page by page. */
export interface Pages<Data> {
  /** Those that are there. While other ones are awaited, the ones before. */
  readonly pages: readonly Data[];
  /** Whether more are awaited. */
  readonly waiting: boolean;
  readonly error: CombinedError | null;
  readonly warnings: readonly Warning[];
  /** Asks anew, from the first page on. */
  readonly again: () => void;
}

interface Options<Data> {
  readonly endOf: (data: Data) => PageEnd;
  /** How many pages are read at most: what comes behind them is for the view to tell. Where it grows, those that are there stay. */
  readonly most: number;
  /** Asks nothing for now. */
  readonly pause?: boolean;
}

interface State<Data> extends Omit<Pages<Data>, "waiting" | "again"> {
  readonly key: string;
}

/**
 * All pages of a list, one after the other: each adds to what is shown. Where the variables change, the former list stays until the new one has as many pages or is
 * whole, so that nothing comes and goes meanwhile; what was overtaken is no longer waited for. The document takes the cursor as `$after`.
 */
export function usePages<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { endOf, most, pause = false }: Options<Data>,
): Pages<Data> {
  const [state, setState] = useState<State<Data> | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const key = `${createRequest(document, variables).key} ${most} ${round}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the document and its variables, for how many pages, and how often they are asked
  useEffect(() => {
    if (pause) return;
    let stop: (() => void) | undefined;
    const read = (before: readonly Data[], after: string | null, warned: readonly Warning[]) => {
      const request = createRequest(document, { ...variables, after } as Variables);
      const policy = round === 0 ? {} : { requestPolicy: "network-only" as const };
      stop = client.executeQuery(request, policy).subscribe((result) => {
        const pages = result.data ? [...before, result.data] : before;
        const warnings = [...warned, ...((result.extensions?.warnings as readonly Warning[] | undefined) ?? [])];
        const end = result.data ? endOf(result.data) : null;
        const next = result.error || !end?.hasNextPage || pages.length >= most ? null : end.endCursor;
        setState((former) => {
          if (next !== null && former && former.pages.length > pages.length) return former;
          return { key, pages: result.data ? pages : (former?.pages ?? []), error: result.error ?? null, warnings };
        });
        if (next === null) setDone(key);
        // In a turn of its own: an answer that is kept comes before `stop` is set.
        else queueMicrotask(() => !isGone && read(pages, next, warnings));
      }).unsubscribe;
    };
    let isGone = false;
    read([], null, []);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [key, pause]);
  return {
    pages: state?.pages ?? [],
    waiting: !pause && done !== key,
    error: state?.key === key ? state.error : null,
    warnings: state?.warnings ?? [],
    again: () => setRound(round + 1),
  };
}
