import type { TypedDocumentNode } from "@urql/core";
import { createContext, useContext, useEffect, useSyncExternalStore } from "react";

/** A question that a view asked, with its values. */
export interface Asked {
  // biome-ignore lint/suspicious/noExplicitAny: of any answer and any values
  readonly document: TypedDocumentNode<any, any>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a view gives away. */
export interface Shared {
  readonly title: string;
  /** The question behind it; null where there is none. */
  readonly asked: Asked | null;
  /** What of the view its file has, in a sentence; absent where it has all. */
  readonly part?: string | undefined;
}

/** What a file has that is one page of a longer list; undefined where it is all of it. */
export const partWords = (first: number, total: number | undefined, way: string): string | undefined =>
  total === undefined || total <= first ? undefined : `Its file has ${first.toLocaleString("en")} of ${total.toLocaleString("en")}. ${way}`;

class Store {
  #shared: Shared | null = null;
  readonly #listeners = new Set<() => void>();
  readonly get = (): Shared | null => this.#shared;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly set = (shared: Shared | null): void => {
    this.#shared = shared;
    for (const listener of this.#listeners) listener();
  };
}

const Context = createContext(new Store());

/** What the open view gives away; null until it says. */
export function useShared(): Shared | null {
  const store = useContext(Context);
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Says what the view gives away: the frame's bar shows the question as GraphQL, cites, downloads and copies it. */
export function useShare(shared: Shared | null): void {
  const store = useContext(Context);
  const key = shared && JSON.stringify([shared.title, shared.asked?.variables, shared.part]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is shared
  useEffect(() => {
    store.set(shared);
    return () => store.set(null);
  }, [store, key, shared?.asked?.document]);
}
