import { graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GraphEngine, searchNames, searchWords } from "../../src/engine/port.ts";
import { readModel } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { wipe } from "../support/engine.ts";
import { openPrepared } from "../support/prepared.ts";
import { randomOf } from "../support/random.ts";

const DAYS = ["2025-01-01", "2025-03-15", "2025-06-09", "2025-06-30", "2026-02-02"];
const STATUSES = ["IN_PRINCIPLE", "REACHED", "SIGNED", "ENDED"];

/** A day as a field's own @asOf gives it: undefined where it says nothing, null where it leads back to all of history. */
interface Own {
  readonly valid?: string | null;
  readonly known?: string | null;
}
/** The day that counts for a field. */
interface Day {
  readonly valid: string | null;
  readonly known: string | null;
}
interface Step {
  readonly since: string;
  readonly known: string;
  readonly value: number | string;
}
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly recordedOn: string | null;
  readonly evidence: readonly { readonly official: boolean; readonly on: string }[];
  readonly claims: readonly string[];
}

const notAfter = (date: string | null, day: string | null) => date === null || day === null || date <= day;
const notBefore = (date: string | null, day: string | null) => date === null || day === null || date >= day;
const isThere = (edge: Edge, day: Day) =>
  notAfter(edge.since, day.valid) && notBefore(edge.until, day.valid) && notAfter(edge.recordedOn, day.known);
const inside = (outer: Day, own: Own): Day => ({
  valid: own.valid === undefined ? outer.valid : own.valid,
  known: own.known === undefined ? outer.known : own.known,
});

/** A graph whose values, edges and evidence change from day to day, and what is to be said of it on a day. */
class Graph {
  readonly measures;
  readonly pacts;
  readonly claims;
  readonly targets: Edge[];
  readonly ends: Edge[];
  readonly commits: Edge[];

  constructor(seed: number) {
    const random = randomOf(seed);
    const steps = (values: readonly (string | number)[], dated: boolean): Step[] =>
      Array.from({ length: random.below(4) }, () => ({
        since: dated ? random.pick(DAYS) : "",
        known: random.pick(["", ...DAYS]),
        value: random.pick(values),
      })).sort((a, b) => (a.since + a.known < b.since + b.known ? -1 : 1));
    this.measures = Array.from({ length: 5 }, (_, i) => ({ id: `measure:m${i}`, rate: 10 * i, steps: steps([5, 12.5, 100], false) }));
    this.pacts = Array.from({ length: 4 }, (_, i) => ({ id: `agreement:a${i}`, status: "ANNOUNCED", steps: steps(STATUSES, true) }));
    this.claims = Array.from({ length: 5 }, (_, i) => ({ id: `claim:c${i}`, recordedOn: random.pick([null, ...DAYS]) }));
    const edges = (from: string, to: string, many: number) => {
      const all = new Map<string, Edge>();
      for (let i = 0; i < many; i++) {
        const edge = {
          from: `${from}${random.below(4)}`,
          to: `${to}${random.below(3)}`,
          since: random.pick([null, ...DAYS]),
          until: random.pick([null, null, ...DAYS]),
          recordedOn: random.pick([null, ...DAYS]),
          evidence: Array.from({ length: random.below(3) }, () => ({ official: random.below(2) === 0, on: random.pick(DAYS) })),
          claims: [...new Set(Array.from({ length: random.below(3) }, () => `claim:c${random.below(5)}`))],
        };
        all.set(`${edge.from}>${edge.to}`, edge);
      }
      return [...all.values()];
    };
    this.targets = edges("measure:m", "country:C", 8);
    this.ends = edges("event:e", "measure:m", 5).map((edge) => ({ ...edge, since: "2025-01-01", until: null }));
    this.commits = edges("agreement:a", "commitment:k", 3).filter((edge, i, all) => all.findIndex(({ to }) => to === edge.to) === i);
  }

