/** Which node a name in an argument means: by its id, a code, or words; never by a guess. */
import { type Ask, dataOf, Refusal } from "./ask.ts";
import { type McpMeantFragment, McpNamesDocument, type NodeType } from "./generated/operations.ts";

/** A node that an argument names. */
export interface Meant {
  readonly id: string;
  readonly label: string;
}

/** An id as the graph writes it. */
const ID = /^[a-z]+:\S+$/;
const COUNTRY = /^[A-Z][A-Z0-9]{1,9}$/;
/** A code of the Harmonized System, dots and `HS` left out. */
const GOODS = /^(?:hs\s*)?(\d{2}|\d{4}|\d{6}|\d{8}|\d{10})$/i;

/** How many candidates are told. */
const CANDIDATES = 8;

/** The code of the Harmonized System that a text is, without dots; null where it is none. */
export const goodsCodeIn = (said: string): string | null => GOODS.exec(said.trim().replaceAll(".", ""))?.[1] ?? null;

/**
 * The node that `said` means: the one of that id or code, the only one of that name or alias (capitals count for nothing), or the only one that a search finds.
 * Throws Refusal where there is none, or where there are several: it lists them with their ids.
 */
export async function meant(ask: Ask, said: string, types: readonly NodeType[] | undefined, signal?: AbortSignal): Promise<Meant> {
  const text = said.trim();
  if (text === "") throw new Refusal("A name is empty: give an id (country:CN), a code (CN, 850511) or a name.");
  const isId = ID.test(text);
  const goods = isId || !allows(types, "COMMODITY") ? null : goodsCodeIn(text);
  const isCountry = !isId && COUNTRY.test(text) && allows(types, "COUNTRY");
  const { data } = await dataOf(
    ask,
    McpNamesDocument,
    {
      // What is left out by @include has to be well formed all the same.
      id: isId ? text : "country:US",
      isId,
      country: isCountry ? text : "US",
      isCountry,
      goods: goods ?? "01",
      isGoods: goods !== null,
      text,
      isText: !isId && goods === null,
      types: types ? [...types] : null,
    },
    signal,
  );
  const byCode = data.node ?? data.commodity ?? null;
  if (byCode) return byCode;
  const found = (data.search ?? []).map(({ node }) => node);
  const ofCountry = data.country ? [data.country] : [];
  const exact = unique([...ofCountry, ...found.filter((node) => isCalled(node, text))]);
  const [one, ...others] = exact.length > 0 ? exact : found;
  if (one && others.length === 0) return one;
  throw new Refusal(one ? several(text, [one, ...others]) : none(text, isId, goods));
}

const allows = (types: readonly NodeType[] | undefined, type: NodeType): boolean => types === undefined || types.includes(type);

function isCalled(node: McpMeantFragment, text: string): boolean {
  const aliases = "aliases" in node ? node.aliases : [];
  return [node.label, ...aliases].some((name) => name.toLowerCase() === text.toLowerCase());
}

function unique(nodes: readonly McpMeantFragment[]): McpMeantFragment[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

function several(text: string, nodes: readonly McpMeantFragment[]): string {
  const lines = nodes.slice(0, CANDIDATES).map(({ id, label }) => `  ${id}: ${label.slice(0, 120)}`);
  return `${JSON.stringify(text)} may mean any of these. Ask again with the id of the one that is meant:\n${lines.join("\n")}`;
}

function none(text: string, isId: boolean, goods: string | null): string {
  if (isId) return `No node has the id ${text}. Find the right one with \`search\`, by words of its name.`;
  if (goods !== null)
    return `The graph has no goods of the code ${goods} in the edition of 2022. Try the code of 6, 4 or 2 digits above it, or find goods by name with \`search\`.`;
  return `Nothing is called ${JSON.stringify(text)}. Try other words with \`search\`, or give an id (country:CN), a country's code (CN, EU) or a code of goods (850511).`;
}
