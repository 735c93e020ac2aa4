import type { Place } from "../../load/index.ts";
import type { Entry } from "../csl/record.ts";
import { oneLine } from "../read/text.ts";
import type { XmlElement } from "../read/xml.ts";

/** What an entry of OFAC's lists says, whatever its file; lists are empty where nothing is said. */
export interface Given {
  /** OFAC's number, `906`. */
  readonly uid: string;
  /** Of a person the family name, a comma, and other names. */
  readonly name: string;
  /** `Individual`, `Entity`, `Vessel`, `Aircraft`. */
  readonly type: string;
  readonly programs: readonly string[];
  readonly title: string | null;
  readonly remarks: string | null;
  readonly alt_names: readonly string[];
  readonly addresses: Entry["addresses"];
  readonly ids: Entry["ids"];
  readonly dates_of_birth: readonly string[];
  readonly places_of_birth: readonly string[];
  readonly nationalities: readonly string[];
  readonly citizenships: readonly string[];
  readonly place: Place;
}

/** Lists besides the SDN list, by their programmes: the first that fits counts. Names as the Consolidated Screening List has them. */
const OTHERS: readonly (readonly [programme: RegExp, source: string])[] = [
  [/^NS-PLC/, "Palestinian Legislative Council List (PLC) - Treasury Department"],
  [/^CMIC/, "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department"],
  [/^FSE/, "Foreign Sanctions Evaders (FSE) - Treasury Department"],
  [/^(561|CAPTA|HIFPAA|IFCA)/, "Capta List (CAP) - Treasury Department"],
  [/^UKRAINE-EO13662/, "Sectoral Sanctions Identifications List (SSI) - Treasury Department"],
  [/^(RUSSIA|BELARUS)/, "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department"],
];

const SDN = "Specially Designated Nationals (SDN) - Treasury Department";
const REST = "Non-SDN Consolidated Sanctions List (NONSDN) - Treasury Department";

/** An entry in the shape of the Consolidated Screening List, which has the same ones; one for each list that its programmes are of. */
export function entriesOf(given: Given, isConsolidated: boolean): Entry[] {
  const sourceOf = (programme: string) => (isConsolidated ? (OTHERS.find(([words]) => words.test(programme))?.[1] ?? REST) : SDN);
  const sources = [...new Set(given.programs.length > 0 ? given.programs.map(sourceOf) : [isConsolidated ? REST : SDN])];
  const none = {
    ...{ id: null, federal_register_notice: null, start_date: null, end_date: null, standard_order: null, license_requirement: null },
    ...{ license_policy: null, source_list_url: null, source_information_url: null, country: null },
  };
  return sources.map((source) => ({
    ...none,
    ...{ source, entity_number: given.uid, type: given.type, name: given.name, title: given.title, remarks: given.remarks },
    programs: given.programs.filter((programme) => sourceOf(programme) === source),
    alt_names: [...given.alt_names],
    ...{ addresses: given.addresses, ids: given.ids },
    ...{ dates_of_birth: [...given.dates_of_birth], places_of_birth: [...given.places_of_birth] },
    ...{ nationalities: [...given.nationalities], citizenships: [...given.citizenships] },
  }));
}

/** An `sdnEntry` of sdn.xml or consolidated.xml; null where it has no number or no name. */
export function givenOfXml(element: XmlElement, place: Place): Given | null {
  const [uid, name] = [text(element, "uid"), nameOf(element)];
  if (uid === null || name === "") return null;
  const countries = (list: string, item: string) => items(element, list, item).flatMap((one) => text(one, "country") ?? []);
  return {
    ...{ uid, name, place },
    type: text(element, "sdnType") ?? "Entity",
    programs: items(element, "programList", "program").flatMap((one) => oneLine(one.text) || []),
    title: text(element, "title"),
    remarks: text(element, "remarks"),
    alt_names: items(element, "akaList", "aka").flatMap((one) => nameOf(one) || []),
    addresses: items(element, "addressList", "address").map((one) => ({
      address: ["address1", "address2", "address3"].flatMap((part) => text(one, part) ?? []).join(", ") || null,
      ...{
        city: text(one, "city"),
        state: text(one, "stateOrProvince"),
        postal_code: text(one, "postalCode"),
        country: text(one, "country"),
      },
    })),
    ids: items(element, "idList", "id").map((one) => ({
      ...{ type: text(one, "idType"), number: text(one, "idNumber"), country: text(one, "idCountry") },
    })),
    dates_of_birth: items(element, "dateOfBirthList", "dateOfBirthItem").flatMap((one) => text(one, "dateOfBirth") ?? []),
    places_of_birth: items(element, "placeOfBirthList", "placeOfBirthItem").flatMap((one) => text(one, "placeOfBirth") ?? []),
    nationalities: countries("nationalityList", "nationality"),
    citizenships: countries("citizenshipList", "citizenship"),
  };
}

/** Programmes of a cell: `CUBA`, `SDGT] [IFSR`, `IRAN; SDGT`. */
export function programmesOf(cell: string | null): string[] {
  return [...new Set((cell ?? "").split(/\]\s*\[|;/).map((part) => oneLine(part.replace(/[[\]]/g, ""))))].filter((part) => part !== "");
}

/** `AMBEROV, Ivan`, as the tables have it. */
function nameOf(element: XmlElement): string {
  return [text(element, "lastName"), text(element, "firstName")].filter((part) => part !== null).join(", ");
}

function items({ children }: XmlElement, list: string, item: string): readonly XmlElement[] {
  return children.filter(({ name }) => name === list).flatMap((one) => one.children.filter(({ name }) => name === item));
}

function text({ children }: XmlElement, name: string): string | null {
  return oneLine(children.find((one) => one.name === name)?.text ?? "") || null;
}
