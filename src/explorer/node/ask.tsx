import { ViewLink } from "../app/link.tsx";
import type { PageNode } from "./facts.ts";
import { questionsOf } from "./questions.ts";

/** Questions that fit the node, asked of it. */
export function AskFurther({ node }: { readonly node: PageNode }) {
  const questions = questionsOf(node);
  if (questions.length === 0) return null;
  return (
    <section className="node-part no-print" aria-label="Ask further">
      <h2>Ask further</h2>
      <ul className="ask">
        {questions.map(({ words, slug, asked }) => (
          <li key={slug}>
            <ViewLink to={`/questions/${slug}`} asked={asked}>
              {words}
            </ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
