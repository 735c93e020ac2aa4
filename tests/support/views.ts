/** An address of each of the explorer's views, by name: for pictures, for what reads them aloud, and for what they weigh. */
export const ADDRESSES: Readonly<Record<string, string>> = {
  home: "/",
  node: "/id/measure:cn-2025-announcement-18",
  evidence: "/id/measure:cn-2025-announcement-18?evidence=measure:cn-2025-announcement-18",
  firm: "/id/firm:ford-motor",
  country: "/id/country:CN",
  graph: "/graph?at=measure:cn-2025-announcement-18",
  map: "/map?on=2025-06-28",
  measures: "/measures?on=2025-06-28",
  timeline: "/timeline?actors=country:CN,country:US&from=2025-03&to=2025-08",
  tariffs: "/tariffs?importer=US&exporter=CN&hs=850511",
  changes: "/changes?from=2025-05-01&to=2025-06-28",
  questions: "/questions",
  question: "/questions/rare-earth-controls",
};
