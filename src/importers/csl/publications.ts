import type { Properties } from "../../load/index.ts";
import { validateScalar } from "../../model/index.ts";
import { stated } from "../statements.ts";
import type { List } from "./lists.ts";
import type { Entry } from "./record.ts";

/** Who publishes lists of sanctions, and what its bundles and sources are called. Measures of lists and decisions are called alike whoever publishes them. */
export interface Publication {
  /** What makes the bundles: a newer file goes on with an older one's. Their names begin with it. */
  readonly origin: string;
  /** Id of the source that has a list. */
  sourceOf(list: List): string;
  /** That source. */
  sourceProperties(list: List, entry: Entry): Properties;
}

const TERMS = { licence: "public domain (a work of the United States government)", reliability: "OFFICIAL", language: "en" };

/** The Consolidated Screening List of the International Trade Administration. */
export const SCREENING_LIST: Publication = {
  origin: "csl",
  sourceOf: ({ code }) => `source:csl-${code}`,
  sourceProperties({ name }, entry) {
    const url = [entry.source_information_url, entry.source_list_url].find((one) => one !== null && validateScalar("URL", one) === null);
    return stated({
      title: `${name}, as the Consolidated Screening List has it`,
      publisher: "International Trade Administration",
      url,
      ...TERMS,
    });
  },
};

/** The lists of the Office of Foreign Assets Control as it publishes them itself. */
export const OFAC_LISTS: Publication = {
  origin: "sdn",
  sourceOf: ({ code }) => `source:ofac-${code}`,
  sourceProperties: ({ name }) =>
    stated({
      title: `${name}, as the Office of Foreign Assets Control publishes it`,
      publisher: "Office of Foreign Assets Control",
      url: "https://sanctionslist.ofac.treas.gov/Home/SdnList",
      ...TERMS,
    }),
};
