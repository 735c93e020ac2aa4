import { useEffect, useState } from "react";
import { NodeLink } from "../app/link.tsx";
import { askAs, fileNameOf, parseCsv, saveFile } from "../data/files.ts";
import { Empty, Skeleton } from "../ui/note.tsx";
import type { Value } from "./variables.ts";

/** How many rows are shown; the file has them all. */
const MOST = 300;
const ID = /^(agency|agreement|claim|commitment|commodity|country|event|firm|market|measure|person|source):\S+$/;

interface Props {
  readonly query: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly title: string;
}

/** The answer as the server writes it in CSV; null until it is there. */
function useCsv(query: string, values: Props["values"]): { readonly text: string | null; readonly failed: string | null } {
  const [state, setState] = useState<{ readonly text: string | null; readonly failed: string | null }>({ text: null, failed: null });
  const key = JSON.stringify(values);
  useEffect(() => {
    let isWanted = true;
    askAs("text/csv", query, JSON.parse(key)).then(
      (text) => isWanted && setState({ text, failed: null }),
      (error: Error) => isWanted && setState({ text: null, failed: error.message }),
    );
    return () => {
      isWanted = false;
    };
  }, [query, key]);
  return state;
}

/** The answer as the server writes it in CSV, shown as a table and given as a file. */
export function AnswerTable({ query, values, title }: Props) {
  const { text, failed } = useCsv(query, values);
  if (failed !== null) return <Empty>There is no table: {failed}</Empty>;
  if (text === null) return <Skeleton lines={10} />;
  const [names = [], ...lines] = parseCsv(text);
  if (lines.length === 0) return <Empty>The answer has no rows.</Empty>;
  return (
    <div className="stack answer-tight">
      <div className="row">
        <button type="button" className="button" onClick={() => saveFile(`${fileNameOf(title)}.csv`, "text/csv", text)}>
          Download CSV
        </button>
        <span className="small quiet">
          {lines.length === 1 ? "1 row" : `${lines.length.toLocaleString("en")} rows`}
          {lines.length > MOST ? `, the first ${MOST} here` : ""}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className="answer-box" aria-label="The answer as a table" tabIndex={0}>
        <table className="answer-table">
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, MOST).map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an answer's order is its own
              <tr key={i}>
                {names.map((name, j) => (
                  <td key={name}>
                    <Cell text={line[j] ?? ""} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

const Cell = ({ text }: { readonly text: string }) => (ID.test(text) ? <NodeLink id={text}>{text}</NodeLink> : text);
