import type { randomOf } from "../support/random.ts";

/*
 * A small graph whose claims were published one after the other, and what of it was known by a day. Both are written from the rules of docs/as-of.md
 * alone, so that the second, loaded by itself, says what the first must answer as known on that day.
 */

const DAYS = ["2025-01-10", "2025-02-10", "2025-03-10", "2025-04-10"] as const;
const CERTAINTIES = ["CONFIRMED", "REPORTED", "ALLEGED"] as const;

interface Source {
  readonly id: string;
  readonly publishedOn: string | null;
  readonly official: boolean;
}

/** What a claim is about: a node as a whole, one field of it, or a value of one of its edges (`covers(commodity:goods).newRate`). */
interface About {
  readonly to: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly since: string | null;
}

interface Claim {
  readonly id: string;
  readonly source: string;
  readonly certainty: string;
  readonly about: readonly About[];
  readonly contradicts: string | null;
}

interface Node {
  readonly id: string;
  readonly section: string;
  /** What its record says; what the schema promises stands in `fixed`. */
  readonly own: Readonly<Record<string, string | number>>;
  readonly fixed: Readonly<Record<string, string>>;
}

interface Edge {
  readonly from: string;
  readonly field: string;
  readonly to: string;
  readonly claims: readonly string[];
  readonly values: Readonly<Record<string, string | number>>;
}

