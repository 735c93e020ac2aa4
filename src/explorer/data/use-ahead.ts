import { type AnyVariables, createRequest, type TypedDocumentNode } from "@urql/core";
import { useEffect } from "react";
import { client } from "./client.ts";

/** How long nothing else may have been asked, in milliseconds: a slider on its way asks nothing ahead, one at rest does. */
const REST = 250;

/** Asks ahead, one after the other, what a reader's next step would ask, so that its answer is there at once; each is asked once. An error is left to who asks it in earnest. */
export function useAhead<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  ahead: readonly Variables[],
): void {
  const key = ahead.map((variables) => createRequest(document, variables).key).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the questions
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(async () => {
      for (const variables of ahead) if (!isGone) await client.query(document, variables).toPromise();
    }, REST);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [key]);
}
