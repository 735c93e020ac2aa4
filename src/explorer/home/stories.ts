/** A story of the data: where to begin reading. */
export interface Story {
  /** The act with which it begins, and whose page it opens where nothing else is named. */
  readonly id: string;
  readonly title: string;
  readonly line: string;
  /** The view that it opens instead of the act's page. */
  readonly opens?: { readonly to: string; readonly asked: Readonly<Record<string, string>> };
}

/** The stories in the order of their days. Each id is one of the data's own; a test says so where one goes. */
export const STORIES: readonly Story[] = [
  {
    id: "measure:us-2025-04-reciprocal-tariff-china",
    title: "From the tariff to the truce",
    line: "Tariff, answer, answer to the answer: the ladder of 2025 between Washington and Beijing, as a picture.",
    opens: { to: "/timeline", asked: { actors: "country:CN,country:US", from: "2025-03-25", to: "2025-11-20" } },
  },
  {
    id: "measure:cn-2025-announcement-18",
    title: "Rare earths",
    line: "China lets seven rare earths, and the magnets made of them, leave by licence only.",
  },
  {
    id: "event:2025-05-ford-explorer-stop",
    title: "Ford’s Explorer line",
    line: "A car plant in Chicago stands idle for want of magnets. What stopped it, back to the first cause?",
  },
  {
    id: "agreement:2025-05-geneva-joint-statement",
    title: "Geneva",
    line: "Most of the new tariffs are put on hold for 90 days; then each side accuses the other.",
  },
  {
    id: "measure:us-2025-05-eda-letters",
    title: "Chip-design software",
    line: "Letters stop sales to China for six weeks. What they answered, and what ended them.",
  },
  {
    id: "measure:us-2025-05-ethane-licence",
    title: "Ethane",
    line: "Tankers wait: a licence for a gas that hardly anyone else buys.",
  },
  {
    id: "agreement:2025-06-london-framework",
    title: "London",
    line: "A framework to carry out what Geneva agreed: approvals for rare earths, controls taken back.",
  },
  {
    id: "agreement:2025-10-busan-truce",
    title: "Busan",
    line: "Trump and Xi agree on a truce of a year. What was kept since, and what is late?",
  },
];
