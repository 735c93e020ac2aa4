import type { GraphEngine } from "../engine/port.ts";
import { bundlesNoted, codeOfHsId, HS_EDITION, hsIdOf, owners } from "../load/index.ts";
import { HS_EDITIONS } from "../model/index.ts";

/** Chapters that the Harmonized System keeps free: what is there is one country's own. */
const NO_CHAPTERS: ReadonlySet<string> = new Set(["77", "98", "99"]);

/** Ids that the graph lacks, with how many edges each left out, and what is to be done about them. */
export interface Missing {
  readonly ids: readonly string[];
  /** What brings them, or why nothing does; in whole sentences. */
  readonly remedy: string;
}

/**
 * What is missing, by its true remedy: what the nomenclature of an edition brings, what another edition may have, and what is no nomenclature's.
 * `format` is that of the import. Throws EngineError.
 */
export async function remediesOf(engine: GraphEngine, missing: readonly string[], format: string): Promise<Missing[]> {
  const found = new Map<string, string[]>();
  const put = (remedy: string, id: string) => found.set(remedy, [...(found.get(remedy) ?? []), id]);
  const noted = await bundlesNoted(engine, [...new Set(missing.flatMap((id) => chapterBundle(id) ?? []))]);
  const elsewhere = await editionsHaving(
    engine,
    missing.filter((id) => noted.has(chapterBundle(id) ?? "")),
  );
  for (const id of missing) {
    const code = codeOfHsId(id);
    if (code === null) put("Once it has them, run this again.", id);
    else if (code.hsCode.length > 6 || NO_CHAPTERS.has(code.hsCode.slice(0, 2)))
      put(
        "No nomenclature has them: they are codes of a national tariff. Bring them as a table (`npm run import -- csv --as Commodity FILE`), then run this again.",
        id,
      );
    else if (noted.has(chapterBundle(id) ?? "")) put(otherEdition(code.edition, elsewhere.get(id) ?? [], format), id);
    else {
      const option = code.edition === HS_EDITION ? "" : ` --edition ${code.edition}`;
      put(`Commodities come with \`npm run import -- hs${option} FILE\`. Once it has them, run this again.`, id);
    }
  }
  return [...found].map(([remedy, ids]) => ({ remedy, ids }));
}

/** Name of the bundle that holds the codes of an id's chapter, where the id is that of a code of at most six digits. */
function chapterBundle(id: string): string | null {
  const code = codeOfHsId(id);
  return code && /^\d{4,6}$/.test(code.hsCode) ? `hs-${code.edition}-${code.hsCode.slice(0, 2)}` : null;
}

/** Other editions whose codes in the graph include those of some ids, by id. */
async function editionsHaving(engine: GraphEngine, ids: readonly string[]): Promise<Map<string, string[]>> {
  const others = ids.flatMap((id) => {
    const code = codeOfHsId(id);
    return code
      ? HS_EDITIONS.map((edition) => ({ id, edition, other: hsIdOf(code.hsCode, edition) })).filter(({ other }) => other !== id)
      : [];
  });
  const present = await owners(engine, [...new Set(others.map(({ other }) => other))]);
  const found = new Map<string, string[]>();
  for (const { id, edition, other } of others) if (present.has(other)) found.set(id, [...(found.get(id) ?? []), edition]);
  return found;
}

/** Formats of graphs: their nodes have ids, which say the edition of a code. */
export const GRAPHS: ReadonlySet<string> = new Set(["graphml", "gexf", "jsonld", "turtle"]);

function otherEdition(edition: string, present: readonly string[], format: string): string {
  const what = `It has the nomenclature of ${edition} for their chapters, and they are not in it: they are codes of another edition`;
  const [year] = present;
  const where = year === undefined ? "" : `, such as that of ${present.join(" and ")}, which the graph has`;
  if (year !== undefined) {
    // A record of Global Trade Alert has codes as numbers: there an id can't stand.
    const id = format === "gta" ? "" : `, or the id (hs${year === HS_EDITION ? "" : year}-…)`;
    const followed = `--edition ${year} --into ${edition}`;
    if (GRAPHS.has(format))
      return `${what}${where}. Write the id${id.slice(8)}, or have them follow the tables of correlations: ${followed}.`;
    return `${what}${where}. Where the file's are, say so: --edition ${year}${id}. To have them follow the tables of correlations: ${followed}.`;
  }
  return `${what}. Bring that (\`npm run import -- hs --edition YEAR FILE\`), then run this again with --edition YEAR.`;
}
