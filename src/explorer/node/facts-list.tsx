import { isDated } from "../data/node-id.ts";
import { ClaimCard } from "../evidence/claim-card.tsx";
import { Contradictions } from "../evidence/contradictions.tsx";
import { pairsOf } from "../evidence/pairs.ts";
import { useEvidence } from "../evidence/use-evidence.ts";
import { Mark, type Sureness } from "../ui/mark.tsx";
import { type Fact, factsOf, type PageNode } from "./facts.ts";

/** From how many letters on a value has a row of its own. */
const LONG = 60;

interface FactsProps {
  readonly node: PageNode;
  readonly sureness: (field: string | null) => Sureness;
}

/** The facts of the record, each with the mark that opens what it rests on; of a claim its words and what contradicts it. */
export function Facts({ node, sureness }: FactsProps) {
  const facts = factsOf(node);
  return (
    <>
      {node.__typename === "Claim" && <ClaimShown node={node} />}
      {facts.length > 0 && (
        <section className="node-part" aria-label="Facts">
          <h2>Facts</h2>
          <dl className="facts">
            {facts.map((fact) => (
              <FactRow key={`${fact.field} ${fact.value}`} fact={fact} node={node} sureness={sureness(fact.field)} />
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function FactRow({
  fact: { field, label, value, href },
  node,
  sureness,
}: {
  readonly fact: Fact;
  readonly node: PageNode;
  readonly sureness: Sureness;
}) {
  const { open } = useEvidence();
  return (
    <div className={value.length > LONG ? "fact fact-long" : "fact"}>
      <dt>{label}</dt>
      <dd>
        {href ? (
          <a href={href} rel="noreferrer noopener" target="_blank">
            {value}
          </a>
        ) : (
          value
        )}
        {isDated(node.id) && (
          <Mark sureness={sureness} about={`${label}: ${value}`} onOpen={() => open({ of: "field", id: node.id, field })} />
        )}
      </dd>
    </div>
  );
}

function ClaimShown({ node }: { readonly node: PageNode & { readonly __typename: "Claim" } }) {
  const pairs = pairsOf([], [node]);
  return (
    <section className="node-part evidence-frame" aria-label="What it says">
      {pairs.length > 0 ? <Contradictions pairs={pairs} level={2} /> : <ClaimCard claim={node} />}
    </section>
  );
}