  async write(engine: GraphEngine): Promise<void> {
    const nodes: Record<string, unknown>[] = [
      ...this.measures.map(({ id, rate, steps }) => ({
        id,
        rate,
        ...historyOf("rate", steps),
        searchText: searchWords(["Steel"]),
        searchNames: searchNames(["Steel"]),
      })),
      ...this.pacts.map(({ id, status, steps }) => ({ id, status, ...historyOf("status", steps) })),
      ...this.claims.map(({ id, recordedOn }) => ({ id, ...(recordedOn ? { recordedOn } : {}) })),
      ...[0, 1, 2].map((i) => ({ id: `country:C${i}` })),
      ...[0, 1, 2, 3].map((i) => ({ id: `event:e${i}`, figures: ['{"name":"n","value":1}'] })),
      ...[0, 1, 2].map((i) => ({ id: `commitment:k${i}` })),
    ];
    await engine.write(async (transaction) => {
      for (const values of nodes) {
        const type = String(values.id).replace(/:.*/, "");
        const label = `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
        await transaction.run({ text: `CREATE (n:Node:${label}) SET n += $values`, params: { values: values as never } });
      }
      for (const [type, edges] of [
        ["TARGETS", this.targets],
        ["ENDS", this.ends],
        ["COMMITS", this.commits],
      ] as const) {
        for (const { from, to, since, until, recordedOn, evidence, claims } of edges) {
          const dates = Object.fromEntries(Object.entries({ since, until, recordedOn }).filter(([, date]) => date !== null));
          const said = evidence.map((source, i) => `${source.official ? 1 : 0}|${source.on}|source:${i}`);
          const text = `MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:${type}]->(b) SET r += $values`;
          await transaction.run({ text, params: { from, to, values: { ...dates, evidence: said, claims: [...claims] } } });
        }
      }
    });
  }

  /** A value that may be missing: where claims give it, the last that was known; none where none was. */
  rate(id: string, { known }: Day): number | null {
    const measure = this.measures.find((m) => m.id === id);
    if (!measure || known === null || measure.steps.length === 0) return measure?.rate ?? null;
    const step = measure.steps.findLast((s) => s.known <= known);
    return step ? Number(step.value) : null;
  }

  /** A value that is never missing: the last that had begun and was known, else the first that was known, else the record's own. */
  status(id: string, { valid, known }: Day): string {
    const pact = this.pacts.find((a) => a.id === id);
    const isKnown = (s: Step) => known === null || s.known <= known;
    const isPast = (s: Step) => (valid === null || s.since <= valid) && isKnown(s);
    const last = valid === null && known === null ? undefined : pact?.steps.findLast(isPast);
    const first = valid !== null && known !== null ? pact?.steps.find(isKnown) : undefined;
    return String(last?.value ?? first?.value ?? pact?.status);
  }

  isEnded(id: string, { known }: Day): boolean {
    return this.ends.some((edge) => edge.to === id && notAfter(edge.recordedOn, known));
  }

  said({ evidence, claims }: Edge, { known }: Day): { sources: number; official: boolean; claims: string[] } {
    const heard = evidence.filter(({ on }) => known === null || on <= known);
    const published = claims.filter((id) => notAfter(this.claims.find((c) => c.id === id)?.recordedOn ?? null, known));
    return { sources: heard.length, official: heard.some((source) => source.official), claims: [...published].sort() };
  }
}

function historyOf(field: string, steps: readonly Step[]): { history?: string[] } {
  return steps.length > 0 ? { history: steps.map((s) => [field, s.since, s.known, s.value].join("␟")) } : {};
}

describe("a field with a day of its own", () => {
  const model = readModel();
  const schema = executableSchema(model);
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openPrepared(model);
  });
  afterAll(() => engine?.close());

  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))("answers as of it, whatever stands above: random graph %i", async (seed) => {
    await wipe(engine);
    const graph = new Graph(seed);
    await graph.write(engine);
    const random = randomOf(seed + 5000);
    const axis = (): { value: string | null } | null =>
      random.below(3) === 0 ? null : { value: random.below(4) === 0 ? null : random.pick(DAYS) };
    const variables: Record<string, string | null> = {};
    /** A directive of random days, as literals or variables, and what it says. */
    const drawn = (): { text: string; own: Own } => {
      const given = { valid: axis(), known: axis() };
      const written = (["valid", "known"] as const).flatMap((name) => {
        const day = given[name];
        if (day === null) return [];
        if (random.below(2) === 0) return [`${name}: ${JSON.stringify(day.value)}`];
        const variable = `d${Object.keys(variables).length}`;
        variables[variable] = day.value;
        return [`${name}: $${variable}`];
      });
      const own = {
        ...(given.valid ? { valid: given.valid.value } : {}),
        ...(given.known ? { known: given.known.value } : {}),
      };
      return { text: written.length > 0 ? `@asOf(${written.join(", ")})` : "", own };
    };
    const names = [
      ...["operation", "measures", "rate", "ended", "targets", "sources", "official", "claims", "node", "back", "pacts", "status"],
      ...["commitment", "agreement", "inner", "rows", "from", "rowSources", "rowClaims", "many", "manyRate", "search", "hit", "figures"],
    ] as const;
    const at = Object.fromEntries(names.map((name) => [name, drawn()])) as Record<(typeof names)[number], ReturnType<typeof drawn>>;
    const declared = Object.keys(variables).map((name) => `$${name}: Date`);
    const source = `query ${declared.length > 0 ? `(${declared.join(", ")})` : ""} ${at.operation.text} {
      measures ${at.measures.text} { nodes { id rate own: rate ${at.rate.text} statusOn(date: "2025-12-31") ${at.ended.text} { status }
        targets ${at.targets.text} { totalCount edges { since own: since ${at.back.text}
          sourceCount ownSources: sourceCount ${at.sources.text} official ${at.official.text} claims ${at.claims.text} { id }
          node ${at.node.text} { id targetedBy { totalCount } back: targetedBy ${at.back.text} { totalCount } } } } } }
      agreements ${at.pacts.text} { nodes { id status own: status ${at.status.text} } }
      commitment(id: "k0") ${at.commitment.text} { agreement ${at.agreement.text} { id status own: status ${at.inner.text} } }
      relationships(types: [TARGETS], first: 200) ${at.rows.text} { nodes { to { id } from ${at.from.text} { id ... on Measure { rate } }
        sourceCount ${at.rowSources.text} claims ${at.rowClaims.text} { id } } }
      nodes(ids: ["measure:m1", "measure:m2"]) ${at.many.text} { id ... on Measure { rate own: rate ${at.manyRate.text} } }
      search(text: "steel") ${at.search.text} { node ${at.hit.text} { id ... on Measure { rate } } }
      event(id: "e0") { figures ${at.figures.text} { name value } } }`;
    const { data, errors } = await graphql({
      schema,
      source,
      variableValues: variables,
      contextValue: { engine },
    });
    expect(
      errors?.map(({ message, originalError }) => [message, originalError?.cause]),
      source,
    ).toBeUndefined();
    const answer = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;

    const ids = (of: readonly string[]) => of.map((id) => ({ id }));
    const operation = inside({ valid: null, known: null }, at.operation.own);
    const targetsOf = (far: "from" | "to", id: string, day: Day) => graph.targets.filter((edge) => edge[far] === id && isThere(edge, day));
    const onMeasures = inside(operation, at.measures.own);
    expect(answer.measures, source).toEqual({
      nodes: graph.measures.map(({ id }) => {
        const onTargets = inside(onMeasures, at.targets.own);
        const targets = targetsOf("from", id, onTargets).sort((a, b) => (a.to < b.to ? -1 : 1));
        return {
          id,
          rate: graph.rate(id, onMeasures),
          own: graph.rate(id, inside(onMeasures, at.rate.own)),
          statusOn: { status: graph.isEnded(id, inside(onMeasures, at.ended.own)) ? "REVOKED" : "UNKNOWN" },
          targets: {
            totalCount: targets.length,
            edges: targets.map((edge) => {
              const onNode = inside(onTargets, at.node.own);
              return {
                since: edge.since,
                own: edge.since,
                sourceCount: graph.said(edge, onTargets).sources,
                ownSources: graph.said(edge, inside(onTargets, at.sources.own)).sources,
                official: graph.said(edge, inside(onTargets, at.official.own)).official,
                claims: ids(graph.said(edge, inside(onTargets, at.claims.own)).claims),
                node: {
                  id: edge.to,
                  targetedBy: { totalCount: targetsOf("to", edge.to, onNode).length },
                  back: { totalCount: targetsOf("to", edge.to, inside(onNode, at.back.own)).length },
                },
              };
            }),
          },
        };
      }),
    });
    const onPacts = inside(operation, at.pacts.own);
    expect(answer.agreements, source).toEqual({
      nodes: graph.pacts.map(({ id }) => ({
        id,
        status: graph.status(id, onPacts),
        own: graph.status(id, inside(onPacts, at.status.own)),
      })),
    });
    const onAgreement = inside(inside(operation, at.commitment.own), at.agreement.own);
    const commits = graph.commits.find((edge) => edge.to === "commitment:k0" && isThere(edge, onAgreement));
    expect(answer.commitment, source).toEqual({
      agreement: commits
        ? {
            id: commits.from,
            status: graph.status(commits.from, onAgreement),
            own: graph.status(commits.from, inside(onAgreement, at.inner.own)),
          }
        : null,
    });
    const onRows = inside(operation, at.rows.own);
    const rows = graph.targets.filter((edge) => isThere(edge, onRows)).sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
    expect(answer.relationships, source).toEqual({
      nodes: rows.map((edge) => ({
        to: { id: edge.to },
        from: { id: edge.from, rate: graph.rate(edge.from, inside(onRows, at.from.own)) },
        sourceCount: graph.said(edge, inside(onRows, at.rowSources.own)).sources,
        claims: ids(graph.said(edge, inside(onRows, at.rowClaims.own)).claims),
      })),
    });
    const onMany = inside(operation, at.many.own);
    expect(answer.nodes, source).toEqual(
      ["measure:m1", "measure:m2"].map((id) => ({
        id,
        rate: graph.rate(id, onMany),
        own: graph.rate(id, inside(onMany, at.manyRate.own)),
      })),
    );
    const onHit = inside(inside(operation, at.search.own), at.hit.own);
    expect(answer.search, source).toEqual(graph.measures.map(({ id }) => ({ node: { id, rate: graph.rate(id, onHit) } })));
    expect(answer.event).toEqual({ figures: [{ name: "n", value: 1 }] });
  });
});
