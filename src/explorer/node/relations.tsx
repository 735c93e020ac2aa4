import { useAddress } from "../app/address.ts";
import type { NodePageQuery } from "../generated/operations.ts";
import { Empty } from "../ui/note.tsx";
import type { PageNode } from "./facts.ts";
import { EdgeRows, GroupPages } from "./relation-rows.tsx";
import { datedTypeOf, disputedEnds, edgesOf, type Group, headingOf, inReadingOrder, isOpenByItself } from "./relations.ts";
import { SayingPages } from "./sayings.tsx";

/** What lies around the node, by what joins them: groups with counts, of which the small ones are open. Which ones the reader opened or closed stands in the address. */
export function Relations({ page, node }: { readonly page: NodePageQuery; readonly node: PageNode }) {
  const groups = inReadingOrder(node.neighbours);
  return (
    <section className="node-part" aria-label="What it has to do with">
      <h2>What it has to do with</h2>
      {groups.length === 0 && <Empty>Nothing leads to it or from it on this day. Choose another day, or go back to today.</Empty>}
      <div className="groups">
        {groups.map((group) => (
          <RelationGroup key={`${group.field} ${group.direction}`} group={group} page={page} node={node} />
        ))}
      </div>
    </section>
  );
}

/** Where the address says which groups are not as they are by themselves. */
const PARAMETER = "groups";

interface GroupProps {
  readonly group: Group;
  readonly page: NodePageQuery;
  readonly node: PageNode;
}

function RelationGroup({ group, page, node }: GroupProps) {
  const { search, set } = useAddress();
  const turned = new Set((search.get(PARAMETER) ?? "").split(",").filter(Boolean));
  const isOpen = isOpenByItself(group) !== turned.has(group.field);
  const toggle = () => {
    if (!turned.delete(group.field)) turned.add(group.field);
    set({ [PARAMETER]: [...turned].sort().join(",") }, { replace: true });
  };
  const heading = `group-${group.field}`;
  return (
    <section className="group" aria-labelledby={heading}>
      <h3 id={heading} className="group-head">
        <button type="button" className="group-button" aria-expanded={isOpen} onClick={toggle}>
          <svg className="group-arrow" aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
            <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
          {headingOf(group)} <span className="group-count">{group.totalCount.toLocaleString("en")}</span>
        </button>
      </h3>
      {isOpen ? <Rows group={group} page={page} node={node} /> : <Preview group={group} />}
    </section>
  );
}

function Rows({ group, page, node }: GroupProps) {
  const type = datedTypeOf(group);
  if (type === null) return <SayingPages id={node.id} field={group.field} group={group} />;
  const edges = edgesOf(group, (group.direction === "IN" ? page.led?.nodes : page.leading?.nodes) ?? []);
  // What came with the page is shown at once where it is all there is.
  const disputed = disputedEnds(group, page);
  if (edges.length >= group.totalCount) return <EdgeRows edges={edges} group={group} disputed={disputed} />;
  return <GroupPages id={node.id} type={type} group={group} disputed={disputed} after={null} />;
}

/** The first few names of a closed group. */
function Preview({ group }: { readonly group: Group }) {
  const names = group.nodes.map(({ label }) => label);
  if (datedTypeOf(group) === null || names.length === 0) return null;
  return (
    <p className="group-preview">
      {names.join(" · ")}
      {group.totalCount > names.length && " …"}
    </p>
  );
}
