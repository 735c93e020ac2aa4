import type { Bundle, EdgeRecord } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { keyOf } from "../keys.ts";
import { type Decision, decisionBundle, measureOf } from "../listing.ts";
import { shortened } from "../read/text.ts";
import type { StatedEdges } from "../stated-edges.ts";
import { stated } from "../statements.ts";
import type { Authorities } from "./authorities.ts";
import { type Datasets, ORIGIN } from "./datasets.ts";
import { type Entity, firstOf, valuesOf } from "./entity.ts";
import { daysOf, type LinkBundles, statedBundle } from "./links.ts";
import type { PartyBundles } from "./parties.ts";
import type { Survey } from "./survey.ts";

/** Words by which a listing is one of export control or of procurement, and no sanction. */
const LISTING =
  /export|entity list|military end[- ]user|unverified list|denied persons?|debar|exclu[ds]|ineligib|procurement|investment ban/i;
const EXPORT = /export|entity list|military end[- ]user|unverified list|denied persons?/i;

/** A listing as its Sanction says it. */
interface Listed {
  readonly entity: Entity;
  readonly dataset: string;
  readonly authority: string | null;
  readonly country: string | null;
  readonly programme: string | null;
  readonly programmeId: string | null;
  /** Day of the decision; null where the record does not say. */
  readonly day: string | null;
  readonly listedOn: string | null;
}

/**
 * Sanctions as listings: who is on a list is a target of the decision that put him there, which is a measure by an authority under a programme on a
 * day, and a part of the measure that the programme is. Where no day is known, of the programme itself.
 */
export class ListingBundles {
  readonly #given = new Set<string>();

  constructor(
    private readonly links: LinkBundles,
    private readonly survey: Survey,
    private readonly datasets: Datasets,
    private readonly parties: PartyBundles,
    private readonly authorities: Authorities,
    private readonly stated: StatedEdges,
    private readonly notes: Notes,
  ) {}

  /** The bundles of a Sanction. */
  async *bundles(entity: Entity): AsyncGenerator<Bundle> {
    const { id, place } = entity;
    const targets = valuesOf(entity, "entity").flatMap((one) => {
      const end = this.links.end(one);
      if (end === undefined) this.notes.count("Sanction: its entity is none of the file: left out");
      if (end === null) this.notes.count("Sanction of what has no place in the graph, such as a ship, an aircraft or a wallet: left out");
      return end ?? [];
    });
    if (targets.length === 0) return;
    yield* this.datasets.bundles(entity.datasets, place);
    const [since, until] = daysOf(entity, ["startDate", "listingDate", "date"], ["endDate"], this.notes);
    const listedOn = daysOf(entity, ["listingDate"], [], this.notes)[0];
    const dataset = entity.datasets[0] ?? "unnamed";
    const authority = firstOf(entity, "authority");
    const country = this.#country(entity);
    const programmes = valuesOf(entity, "program").length > 0 ? valuesOf(entity, "program") : valuesOf(entity, "programId");
    const measures: string[] = [];
    for (const programme of programmes.length > 0 ? programmes : [null]) {
      const programmeId = (programme === null ? undefined : this.survey.programmeIds.get(programme)) ?? null;
      const listed = { entity, dataset, authority, country, programme, programmeId, day: since, listedOn };
      const { key, bundles } = await this.#decision(listed);
      yield* bundles;
      measures.push(measureOf(key));
    }
    const note = shortened([...valuesOf(entity, "provisions", "reason", "status"), ...valuesOf(entity, "duration")].join("; "), 300);
    const says = { statement: (title: string) => `${title} has the listing${note === "" ? "" : `: ${note}`}.`, locator: id };
    const claims = this.datasets.claims(id, entity.datasets, says, place);
    const edges = measures.flatMap((from) =>
      targets.map(
        (to): EdgeRecord => ({ type: "TARGETS", from, to: to.id, properties: stated({ since, until, note }), claims: claims.ids, place }),
      ),
    );
    yield statedBundle(entity, claims, edges, this.stated);
  }

  #country(entity: Entity): string | null {
    const [code] = valuesOf(entity, "country");
    return code === undefined ? null : this.parties.country(code);
  }

  /** The key of the measure that lists, and what bundles bring it: nothing where they were given before. */
  async #decision(listed: Listed): Promise<{ readonly key: string; readonly bundles: readonly Bundle[] }> {
    const { dataset, authority, programme, country, day, listedOn } = listed;
    const of = [dataset, authority, country?.replace("country:", "") ?? null, programme].filter((part) => part !== null);
    const programmeKey = `ftm-${keyOf(of.join(" "))}`;
    const key = day === null ? programmeKey : `ftm-${keyOf([...of, day, ...(listedOn === null ? [] : [listedOn])].join(" "))}`;
    const bundles: Bundle[] = [];
    for (const [one, ofDay] of [[programmeKey, null], ...(day === null ? [] : [[key, day] as const])] as const) {
      if (this.#given.has(one)) continue;
      this.#given.add(one);
      const by = authority === null ? null : await this.authorities.find({ name: authority, dataset, country }, listed.entity.place);
      if (by?.bundle) bundles.push(by.bundle);
      const decision = this.#measure(listed, one, ofDay, by?.id ?? country, one === programmeKey ? null : programmeKey);
      bundles.push(decisionBundle(decision, ORIGIN, listed.entity.place));
    }
    return { key, bundles };
  }

  #measure(listed: Listed, key: string, day: string | null, authority: string | null, partOf: string | null): Decision {
    const { dataset, programme, programmeId } = listed;
    const name = [listed.authority, programme].filter((part) => part !== null).join(": ") || this.datasets.titleOf(dataset);
    const words = [programme, programmeId, listed.authority, dataset].join(" ");
    const isListing = LISTING.test(words);
    if (!isListing && !/sanction|freez|ofac|foreign assets|sdn|terror|prolifer|blocked|restrictive/i.test(words))
      this.notes.count("Sanction: no word of its programme, authority or dataset says of what kind it is: SANCTION");
    const title = shortened(day === null ? name : `${name} (${day})`, 200);
    const of = day === null ? "the programme" : `the decision of ${day}`;
    return {
      ...{ key, title, authority, partOf },
      kind: isListing ? "ENTITY_LISTING" : "SANCTION",
      flow: !isListing ? "OTHER" : EXPORT.test(words) ? "EXPORT" : null,
      announcedOn: day === null ? null : listed.listedOn,
      inForceFrom: day,
      legalReference: null,
      aliases: [...new Set([programme, programmeId])].filter((one) => one !== null && partOf === null) as string[],
      summary: null,
      source: `source:ftm-${keyOf(dataset)}`,
      claim: { certainty: "REPORTED", statement: `${this.datasets.titleOf(dataset)} has listings under ${of}.` },
    };
  }
}
