import { useParams } from "wouter";
import { ViewLink } from "../app/link.tsx";
import { Lost } from "../app/lost.tsx";
import { QUESTIONS, THEMES } from "../generated/questions.ts";
import { useShare } from "../share/shared.ts";
import { Question } from "./question.tsx";
import "./questions.css";

/** The golden questions: all of them by theme, or the one that the address names. */
export default function Questions() {
  const { question: name } = useParams();
  if (name === undefined) return <AllQuestions />;
  const question = QUESTIONS.find((one) => one.name === name);
  return question ? <Question key={name} theme={question.theme} name={name} words={question.question} /> : <Lost />;
}

/** Marks such as S11.a name sentences of an article: they say nothing to who reads the question. */
export const plain = (question: string): string => question.replace(/\s*\((?:[A-Z]\d*\.[a-z][^)]*)\)\s*$/, "");

function AllQuestions() {
  useShare({ title: "Questions", asked: null });
  return (
    <div className="stack questions">
      <header>
        <h1>Questions</h1>
        <p className="quiet questions-lead">
          Each is asked with a press, can be changed, and shows its answer as cards, as a table, and as the query behind it. The tests of
          this project hold every answer to the letter.
        </p>
      </header>
      <nav aria-label="Themes" className="row">
        {Object.entries(THEMES).map(([theme, title]) => (
          <a key={theme} className="button" href={`#theme-${theme}`}>
            {title}
          </a>
        ))}
      </nav>
      {Object.entries(THEMES).map(([theme, title]) => (
        <section key={theme} aria-labelledby={`theme-${theme}`} className="questions-theme">
          <h2 id={`theme-${theme}`}>{title}</h2>
          <ul>
            {QUESTIONS.filter((question) => question.theme === theme).map(({ name, question }) => (
              <li key={name}>
                <ViewLink to={`/questions/${name}`}>{plain(question)}</ViewLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
