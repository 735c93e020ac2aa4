import { type Model, type NodeType, prefixOf } from "../model/index.ts";
import { type Name, nameOf } from "./names.ts";

/** A node that may be one with another. */
export interface Candidate {
  readonly id: string;
  /** What it is called in lists. */
  readonly label: string;
  /** Its name and other names, those that can be compared. */
  readonly names: readonly Name[];
  /** Identifiers that others gave it, by what they are (`lei`, `wikidata`), and aliases with a number of five digits or more. */
  readonly identifiers: ReadonlyMap<string, string>;
  readonly numbered: readonly string[];
  /** Its `kind`; null where its type has none. */
  readonly kind: string | null;
  /** Ids of the countries that its edges lead to. */
  readonly countries: readonly string[];
  /** Ids of nodes of its own type that its edges lead to, such as its owners. */
  readonly kin: readonly string[];
}

/** Who answers a GraphQL query: the data of the answer. Rejects where there is none. */
export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Properties by which registers know a thing. */
const IDENTIFIERS = ["lei", "wikidata"] as const;
/** As many as a page may have. */
const PAGE = 200;

/** The nodes of a type, page by page. */
export async function candidatesOf(ask: Ask, model: Model, type: NodeType): Promise<Candidate[]> {
  const { query, leading } = queryOf(model, type);
  const found: Candidate[] = [];
  for (let after: string | null = null; ; ) {
    const { list } = (await ask(query, { after })) as { readonly list: Page };
    for (const node of list.nodes) found.push(candidate(node, type, leading));
    after = list.pageInfo.endCursor;
    if (!list.pageInfo.hasNextPage) return found;
  }
}

interface Page {
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The query of a page of a type, and the fields of it that lead to countries and nodes of the type itself alone. */
function queryOf(model: Model, type: NodeType) {
  const leading = [...(model.edgeFields.get(type.name)?.values() ?? [])]
    .filter(
      ({ direction, list, targets }) =>
        direction === "OUT" && list && targets.every((target) => target === "Country" || target === type.name),
    )
    .map(({ name }) => name);
  const properties = ["id", "label", "name", "aliases", "legalName", "kind", ...IDENTIFIERS].filter(
    (name) => name === "label" || type.properties.has(name),
  );
  const edges = leading.map((field) => `${field}(first: 20) { nodes { id } }`);
  const query = `query Candidates($after: String) { list: ${type.plural}(first: ${PAGE}, after: $after) { nodes { ${[...properties, ...edges].join(" ")} } pageInfo { hasNextPage endCursor } } }`;
  return { query, leading };
}

function candidate(node: Record<string, unknown>, type: NodeType, leading: readonly string[]): Candidate {
  const said = (name: string) => (typeof node[name] === "string" ? (node[name] as string) : null);
  const aliases = Array.isArray(node.aliases) ? node.aliases.map(String) : [];
  const texts = [...new Set([...type.names.map(said).filter((text) => text !== null), ...aliases])];
  const isNumbered = (text: string) => /\d{5}/.test(text);
  const reached = leading.flatMap((field) => (node[field] as { nodes: readonly { id: string }[] }).nodes.map(({ id }) => id));
  return {
    id: String(node.id),
    label: String(node.label),
    names: texts
      .filter((text) => !isNumbered(text))
      .map(nameOf)
      .filter((name) => name !== null),
    identifiers: new Map(IDENTIFIERS.flatMap((name) => (said(name) === null ? [] : [[name, said(name) ?? ""] as const]))),
    numbered: texts.filter(isNumbered),
    kind: said("kind"),
    countries: reached.filter((id) => prefixOf(id) !== type.prefix),
    kin: reached.filter((id) => prefixOf(id) === type.prefix),
  };
}
