import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType, Kind } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { degreeStatements } from "../../src/compile/index.ts";
import { EngineError, type GraphEngine } from "../../src/engine/port.ts";
import { readModel } from "../../src/model/index.ts";
import { FanOut } from "../../src/server/cost/fan-out.ts";
import { Measure } from "../../src/server/cost/measure.ts";
import { type Counted, counted } from "../support/counted.ts";
import { openPrepared } from "../support/prepared.ts";
import { wrapped } from "../support/wrapped.ts";
import { writeRandomGraph } from "./random-graph.ts";

const model = readModel();
const warnings: unknown[] = [];
const log = { warn: (entry: unknown) => warnings.push(entry) };

describe("how far edges fan out", () => {
  let engine: Counted;
  beforeAll(async () => {
    engine = counted(await openPrepared(model));
    await writeRandomGraph(engine, model, 3);
  });
  afterAll(() => engine?.close());

  const measured = async (of: GraphEngine = engine) => {
    const fanOut = new FanOut(of, model, log);
    await fanOut.measure();
    return fanOut;
  };

  it("is the most edges that one node has, by each field of each type", async () => {
    const fanOut = await measured();
    let most = 0;
    for (const type of model.nodes.values()) {
      const nodes = await engine.read({ text: `MATCH (n:${type.name}) RETURN n.id`, params: {} });
      expect(fanOut.nodes(type.name)).toBe(nodes.length);
      for (const field of type.edges.values()) {
        const walk = field.symmetric ? `-[r:${field.type}]-` : field.direction === "OUT" ? `-[r:${field.type}]->` : `<-[r:${field.type}]-`;
        const ends = await engine.read({ text: `MATCH (n:${type.name})${walk}(m) RETURN n.id`, params: {} });
        const degrees = new Map<unknown, number>();
        for (const [id] of ends) degrees.set(id, (degrees.get(id) ?? 0) + 1);
        const largest = Math.max(0, ...degrees.values());
        // Of a symmetric edge, the most that go out and the most that come in may be those of two nodes.
        if (field.symmetric) expect(fanOut.degree(type.name, field)).toBeGreaterThanOrEqual(largest);
        else expect(fanOut.degree(type.name, field), `${type.name}.${field.name}`).toBe(largest);
        most = Math.max(most, largest);
      }
    }
    expect(most).toBeGreaterThan(6);
  });

  it("knows the number of all edges of a type, of all dated ones, and the most claims of one", async () => {
    const fanOut = await measured();
    const all = await engine.read({ text: "MATCH (:Node)-[r]->(:Node) RETURN type(r), size(coalesce(r.claims, []))", params: {} });
    for (const { type } of model.edges.values()) expect(fanOut.edges(type)).toBe(all.filter(([one]) => one === type).length);
    const dated = [...model.edges.values()].filter((edge) => edge.dated).map(({ type }) => type);
    expect(fanOut.datedEdges).toBe(all.filter(([type]) => dated.includes(String(type))).length);
    expect(fanOut.claims).toBe(Math.max(...all.map(([, claims]) => Number(claims))));
    expect(fanOut.claims).toBe(2);
    // All nodes of this graph are marked.
    const [[nodes] = []] = await engine.read({ text: "MATCH (n:Node) RETURN count(n)", params: {} });
    const about = all.filter(([type]) => type === "ABOUT").length;
    expect(about).toBeGreaterThan(0);
    expect(fanOut.disputed).toEqual({ nodes, claims: about });
  });

  it("bounds every list that an object of the schema has, so that none can be asked for without a price", async () => {
    const fanOut = await measured();
    const measure = new Measure({ model, fanOut, variables: {} }, {});
    const types = Object.values(model.schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type));
    const ours = types.filter(({ name }) => !name.startsWith("__") && !/^(Mutation|Load\w*)$/.test(name) && !name.endsWith("Connection"));
    const lists = ours.flatMap((owner) =>
      Object.values(owner.getFields()).flatMap((field) => {
        const node = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: field.name } } as const;
        const list = measure.listOf(node, owner, field);
        return list ? [{ name: `${owner.name}.${field.name}`, list, field }] : [];
      }),
    );
    // Values without fields are no objects of an answer.
    const unbound = lists.filter(({ list, field }) => !Number.isFinite(list.most + list.work) && !isLeafType(getNamedType(field.type)));
    expect(unbound.map(({ name }) => name)).toEqual([]);
    expect(lists.length).toBeGreaterThan(150);
  });

  it("has no bound but that of a page until it was measured, and is priced as of middling size", async () => {
    const fanOut = new FanOut(engine, model, log);
    expect(fanOut.degree("Event", { type: "FOLLOWS", direction: "OUT", symmetric: false })).toBe(Number.POSITIVE_INFINITY);
    expect([fanOut.nodes("Event"), fanOut.claims, fanOut.values("Event", "figures")]).toEqual([Number.POSITIVE_INFINITY, 200, 200]);
    expect([fanOut.edges("FOLLOWS"), fanOut.datedEdges, fanOut.scanned("Event")]).toEqual([20_000, 100_000, 5_000]);
  });

  it("counts as larger by what a load wrote, until it was measured again", async () => {
    const fanOut = await measured();
    const before = fanOut.nodes("Event");
    const follows = { type: "FOLLOWS", direction: "OUT", symmetric: false } as const;
    const degree = fanOut.degree("Event", follows);
    const version = fanOut.version;
    fanOut.wrote({ nodes: { added: 5, changed: 3 }, edges: { added: 2, changed: 1 }, recomputed: 4 });
    expect(fanOut.nodes("Event")).toBe(before + 5);
    expect(fanOut.degree("Event", follows)).toBe(degree + 2);
    expect(fanOut.claims).toBe(2 + 15);
    expect(fanOut.version).toBeGreaterThan(version);
    await expect.poll(() => fanOut.nodes("Event"), { timeout: 20_000 }).toBe(before);
  });

  it("does not grow by nodes that only changed, but for the values that they may have", async () => {
    const fanOut = await measured();
    const [nodes, values] = [fanOut.nodes("Event"), fanOut.values("Event", "figures")];
    const degree = fanOut.datedDegree("Event", "OUT");
    fanOut.wrote({ nodes: { added: 0, changed: 200 }, edges: { added: 0, changed: 0 }, recomputed: 0 });
    expect([fanOut.nodes("Event"), fanOut.datedDegree("Event", "OUT"), fanOut.claims]).toEqual([nodes, degree, 2]);
    expect(fanOut.values("Event", "figures")).toBe(values + 200);
    expect(fanOut.isBehind).toBe(true);
    await fanOut.catchUp(20_000);
    expect([fanOut.isBehind, fanOut.values("Event", "figures")]).toEqual([false, values]);
  });

  it("keeps what was written while it was measured: that may not be in it", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let statements = 0;
    const fanOut = new FanOut(
      wrapped(engine, {
        read: async (statement) => {
          statements += 1;
          if (statements === 1) await held;
          return engine.read(statement);
        },
      }),
      model,
      log,
    );
    const first = fanOut.measure();
    fanOut.wrote({ nodes: { added: 7, changed: 0 }, edges: { added: 0, changed: 0 }, recomputed: 0 });
    const before = statements;
    release();
    await first;
    expect(fanOut.nodes("Event")).toBe(6 + 7);
    await expect.poll(() => fanOut.nodes("Event"), { timeout: 20_000 }).toBe(6);
    expect(statements).toBeGreaterThan(before);
  });

  it("is not told of where the engine was closed before: a server that ends does not wait for it", async () => {
    warnings.length = 0;
    await measured(wrapped(engine, { read: () => Promise.reject(new EngineError("CLOSED", "closed")) }));
    expect(warnings).toEqual([]);
  });

  it("stays as it was known where the database does not answer, and is asked for again only after a while", async () => {
    let fails = false;
    const failing = wrapped(engine, {
      read: (statement) => (fails ? Promise.reject(new EngineError("UNAVAILABLE", "gone")) : engine.read(statement)),
    });
    const fanOut = await measured(failing);
    fails = true;
    warnings.length = 0;
    await fanOut.measure();
    expect(fanOut.nodes("Event")).toBe(6);
    expect(warnings).toHaveLength(1);
    engine.takeStatements();
    fanOut.keepFresh();
    expect(engine.takeStatements()).toBe(0);
  });

  it("is measured by the request that comes when it is too old", async () => {
    const fanOut = new FanOut(engine, model, log, 1);
    engine.takeStatements();
    fanOut.keepFresh();
    fanOut.keepFresh();
    await fanOut.measure();
    expect(engine.takeStatements()).toBe(degreeStatements(model).length);
    // However short the time: it takes a hundredth of it at most.
    fanOut.keepFresh();
    expect(engine.takeStatements()).toBe(0);
  });
});
