import type { AnyVariables, CombinedError, TypedDocumentNode } from "@urql/core";
import { createRequest } from "@urql/core";
import { useEffect, useRef, useState } from "react";
import { client } from "./client.ts";

/** What the server warned of: a list that goes on, an id that it lacks. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

/** What is shown of a question, at every moment. */
export interface Answer<Data, Variables = AnyVariables> {
  /** The newest answer there is; while another one is awaited, the one before. Undefined until the first. */
  readonly data: Data | undefined;
  /** The values for which `data` is the answer: what names a day beside figures takes it from here. Undefined where there is no data. */
  readonly of: Variables | undefined;
  /** Why there is no newer one; null where nothing went wrong. */
  readonly error: CombinedError | null;
  /** Whether an answer is awaited. */
  readonly waiting: boolean;
  readonly warnings: readonly Warning[];
  /** Asks again. */
  readonly again: () => void;
}

interface State<Data, Variables> {
  readonly key: string;
  readonly data: Data | undefined;
  readonly of: Variables | undefined;
  readonly error: CombinedError | null;
  readonly warnings: readonly Warning[];
}

/**
 * The answer to a question. Where the variables change, the former answer stays until the new one is there, and what was overtaken is no longer waited for.
 * `pause`: asks nothing for now. `subject`: what the answer is about; where that is another, the former answer does not stay.
 */
export function useAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false, subject = "" }: { readonly pause?: boolean; readonly subject?: string } = {},
): Answer<Data, Variables> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State<Data, Variables> | null>(null);
  // A key of the question and its values: the same values in another object are no other question.
  const request = createRequest(document, variables);
  const key = `${subject} ${request.key}`;
  const asked = useRef(round);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the request and the subject
  useEffect(() => {
    if (pause) return;
    const isAgain = asked.current !== round;
    asked.current = round;
    const { unsubscribe } = client.executeQuery(request, isAgain ? { requestPolicy: "network-only" } : {}).subscribe((result) => {
      const warnings = (result.extensions?.warnings as readonly Warning[] | undefined) ?? [];
      setState((before) => {
        const kept = before && subjectOf(before.key) === subject ? before : undefined;
        const of: Variables | undefined = result.data ? variables : kept?.of;
        return { key, data: result.data ?? kept?.data, of, error: result.error ?? null, warnings };
      });
    });
    return unsubscribe;
  }, [key, pause, round]);
  const isOurs = state !== null && subjectOf(state.key) === subject;
  const isNewest = state !== null && state.key === key;
  return {
    data: isOurs ? state.data : undefined,
    of: isOurs ? state.of : undefined,
    error: isNewest ? state.error : null,
    waiting: !pause && !isNewest,
    warnings: isNewest ? state.warnings : [],
    again: () => setRound(round + 1),
  };
}

const subjectOf = (key: string): string => key.slice(0, key.lastIndexOf(" "));
