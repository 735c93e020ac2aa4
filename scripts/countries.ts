/** Writes the register of countries, seed/registers/countries.yaml, from the names in i18n-iso-countries; `npx tsx scripts/countries.ts`. */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import countries from "i18n-iso-countries";
import { stringify } from "yaml";

const REGISTER = new URL("../seed/registers/countries.yaml", import.meta.url);

/** Languages of the aliases; the first is that of the names. */
const LANGUAGES = ["en", "zh", "fr", "es", "ru", "ar", "de", "ja"];

/** Codes of the package that ISO 3166-1 does not assign: Kosovo's is one for anyone's own use. */
const NOT_IN_ISO = new Set(["XK"]);

/**
 * ISO 3166-1 entries that are territories. All others are states: the 193 members of the United Nations and its two observer states,
 * the Holy See and Palestine, as on https://www.un.org/en/about-us/member-states and https://www.un.org/en/about-us/non-member-states.
 */
const TERRITORIES = new Set(
  [
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE",
    "SH SJ SX TC TF TK TW UM VG VI WF YT",
  ].flatMap((line) => line.split(" ")),
);

/** Usual English names where the package's first one is a longer, official one. */
const USUAL: Readonly<Record<string, string>> = {
  BN: "Brunei",
  CD: "DR Congo",
  CI: "Ivory Coast",
  CN: "China",
  CZ: "Czechia",
  FK: "Falkland Islands",
  FM: "Micronesia",
  GM: "Gambia",
  IR: "Iran",
  KP: "North Korea",
  KR: "South Korea",
  LA: "Laos",
  MD: "Moldova",
  MF: "Saint Martin",
  MK: "North Macedonia",
  MM: "Myanmar",
  PS: "Palestine",
  RU: "Russia",
  SX: "Sint Maarten",
  SY: "Syria",
  SZ: "Eswatini",
  TL: "Timor-Leste",
  TR: "Türkiye",
  TW: "Taiwan",
  TZ: "Tanzania",
  US: "United States",
  VA: "Holy See",
  VG: "British Virgin Islands",
  VI: "United States Virgin Islands",
  VN: "Vietnam",
};

/** English names in use that the package lacks. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  CD: ["DRC", "Congo-Kinshasa"],
  CG: ["Congo-Brazzaville"],
  CN: ["PRC"],
  CV: ["Cabo Verde"],
  FK: ["Malvinas"],
  HK: ["Hong Kong SAR"],
  KP: ["DPRK", "Democratic People's Republic of Korea"],
  KR: ["ROK"],
  MM: ["Burma"],
  MO: ["Macau", "Macao SAR"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  VA: ["Vatican", "Vatican City"],
  VN: ["Viet Nam"],
};

/** Names of the package that would only mislead: both Congos have this one. */
const MISLEADING: Readonly<Record<string, readonly string[]>> = { CD: ["Congo"] };

interface Country {
  readonly id: string;
  readonly name: string;
  readonly kind: "STATE" | "TERRITORY";
  readonly iso2: string;
  readonly iso3: string;
  readonly aliases: readonly string[];
}

/** Every entry of ISO 3166-1, by code. */
export function isoCountries(): Country[] {
  return Object.entries(countries.getAlpha2Codes())
    .filter(([iso2]) => !NOT_IN_ISO.has(iso2))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([iso2, iso3]) => {
      const name = USUAL[iso2] ?? countries.getName(iso2, "en");
      if (name === undefined) throw new Error(`i18n-iso-countries has no English name for ${iso2}.`);
      return {
        id: iso2,
        name,
        kind: TERRITORIES.has(iso2) ? "TERRITORY" : "STATE",
        iso2,
        iso3,
        aliases: aliasesOf(iso2, [name, iso2, iso3, ...(MISLEADING[iso2] ?? [])]),
      };
    });
}

/** All other names of a country, each once whatever its case. */
function aliasesOf(iso2: string, except: readonly string[]): string[] {
  const [english = [], ...others] = LANGUAGES.map((language) => countries.getName(iso2, language, { select: "all" }) ?? []);
  const seen = new Set(except.map((name) => name.toLowerCase()));
  return [...english, ...(ALSO[iso2] ?? []), ...others.flat()]
    .map((name) => name.trim().normalize("NFC"))
    .filter((name) => {
      const folded = name.toLowerCase();
      return folded !== "" && !seen.has(folded) && seen.add(folded);
    });
}

/** The register as a seed file. */
export function countryRegister(): string {
  const claims = [
    {
      id: "iso-3166-countries",
      source: "iso-3166",
      certainty: "CONFIRMED",
      statement: "The countries and territories of ISO 3166-1 with their two-letter and three-letter codes.",
    },
  ];
  // As in YAML 1.1, "NO" is quoted, so that no reader takes Norway for false.
  const yaml = stringify({ bundle: "countries", claims, countries: isoCountries() }, { compat: "yaml-1.1", lineWidth: 0 });
  return [
    "# yaml-language-server: $schema=../schema.json",
    "# Written by scripts/countries.ts: change that, not this.",
    yaml.replace(/^(claims|countries):$/gm, "\n$1:"),
  ].join("\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(REGISTER, countryRegister());
