import { stringifyDocument } from "@urql/core";
import { useEffect, useMemo, useState } from "react";
import { addressOf, useAddress, useDays } from "../app/address.ts";
import { ViewLink } from "../app/link.tsx";
import { useAnswer } from "../data/use-answer.ts";
import { THEMES } from "../generated/questions.ts";
import { useShare } from "../share/shared.ts";
import { Empty, Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { Answer } from "./answer.tsx";
import { AnswerTable } from "./answer-table.tsx";
import { Inputs } from "./inputs.tsx";
import { plain } from "./questions.tsx";
import { documentOf, readValue, type Value, variablesOf } from "./variables.ts";

/** The texts of the questions, each loaded when it is opened. */
const SOURCES = import.meta.glob<string>("../../../tests/operations/*/*.graphql", { query: "?raw", import: "default" });

interface Props {
  readonly theme: string;
  readonly name: string;
  readonly words: string;
}

/** One question: what can be changed of it, and its answer. */
export function Question({ theme, name, words }: Props) {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    SOURCES[`../../../tests/operations/${theme}/${name}.graphql`]?.().then((text) => isWanted && setSource(text));
    return () => {
      isWanted = false;
    };
  }, [theme, name]);
  const title = plain(words);
  useEffect(() => {
    document.title = `${title} · trade-graph`;
  }, [title]);
  return (
    <div className="stack questions">
      <header className="stack questions-head">
        <p className="small">
          <ViewLink to="/questions">Questions</ViewLink> <span className="quiet">/ {THEMES[theme]}</span>
        </p>
        <h1 className="questions-title">{title}</h1>
      </header>
      {source === null ? <Skeleton lines={8} /> : <Asked source={source} title={title} />}
    </div>
  );
}

function Asked({ source, title }: { readonly source: string; readonly title: string }) {
  const { get, set } = useAddress();
  const document = useMemo(() => documentOf(source), [source]);
  const variables = useMemo(() => variablesOf(document), [document]);
  const values = Object.fromEntries(
    variables.flatMap((variable): (readonly [string, Value])[] => {
      const value = readValue(variable, get(variable.asked)) ?? variable.usual;
      return value === undefined ? [] : [[variable.name, value]];
    }),
  );
  const { data, error, waiting, warnings, again } = useAnswer(document, values, { subject: title });
  useShare({ title, asked: { document, variables: values } });
  const isTable = get("as") === "table";
  const graphiql = addressOf("/graphiql", { query: source, variables: JSON.stringify(values, null, 2) });
  const isChanged = variables.some(({ asked }) => get(asked) !== null);
  return (
    <>
      {isChanged && <p className="small quiet">These words are of how it was asked first. What is asked now stands here:</p>}
      <Inputs variables={variables} values={values} />
      <div className="row">
        <button type="button" className="button" aria-pressed={!isTable} onClick={() => set({ as: undefined })}>
          Answer
        </button>
        <button type="button" className="button" aria-pressed={isTable} onClick={() => set({ as: "table" })}>
          Table
        </button>
        <a className="button" href={graphiql}>
          GraphQL in GraphiQL
        </a>
        <OwnDays />
      </div>
      {error && <Problem error={error} again={again} />}
      <Warnings warnings={warnings} />
      {!data && !error && <Skeleton lines={10} />}
      {data !== undefined && (
        <section aria-label="The answer" aria-busy={waiting}>
          {isTable ? <AnswerTable query={stringifyDocument(documentOf(source))} values={values} title={title} /> : <Answer data={data} />}
        </section>
      )}
      {data === null && !error && <Empty>The graph holds nothing of it. Change what is asked above.</Empty>}
    </>
  );
}

/** The days of the frame are none of a question's: it names its own, or asks for all. */
function OwnDays() {
  const { on, known } = useDays();
  return on === null && known === null ? null : (
    <span className="small quiet">The days above do not change it: a question names its own.</span>
  );
}
