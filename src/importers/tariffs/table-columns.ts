/** What the columns of tables of tariffs are called. */
import { lettersAndDigits } from "../read/text.ts";

/** What a column may hold. */
export type Held = "code" | "rate" | "reporter" | "partner" | "type" | "year" | "edition" | "name" | "least" | "most";

/** The header of each column that was found. */
export type Found = ReadonlyMap<Held, string>;

/** Headers in small letters and digits alone, the likeliest first. */
const CALLED: Readonly<Record<Held, readonly string[]>> = {
  code: [
    ...[
      "code",
      "hscode",
      "productcode",
      "product",
      "goodscode",
      "commoditycode",
      "cncode",
      "tariffline",
      "tariffcode",
      "tl",
      "hs",
      "hs6",
      "hts",
    ],
    ...["hssubheading", "subheading", "nationalproductcode", "itemcode", "cn"],
  ],
  rate: [
    ...[
      "rate",
      "duty",
      "dutyrate",
      "rateofduty",
      "mfn",
      "mfnrate",
      "mfnduty",
      "mfnappliedrate",
      "simpleaverage",
      "averageofadvaloremduties",
    ],
    ...[
      "avduty",
      "tariff",
      "tariffrate",
      "appliedrate",
      "thirdcountryduty",
      "conventionalrateofduty",
      "dutyexpression",
      "value",
      "obsvalue",
    ],
  ],
  reporter: ["reporter", "reportercode", "reporteriso3", "reportername", "reportingeconomy", "reportingeconomycode", "country"],
  partner: ["partner", "partnercode", "partneriso3", "partnername", "partnereconomy", "origin", "origincode", "beneficiary"],
  type: ["dutytype", "typeofduty", "measuretype", "tarifftype", "regime"],
  year: ["year", "tariffyear", "period"],
  edition: ["nomencode", "nomenclature", "classification", "hsrevision", "hsversion", "hsedition"],
  name: ["description", "productname", "productdescription", "productorsectorname", "name", "goodsdescription", "tarifflinedescription"],
  least: ["minimumrate", "minrate", "minimum", "minimumadvaloremduty"],
  most: ["maximumrate", "maxrate", "maximum", "maximumadvaloremduty"],
};

/** The columns of a table by its headers: of each kind the likeliest. */
export function findColumns(headers: readonly string[]): Found {
  const plain = headers.map(lettersAndDigits);
  const found = new Map<Held, string>();
  for (const [held, called] of Object.entries(CALLED)) {
    const name = called.find((one) => plain.includes(one));
    const header = name === undefined ? undefined : headers[plain.indexOf(name)];
    if (header !== undefined) found.set(held as Held, header);
  }
  return found;
}
