import type { Bundle, EdgeRecord, Properties } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { endsBefore, partialDate } from "../read/dates.ts";
import { shortened } from "../read/text.ts";
import type { PartyType } from "../references/parties.ts";
import type { StatedEdges } from "../stated-edges.ts";
import { stated } from "../statements.ts";
import { type Claimed, type Datasets, ORIGIN } from "./datasets.ts";
import { type Entity, valuesOf } from "./entity.ts";
import { bundleOf, OWN_DATASET, ownNode, type PartyBundles } from "./parties.ts";
import { LINKS } from "./schemas.ts";
import type { Survey } from "./survey.ts";

/** An end of a link: its node; null where the entity has no place in the graph, undefined where the file has no such entity. */
export type End = { readonly id: string; readonly type: PartyType | "Country" } | null | undefined;

/** What stands for a role that the record does not name. */
const TITLES: Readonly<Record<string, string>> = { Directorship: "Director", Membership: "Member" };

/** Ownerships, directorships and other links as bundles. */
export class LinkBundles {
  constructor(
    private readonly survey: Survey,
    private readonly datasets: Datasets,
    private readonly parties: PartyBundles,
    private readonly stated: StatedEdges,
    private readonly notes: Notes,
  ) {}

  /** The node of an entity. */
  end(id: string): End {
    const type = this.survey.typeOf(id);
    return type ? { id: this.survey.nodes.get(id) ?? ownNode(type, id), type } : type;
  }

  /** The bundles of a link: its datasets, and itself, unless nothing of it has a place. */
  *bundles(entity: Entity): Generator<Bundle> {
    const link = LINKS[entity.schema];
    if (!link) return;
    const { id, schema, place } = entity;
    const claims = this.datasets.claims(
      id,
      entity.datasets,
      { statement: (title) => `${title} has it as a link of the schema ${schema}.`, locator: id },
      place,
    );
    const properties = this.#properties(entity);
    const edges = valuesOf(entity, link.from).flatMap((start) =>
      valuesOf(entity, link.to).flatMap((other): EdgeRecord[] => {
        const [from, to] = [this.end(start), this.#otherEnd(entity, other)];
        const problem = problemOf(schema, link.edge, from, to);
        if (problem !== null) this.notes.count(problem);
        return problem !== null || !from || !to
          ? []
          : [{ type: link.edge, from: from.id, to: to.id, properties, claims: claims.ids, place }];
      }),
    );
    if (edges.length === 0) return;
    yield* this.datasets.bundles(entity.datasets, place);
    yield statedBundle(entity, claims, edges, this.stated);
  }

  /** Who holds a post holds it in the organisation that has it, else in its country. */
  #otherEnd({ schema }: Entity, id: string): End {
    if (schema !== "Occupancy") return this.end(id);
    const position = this.survey.positions.get(id);
    if (!position) return this.survey.typeOf(id) === undefined ? undefined : null;
    const organization = position.organizations.map((one) => this.end(one)).find((one) => one);
    if (organization) return organization;
    const [country, ...others] = position.countries.flatMap((code) => this.parties.country(code) ?? []);
    return country === undefined || others.length > 0 ? null : { id: country, type: "Country" };
  }

  #properties(entity: Entity): Properties {
    const { schema } = entity;
    const [since, until] = daysOf(entity, ["startDate", "periodStart"], ["endDate", "periodEnd"], this.notes);
    const role = shortened(valuesOf(entity, "role").join(", "), 200);
    if (schema === "Ownership") {
      // Our own export keeps the remark as it is.
      const [whole] = entity.datasets.includes(OWN_DATASET) ? valuesOf(entity, "description") : [];
      const shares = valuesOf(entity, "percentage").map((share) => (/%$/.test(share) ? share : `${share} %`));
      return stated({
        since,
        until,
        note: whole ?? shortened([...shares, role, ...valuesOf(entity, "ownershipType")].filter((part) => part !== "").join("; "), 200),
      });
    }
    const posts = valuesOf(entity, "post").flatMap((id) => this.survey.positions.get(id)?.name ?? []);
    return stated({ since, until, title: posts[0] ?? (role || TITLES[schema]) });
  }
}

/** What an entity that joins others brings: the claims of its datasets, and the edges that rest on them. */
export function statedBundle({ id, place }: Entity, claims: Claimed, edges: readonly EdgeRecord[], stated: StatedEdges): Bundle {
  return {
    name: bundleOf(id),
    origin: ORIGIN,
    nodes: claims.nodes,
    edges: [...claims.edges, ...edges.map((edge) => stated.once(edge))],
    place,
  };
}

/** Why there is no edge; null where there is one. */
function problemOf(schema: string, edge: string, from: End, to: End): string | null {
  if (from === undefined || to === undefined) return `${schema}: an end of it is no entity of the file: left out`;
  if (from === null || to === null) return `${schema}: an end of it has no place in the graph: left out`;
  const fits = edge === "SUBSIDIARY_OF" ? from.type === "Firm" && to.type === "Firm" : from.type === "Person" && to.type !== "Person";
  if (!fits) return `${schema} from ${from.type} to ${to.type}: the graph has no such edge: left out`;
  return from.id === to.id ? `${schema} of one with itself: left out` : null;
}

/** The first and the last day of something, by the first of some properties that has any; each null where nothing says it. */
export function daysOf(
  entity: Entity,
  starts: readonly string[],
  ends: readonly string[],
  notes: Notes,
): [since: string | null, until: string | null] {
  const all = (names: readonly string[]): string[] => {
    const given = names.map((name) => valuesOf(entity, name)).find((values) => values.length > 0) ?? [];
    const dates = given.flatMap((value) => partialDate(value) ?? []);
    if (dates.length < given.length) notes.count(`${entity.schema}: a date that is none, or that can't be: left out`);
    if (dates.length > 1) notes.count(`${entity.schema}: several first or last days: the earliest first and the latest last one count`);
    return dates.sort();
  };
  const [since = null, until = null] = [all(starts)[0], all(ends).at(-1)];
  if (since === null || until === null || !endsBefore(since, until)) return [since, until];
  notes.count(`${entity.schema}: it ends before it begins: both days left out`);
  return [null, null];
}
