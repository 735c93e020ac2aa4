import type { CombinedError } from "@urql/core";
import type { ReactNode } from "react";
import type { Warning } from "../data/use-answer.ts";
import "./note.css";

/** Why there is nothing to see, and what to try. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="note note-empty">{children}</p>;
}

/** What went wrong in the server's own words, and a way on. */
export function Problem({ error, again }: { readonly error: CombinedError; readonly again?: () => void }) {
  const said = error.graphQLErrors.map(({ message }) => message);
  return (
    <div className="note note-problem" role="alert">
      <p>{said.length > 0 ? said.join(" ") : "The server does not answer. It may be starting, or the connection is gone."}</p>
      {again && (
        <button type="button" className="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

/** What an answer does not show by itself, in the server's own words. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="note note-warning">
      {[...new Set(warnings.map(({ message }) => message))].map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

/** Stands where something will be, at its size. */
export function Skeleton({ lines = 3, height }: { readonly lines?: number; readonly height?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="aloud">Loading</span>
      {height === undefined ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without a name
        Array.from({ length: lines }, (_, i) => <div key={i} className="skeleton-line" />)
      ) : (
        <div className="skeleton-block" style={{ height }} />
      )}
    </div>
  );
}
