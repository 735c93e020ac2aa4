import { CopyText } from "../share/copy-text.tsx";
import { Empty } from "../ui/note.tsx";
import { useAddress } from "./address.ts";
import { ViewLink } from "./link.tsx";

/** What stands at GraphiQL's address on a server that answers registered operations only: why there is none, and the question that was to be opened in it. */
export function NoEditor() {
  const { get } = useAddress();
  const [query, variables] = [get("query"), get("variables")];
  return (
    <div className="stack">
      <h1>No editor on this server</h1>
      <Empty>
        This server answers only what whoever runs it has registered: a query of your own it would refuse, so GraphiQL is not here. What
        these pages ask is registered, as are the <ViewLink to="/questions">questions</ViewLink>. The schema is at{" "}
        <a href="/schema.graphql">/schema.graphql</a>.
      </Empty>
      {query && (
        <section className="stack" aria-label="The question">
          <h2>The question, for another server of this kind</h2>
          <CopyText label="Query" text={query} />
          {variables && <CopyText label="Variables" text={variables} />}
        </section>
      )}
    </div>
  );
}