/** Sources, what they say, and of what. */
export interface Graph {
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** What records and claims give fields, by the section of their node. */
const VALUES: Readonly<Record<string, Readonly<Record<string, readonly (string | number)[]>>>> = {
  measures: {
    title: ["A duty", "A levy"],
    kind: ["TARIFF", "LICENSING"],
    announcedOn: ["2024-12-01", "2025-01-20", "2025-02"],
    inForceFrom: ["2025-01-15", "2025-02-15"],
    inForceUntil: ["2025-02-28", "2025-03"],
    rate: [10, 25],
  },
  events: { title: ["A call", "A talk"], kind: ["CALL", "STATEMENT"], startedOn: ["2024-12-05", "2025-01-25", "2025-03"] },
  commitments: { title: ["A vow", "An oath"], pledgedOn: ["2024-12-20", "2025-02-01"], dueOn: ["2025-02-20", "2025-03-20"] },
};
const PERCENT = { rateUnit: "PERCENT" };
const STATUSES = ["PLEDGED", "UNDER_WAY", "FULFILLED", "BREACHED"];
const FIXED: Readonly<Record<string, readonly string[]>> = {
  measures: ["title", "kind"],
  events: ["title", "kind"],
  commitments: ["title"],
};

/** What records and claims give of edges' own values, by their fields. */
const EDGE_VALUES: Readonly<Record<string, Readonly<Record<string, readonly (string | number)[]>>>> = {
  covers: { newRate: [10, 25], priorRate: [0, 2.5] },
  targets: { scope: ["GOODS", "FIRMS"], until: ["2025-02-28", "2025-03"], note: ["all of it", "half of it"] },
  participatesIn: { role: ["HOST", "SPEAKER"] },
  produces: { share: [0.5, 0.75], period: ["2023", "2024", "2024-05"] },
  partOf: { until: ["2024-12-15", "2025-01-31"] },
  effect: { until: ["2025-02-28", "2025-03-20"] },
};
/** Edges as claims name them, from either end. */
const NAMED = [
  ...["m0", "m1", "m2"].flatMap((id) => [
    { to: `measure:${id}`, field: "covers(commodity:magnets)", of: "covers" },
    { to: `measure:${id}`, field: "covers(commodity:magnets)", of: "covers" },
    { to: `measure:${id}`, field: "targets(country:CN)", of: "targets" },
  ]),
  { to: "event:e0", field: "participants(country:CN)", of: "participatesIn" },
  { to: "country:CN", field: "produces(commodity:magnets)", of: "produces" },
  { to: "commodity:magnets", field: "producers(country:CN)", of: "produces" },
  { to: "country:CN", field: "partOf(country:BB)", of: "partOf" },
  { to: "country:BB", field: "members(country:CN)", of: "partOf" },
];

/** A graph of six acts between two countries and two groups of goods; the same one for the same draws. */
export function randomGraph(random: ReturnType<typeof randomOf>): Graph {
  const sources = Array.from({ length: 6 }, (_, i) => ({
    id: `s${i}`,
    publishedOn: random.pick([null, ...DAYS, ...DAYS]),
    official: random.below(3) === 0,
  }));
  const claims: Claim[] = [];
  const claim = (about: readonly About[] = []): string => {
    const id = `c${claims.length}`;
    const contradicts = claims.length > 0 && random.below(5) === 0 ? random.pick(claims).id : null;
    claims.push({ id, source: random.pick(sources).id, certainty: random.pick(CERTAINTIES), about, contradicts });
    return id;
  };
  const nodes = [
    ...["m0", "m1", "m2"].map((id) => randomNode(random, "measures", `measure:${id}`)),
    ...["e0", "e1"].map((id) => randomNode(random, "events", `event:${id}`)),
    randomNode(random, "commitments", "commitment:k0"),
  ];
  for (const { id: to, section } of nodes) {
    for (let i = random.below(3); i > 0; i--) claim([{ to, field: null, value: null, since: null }]);
    for (let i = random.below(4); i > 0; i--) {
      const [field, values] = random.pick(Object.entries(VALUES[section] ?? {}));
      claim([{ to, field, value: String(random.pick(values)), since: null }]);
    }
  }
  for (let i = random.below(5); i > 0; i--) {
    claim([
      {
        to: "commitment:k0",
        field: "status",
        value: random.pick(STATUSES),
        since: random.pick(["2025-01-05", "2025-02-05", "2025-03-05"]),
      },
    ]);
  }
  const edge = (from: string, field: string, to: string, values: Edge["values"] = {}): Edge => ({
    from,
    field,
    to,
    claims: Array.from({ length: 1 + random.below(2) }, () => claim()),
    values,
  });
  const since = () => random.pick<Edge["values"]>([{}, { since: "2025-01-25" }, { since: "2025-02" }]);
  const ownOf = (field: string): Edge["values"] => {
    const stated = Object.entries(EDGE_VALUES[field] ?? {}).filter(() => random.below(3) > 0);
    return { ...Object.fromEntries(stated.map(([name, values]) => [name, random.pick(values)])), ...(field === "covers" ? PERCENT : {}) };
  };
  const edges = [
    ...["m0", "m1", "m2"].flatMap((id) => [
      edge(`measure:${id}`, "targets", random.pick(["country:US", "country:CN"]), { ...since(), ...ownOf("targets") }),
      edge(`measure:${id}`, "covers", "commodity:magnets", ownOf("covers")),
    ]),
    // Two edges to the same goods, one after the other: what a claim says since a day is about one of them.
    edge("measure:m0", "covers", "commodity:magnets", { since: "2025-03", ...ownOf("covers") }),
    edge("country:CN", "participatesIn", "event:e0", ownOf("participatesIn")),
    edge("country:CN", "produces", "commodity:magnets", ownOf("produces")),
    edge("country:CN", "partOf", "country:BB", ownOf("partOf")),
    edge("measure:m1", random.pick(["ends", "suspends", "replaces"]), "measure:m0", { ...since(), ...ownOf("effect") }),
    edge("measure:m2", random.pick(["ends", "suspends", "extends"]), "measure:m1", { ...since(), ...ownOf("effect") }),
    edge("event:e0", "concerns", "measure:m0"),
    edge("event:e1", "follows", "event:e0"),
    edge("commitment:k0", "undertakenBy", "country:CN"),
  ];
  for (let i = 4 + random.below(9); i > 0; i--) {
    const { to, field, of } = random.pick(NAMED);
    const [name, values] = random.pick(Object.entries(EDGE_VALUES[of] ?? {}));
    claim([
      { to, field: `${field}.${name}`, value: String(random.pick(values)), since: random.pick([null, null, "2025-03-04", "2025-02"]) },
    ]);
  }
  const effects = edges.filter(({ from, to }) => from.startsWith("measure:") && to.startsWith("measure:"));
  for (let i = 1 + random.below(3); i > 0; i--) {
    const { from, field, to } = random.pick(effects);
    const until = { to: from, field: `${field}(${to}).until`, value: random.pick(["2025-02-28", "2025-03-20"]), since: null };
    // Who says how long it lasts speaks of what it is done to.
    claim([until, { to, field: null, value: null, since: null }]);
  }
  return { sources, claims, nodes, edges };
}

function randomNode(random: ReturnType<typeof randomOf>, section: string, id: string): Node {
  const fixed = FIXED[section] ?? [];
  const own: Record<string, string | number> = {};
  const promised: Record<string, string> = section === "measures" ? { effect: "RESTRICTING" } : {};
  for (const [field, values] of Object.entries(VALUES[section] ?? {})) {
    if (fixed.includes(field)) promised[field] = String(random.pick(values));
    else if (random.below(3) > 0) own[field] = random.pick(values);
  }
  if (section === "commitments") promised.status = random.pick(STATUSES);
  return { id, section, own, fixed: promised };
}

/** What was known of a graph by a day: what was published by then, and what rests on that. */
export function knownBy(graph: Graph, day: string): Graph {
  const publishedOn = new Map(graph.sources.map(({ id, publishedOn }) => [id, publishedOn]));
  const dayOf = ({ source }: Claim) => publishedOn.get(source) ?? null;
  const isKnown = (claim: Claim) => (dayOf(claim) ?? "") <= day;
  const byId = new Map(graph.claims.map((claim) => [claim.id, claim]));
  const ofIds = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  /** From the earliest date of what it rests on; always, where nothing of that has a date. */
  const isThere = (rests: readonly Claim[]) => {
    const dates = rests.flatMap((claim) => dayOf(claim) ?? []).sort();
    return dates.length === 0 || (dates[0] ?? "") <= day;
  };
  const about = (id: string) => graph.claims.filter((claim) => claim.about.some(({ to }) => to === id));
  const restsOn = ({ id }: Node) => [...about(id), ...graph.edges.filter(({ from }) => from === id).flatMap(({ claims }) => ofIds(claims))];
  const nodes = graph.nodes.filter((node) => isThere(restsOn(node)));
  const isGone = (id: string) => graph.nodes.some((node) => node.id === id) && !nodes.some((node) => node.id === id);
  const claims = graph.claims.filter(isKnown);
  const isClaimGone = (id: string) => !claims.some((claim) => claim.id === id);
  const isEdgeThere = (edge: Edge) => isThere(ofIds(edge.claims)) && !isGone(edge.from) && !isGone(edge.to);
  // What an edge rests on is about the node at its start, also where the edge was not there yet.
  const ofMissingEdges = (id: string) =>
    graph.edges
      .filter((edge) => edge.claims.includes(id) && !isEdgeThere(edge))
      .map(({ from, field, to }) => ({ to: from, field, value: to, since: null }));
  return {
    sources: graph.sources.filter((source) => (source.publishedOn ?? "") <= day),
    claims: claims.map((claim) => ({
      ...claim,
      about: [...claim.about, ...ofMissingEdges(claim.id)].filter(({ to }) => !isGone(to)),
      contradicts: claim.contradicts !== null && isClaimGone(claim.contradicts) ? null : claim.contradicts,
    })),
    nodes: nodes.map((node) => ({
      ...node,
      own: Object.fromEntries(
        Object.entries(node.own).filter(([field, value]) => isOwnKnown(about(node.id), node.id, field, value, isKnown)),
      ),
    })),
    edges: graph.edges.filter(isEdgeThere).map((edge) => ({ ...edge, claims: edge.claims.filter((id) => !isClaimGone(id)) })),
  };
}

/** Whether what a record says of a field was known: with the node where no claim names the field, else with what stands behind it. */
function isOwnKnown(
  claims: readonly Claim[],
  node: string,
  field: string,
  value: string | number,
  isKnown: (claim: Claim) => boolean,
): boolean {
  const saying = (test: (about: About) => boolean) =>
    claims.filter((claim) => claim.about.some((about) => about.to === node && test(about)));
  const naming = saying((about) => about.field === field);
  if (naming.length === 0) return true;
  const behind = [...saying((about) => about.field === null), ...saying((about) => about.field === field && about.value === String(value))];
  return behind.length === 0 || behind.some(isKnown);
}

/** The file that says all of it. */
export function fileOf({ sources, claims, nodes, edges }: Graph): { name: string; text: string } {
  const present = (values: object) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const listsOf = (id: string) => {
    const fields = [...new Set(edges.filter(({ from }) => from === id).map(({ field }) => field))];
    const ofField = (field: string) => edges.filter((edge) => edge.from === id && edge.field === field);
    const lists = fields.map((field) => [
      field,
      ofField(field).map(({ to, claims, values }) => ({ to, claims: claims.map((c) => `claim:${c}`), ...values })),
    ]);
    return Object.fromEntries(lists);
  };
  const record = ({ id, own, fixed }: Node) => ({ id, ...fixed, ...own, ...(own.rate === undefined ? {} : PERCENT), ...listsOf(id) });
  const section = (name: string) => nodes.filter((node) => node.section === name).map(record);
  const bundle = {
    bundle: "all",
    restsOn: "register",
    sources: [
      { id: "register-source", title: "Register", reliability: "OFFICIAL" },
      ...sources.map(({ id, publishedOn, official }) =>
        present({ id, title: id, reliability: official ? "OFFICIAL" : "PRESS", publishedOn }),
      ),
    ],
    claims: [
      { id: "register", source: "register-source", certainty: "CONFIRMED" },
      ...claims.map(({ id, source, certainty, about, contradicts }) => ({
        ...present({ id, source, certainty, contradicts: contradicts === null ? null : [`claim:${contradicts}`], statement: "It was so." }),
        ...(about.length > 0 ? { about: about.map(present) } : {}),
      })),
    ],
    countries: [
      { id: "BB", name: "BB", kind: "GROUP", code: "BB" },
      ...["US", "CN"].map((id) => ({ id, name: id, kind: "STATE", ...listsOf(`country:${id}`) })),
    ],
    commodities: [{ id: "magnets", name: "Magnets", level: "GROUP" }],
    measures: section("measures"),
    events: section("events"),
    commitments: section("commitments"),
  };
  // JSON is YAML.
  return { name: "all.yaml", text: JSON.stringify(Object.fromEntries(Object.entries(bundle).filter(([, value]) => value.length > 0))) };
}
