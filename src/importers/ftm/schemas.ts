import type { PartyType } from "../references/parties.ts";

/** What schemata of FollowTheMoney (https://followthemoney.tech/explorer/schemata/) are here. */

/** Schemata that are nodes, by name; a legal entity may be a person, which nobody said. */
export const PARTIES: Readonly<Record<string, { readonly type: PartyType; readonly kind: string | null }>> = {
  Company: { type: "Firm", kind: "COMPANY" },
  Organization: { type: "Firm", kind: "OTHER" },
  LegalEntity: { type: "Firm", kind: "OTHER" },
  Person: { type: "Person", kind: null },
  PublicBody: { type: "Agency", kind: null },
};

/** Schemata that are edges: the property at either end, of the end at which our edge begins first. */
export const LINKS: Readonly<
  Record<string, { readonly from: string; readonly to: string; readonly edge: "SUBSIDIARY_OF" | "HOLDS_OFFICE" }>
> = {
  Ownership: { from: "asset", to: "owner", edge: "SUBSIDIARY_OF" },
  Directorship: { from: "director", to: "organization", edge: "HOLDS_OFFICE" },
  Employment: { from: "employee", to: "employer", edge: "HOLDS_OFFICE" },
  Membership: { from: "member", to: "organization", edge: "HOLDS_OFFICE" },
  Occupancy: { from: "holder", to: "post", edge: "HOLDS_OFFICE" },
};

/**
 * Where an entity stands within another: of the property of the outer one, what property of the inner one leads back. `targets.nested.json` has
 * links so.
 */
export const BACK: Readonly<Record<string, string>> = {
  sanctions: "entity",
  ownershipOwner: "owner",
  ownershipAsset: "asset",
  directorshipDirector: "director",
  directorshipOrganization: "organization",
  membershipMember: "member",
  membershipOrganization: "organization",
  employees: "employer",
  employers: "employee",
  positionOccupancies: "holder",
  occupancies: "post",
  identification: "holder",
  familyPerson: "person",
  familyRelative: "relative",
  associates: "person",
  associations: "associate",
  unknownLinkTo: "subject",
  unknownLinkFrom: "object",
  agencyClient: "agent",
  agentRepresentation: "client",
  successors: "predecessor",
  predecessors: "successor",
  cryptoWallets: "holder",
  securities: "issuer",
  debtDebtor: "debtor",
  debtCreditor: "creditor",
  relatedEntities: "document",
  documentedBy: "entity",
  positions: "organization",
};

/** Names of a party beside its first one. */
export const NAMES = ["name", "alias", "previousName", "weakAlias", "abbreviation"] as const;

/** Identifiers of firms and bodies, which stand among their aliases behind the property's name: `registrationNumber 7707083893`. */
export const IDENTIFIERS = [
  ...["registrationNumber", "idNumber", "taxNumber", "vatCode", "innCode", "ogrnCode", "okpoCode", "kppCode", "uscCode", "dunsCode"],
  ...["uniqueEntityId", "cikCode", "isinCode", "permId", "imoNumber", "swiftBic", "cageCode", "licenseNumber", "ricCode", "bikCode"],
] as const;

/** Properties of a party that are read in another way, or say what another one does. */
const OTHERWISE = [
  ...["leiCode", "wikidataId", "ticker", "country", "mainCountry", "jurisdiction", "address", "addressEntity", "summary", "description"],
  ...["notes", "position", "birthDate", "deathDate", "nationality", "citizenship", "birthPlace", "birthCountry", "incorporationDate"],
  ...["dissolutionDate", "legalForm", "sector", "topics", "programId", "program", "sourceUrl", "createdAt", "modifiedAt", "retrievedAt"],
] as const;

/** Properties of parties that something becomes of, or that only say what others say; all others are counted. */
export const READ: ReadonlySet<string> = new Set([...NAMES, ...IDENTIFIERS, ...OTHERWISE, ...Object.keys(BACK)]);
