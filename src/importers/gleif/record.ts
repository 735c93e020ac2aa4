import type { Place } from "../../load/index.ts";
import { listOf, mapOf, textOf } from "../read/json.ts";

/** A name of an entity; its language where the register says it. */
export interface EntityName {
  readonly name: string;
  /** Language by IETF BCP 47, `zh`; null where it is not said. */
  readonly language: string | null;
}

/** A legal entity as level 1 of the register has it (LEI-CDF 3.1). */
export interface LegalEntity {
  readonly lei: string;
  readonly name: string;
  readonly others: readonly EntityName[];
  /** ISO 3166-1 codes of the country of its seat and of its address in law; null where it is not said. */
  readonly seat: string | null;
  readonly home: string | null;
  /** The address of its seat on one line; null where it is not said. */
  readonly address: string | null;
  /** `FUND`, `BRANCH`, `GENERAL` …; null where it is not said. */
  readonly category: string | null;
  /** `ACTIVE`, `INACTIVE`; null where it is not said. */
  readonly activity: string | null;
  /** RegistrationStatus, `ISSUED`. */
  readonly status: string;
  /** LEI of the entity that took its place; null where none did. */
  readonly successor: string | null;
  readonly place: Place;
}

/** A relationship of two entities as level 2 has it (RR-CDF 2.1). */
export interface Relationship {
  readonly from: string;
  readonly to: string;
  /** RelationshipType, `IS_DIRECTLY_CONSOLIDATED_BY`. */
  readonly type: string;
  /** `ACTIVE` or `INACTIVE`; null where it is not said. */
  readonly activity: string | null;
  /** RegistrationStatus of the record, `PUBLISHED`. */
  readonly status: string | null;
  /** Its periods by their type. */
  readonly periods: readonly { readonly type: string; readonly start: string | null; readonly end: string | null }[];
  /** The standard of accounts by which it is consolidated, `IFRS`; null where it is not said. */
  readonly standard: string | null;
  readonly place: Place;
}

/** What a row says under a header; null where it is empty. */
export type Cells = (header: string) => string | null;

const HEADQUARTERS = "Entity.HeadquartersAddress";
const PARTS = ["FirstAddressLine", "AdditionalAddressLine.1", "City", "Region", "PostalCode"] as const;

/** Other names stand in numbered columns: five of each sort in the golden copy. */
const MOST_NAMES = 10;
const OTHERS = ["Entity.OtherEntityNames.OtherEntityName", "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName"] as const;

/** A row of level 1. */
export function entityOfRow(cell: Cells, place: Place): LegalEntity {
  const others = OTHERS.flatMap((stem) =>
    Array.from({ length: MOST_NAMES }, (_, i) => `${stem}.${i + 1}`).flatMap((header): EntityName[] => {
      const name = cell(header);
      return name === null ? [] : [{ name, language: cell(`${header}.xmllang`) }];
    }),
  );
  const address = PARTS.flatMap((part) => cell(`${HEADQUARTERS}.${part}`) ?? []);
  return {
    ...{ lei: cell("LEI") ?? "", name: cell("Entity.LegalName") ?? "", others, place },
    seat: cell(`${HEADQUARTERS}.Country`),
    home: cell("Entity.LegalAddress.Country"),
    address: address.length > 0 ? [...new Set(address)].join(", ") : null,
    category: cell("Entity.EntityCategory"),
    activity: cell("Entity.EntityStatus"),
    status: cell("Registration.RegistrationStatus") ?? "",
    successor: cell("Entity.SuccessorEntity.1.SuccessorLEI") ?? cell("Entity.SuccessorEntity.SuccessorLEI"),
  };
}

/** A row of level 2. */
export function relationshipOfRow(cell: Cells, place: Place): Relationship {
  const periods = Array.from({ length: 5 }, (_, i) => `Relationship.Period.${i + 1}`).flatMap((period) => {
    const type = cell(`${period}.periodType`);
    return type === null ? [] : [{ type, start: cell(`${period}.startDate`), end: cell(`${period}.endDate`) }];
  });
  return {
    from: cell("Relationship.StartNode.NodeID") ?? "",
    to: cell("Relationship.EndNode.NodeID") ?? "",
    type: cell("Relationship.RelationshipType") ?? "",
    activity: cell("Relationship.RelationshipStatus"),
    status: cell("Registration.RegistrationStatus"),
    standard: cell("Relationship.Qualifiers.1.QualifierCategory"),
    ...{ periods, place },
  };
}

/** The records of a page of the API, `{"data": […]}`, of a single one, or of one that stands by itself. */
export function recordsOf(value: unknown): readonly unknown[] {
  const { data } = mapOf(value);
  return data === undefined ? [value] : [data].flat();
}

/** A record of the API (`/api/v1/lei-records`, JSON:API) as a legal entity; null where it is none. */
export function entityOfJson(value: unknown, place: Place): LegalEntity | null {
  const { entity, registration, ...attributes } = mapOf(mapOf(value).attributes);
  const lei = textOf(attributes.lei) ?? textOf(mapOf(value).id);
  const { legalName, otherNames, transliteratedOtherNames, headquartersAddress, legalAddress, successorEntity, ...own } = mapOf(entity);
  const name = textOf(mapOf(legalName).name);
  if (lei === null || name === null) return null;
  const seat = mapOf(headquartersAddress);
  const address = [...listOf(seat.addressLines), seat.city, seat.region, seat.postalCode].flatMap((part) => textOf(part) ?? []);
  const others = [...listOf(otherNames), ...listOf(transliteratedOtherNames)].flatMap((other): EntityName[] => {
    const called = textOf(mapOf(other).name);
    return called === null ? [] : [{ name: called, language: textOf(mapOf(other).language) }];
  });
  return {
    ...{ lei, name, others, place },
    seat: textOf(seat.country),
    home: textOf(mapOf(legalAddress).country),
    address: address.length > 0 ? [...new Set(address)].join(", ") : null,
    category: textOf(own.category),
    activity: textOf(own.status),
    status: textOf(mapOf(registration).status) ?? "",
    successor: textOf(mapOf(successorEntity).lei),
  };
}
