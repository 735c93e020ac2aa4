import { useState } from "react";
import { dateWords } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { useEvidence } from "../evidence/use-evidence.ts";
import { Mark, surenessOfClaims } from "../ui/mark.tsx";
import { Empty } from "../ui/note.tsx";
import { TypeTag } from "../ui/type-tag.tsx";
import { type Entry, evidenceOf, happened, sentenceOf } from "./entries.ts";

/** How many rows stand there at first, and are added at a time. */
const ROWS = 40;

/** What the picture shows, row by row. */
export function TimeTable({ entries, caption }: { readonly entries: readonly Entry[]; readonly caption: string }) {
  const [shown, setShown] = useState(ROWS);
  const { open } = useEvidence();
  if (entries.length === 0)
    return <Empty>Nothing is dated in this stretch of time. Zoom out, or choose other actors, goods or kinds.</Empty>;
  return (
    <div className="time-rows">
      <table className="time-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What</th>
            <th scope="col">Act</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, shown).map((entry) => (
            <tr key={`${entry.date} ${entry.kind} ${entry.node.id} ${entry.by?.id ?? ""}`}>
              <td className="figures time-when">{dateWords(entry.date)}</td>
              <td className="time-when">{happened(entry.kind)}</td>
              <td>
                <TypeTag type={entry.node.__typename} isShort /> <NodeLink id={entry.node.id}>{entry.node.label}</NodeLink>
                {entry.by && (
                  <span className="quiet">
                    {" "}
                    by <NodeLink id={entry.by.id}>{entry.by.label}</NodeLink>
                  </span>
                )}
              </td>
              <td>
                <Mark sureness={surenessOfClaims(entry.claims)} about={sentenceOf(entry)} onOpen={() => open(evidenceOf(entry))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + ROWS)}>
          Show {Math.min(ROWS, entries.length - shown)} more of {entries.length - shown}
        </button>
      )}
    </div>
  );
}
