import { connect, createServer } from "node:net";
import { Neo4jError } from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { openEngine, openNeo4j } from "../../src/engine/index.ts";
import { neo4jError } from "../../src/engine/neo4j/errors.ts";
import { searchNote } from "../../src/engine/port.ts";
import { testNeo4j } from "../support/engine.ts";
import { openFlakyProxy } from "../support/flaky-proxy.ts";
import { deadlineIn } from "../support/serving.ts";
import { codeOf } from "./contract.ts";

describe("reaching Neo4j", () => {
  const nobody = { user: "neo4j", password: "nobody", patience: 0.3 };

  it.each(["bolt", "neo4j"])("throws UNAVAILABLE when nothing listens at the Neo4j address (%s)", async (scheme) => {
    const uri = `${scheme}://127.0.0.1:${await closedPort()}`;
    const opening = openEngine({ neo4j: { uri, ...nobody }, dataDir: "" });
    await expect(opening).rejects.toThrow(`NEO4J_URI ${uri} can't be reached`);
    expect(await codeOf(opening)).toBe("UNAVAILABLE");
  });

  it("throws UNAVAILABLE, without waiting, for an address that is not one of Neo4j's", async () => {
    expect(await codeOf(openNeo4j({ uri: "http://127.0.0.1", ...nobody, patience: 60 }))).toBe("UNAVAILABLE");
  });
});

describe("what a Neo4j with a full disk says", () => {
  // As 5.26.30 said it on a disk that was filled under it: to the write at hand, and to all that came after.
  it.each([
    [
      "Neo.DatabaseError.Transaction.TransactionLogError",
      "Could not append transaction: Transaction #7 {started 2026-11-27 12:08:14.025+0000, …} to log.",
      "DISK_FULL",
      /disk is full: nothing of what was being written is there.*make room on its disk, restart Neo4j/,
    ],
    [
      "Neo.DatabaseError.Transaction.TransactionStartFailed",
      "The database has encountered a critical error, and needs to be restarted. Please see database logs for more details.",
      "UNAVAILABLE",
      /has stopped after an error, most likely of its disk.*restart Neo4j/,
    ],
  ])("is told with what to do, not as an internal error (%s)", (code, text, expected, says) => {
    const error = neo4jError(new Neo4jError(text, code, "50N42", "general processing exception"));
    expect([error.code, error.isInternal, error.message]).toEqual([expected, false, expect.stringMatching(says)]);
  });
});

const server = testNeo4j();
if (server) {
  describe("a Neo4j server", () => {
    it("throws AUTHENTICATION, without waiting, for a wrong password", async () => {
      expect(await codeOf(openNeo4j({ ...server, password: "wrong", patience: 60 }))).toBe("AUTHENTICATION");
    });

    it("waits for a server that begins to listen later, as one that was started at the same time does", async () => {
      const port = await closedPort();
      const opening = openNeo4j({ ...server, uri: `bolt://127.0.0.1:${port}` });
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      const { hostname, port: real } = new URL(server.uri);
      const proxy = createServer((near) => {
        const far = connect(Number(real), hostname);
        for (const socket of [near, far]) socket.on("error", () => undefined);
        near.pipe(far).pipe(near);
      }).listen(port, "127.0.0.1");
      try {
        const engine = await opening;
        expect(await engine.read({ text: "RETURN 1", params: {} })).toEqual([[1]]);
        await engine.close();
      } finally {
        proxy.close();
      }
    });

    it("throws UNAVAILABLE for a database that does not exist", async () => {
      const opening = openNeo4j({ ...server, database: "nowhere", patience: 0.3 });
      expect(await codeOf(opening.then((engine) => engine.read({ text: "RETURN 1", params: {} }).finally(() => engine.close())))).toBe(
        "UNAVAILABLE",
      );
    });

    it("throws TIMEOUT when a read takes longer than its bound", async () => {
      const engine = await openNeo4j({ ...server, readSeconds: 0.2 });
      try {
        expect(await codeOf(engine.read({ text: "UNWIND range(1, 1000000000) AS n RETURN sum(n % 7)", params: {} }))).toBe("TIMEOUT");
        expect(await engine.read({ text: "RETURN 1", params: {} })).toEqual([[1]]);
      } finally {
        await engine.close();
      }
    });

    it("lets a read take until its deadline, where that is later than the bound of reads without one", async () => {
      const engine = await openNeo4j({ ...server, readSeconds: 0.2 });
      try {
        const text = "UNWIND range(1, 80000000) AS n RETURN sum(n % 7)";
        expect(await codeOf(engine.read({ text, params: {} }))).toBe("TIMEOUT");
        expect(await engine.read({ text, params: {} }, deadlineIn(60_000))).toEqual([[239_999_997]]);
      } finally {
        await engine.close();
      }
    });

    it("finds what another process wrote as soon as that is committed", async () => {
      const [ours, theirs] = [await openNeo4j(server), await openNeo4j(server)];
      const write = (text: string) =>
        theirs.write(async (transaction) => {
          for (const statement of [{ text, params: {} }, ...searchNote(["firm:elsewhere"])]) await transaction.run(statement);
        });
      const found = async (text: string) => (await ours.search(text, 5)).params.searchHits;
      try {
        await write("CREATE (:Node:Elsewhere {id: 'firm:elsewhere', searchText: 'krakatoa', searchNames: 'krakatoa'})");
        expect(await found("krakatoa")).toEqual([["firm:elsewhere", expect.any(Number)]]);
        await write("MATCH (n:Elsewhere) SET n.searchText = 'tambora', n.searchNames = 'tambora'");
        expect([await found("krakatoa"), await found("tambroa")]).toEqual([[], [["firm:elsewhere", expect.any(Number)]]]);
      } finally {
        await write("MATCH (n:Elsewhere) DELETE n");
        expect(await found("tambora")).toEqual([]);
        await write("MATCH (n) WHERE n:SearchNote OR n:SearchChange DELETE n");
        await Promise.all([ours.close(), theirs.close()]);
      }
    });

    it("ends a statement on the server when its caller goes, and when its deadline comes", async () => {
      const engine = await openNeo4j(server);
      const text = "UNWIND range(1, 1000000000) AS n WITH n, 'left alone' AS mark RETURN sum(n % 7), min(mark)";
      const running = async () => {
        const rows = await engine.read({
          text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'left alone' AND NOT currentQuery CONTAINS 'SHOW' RETURN currentQuery",
          params: {},
        });
        return rows.length;
      };
      /** Milliseconds until the server has no such statement any more. */
      const ends = async () => {
        const start = performance.now();
        while ((await running()) > 0 && performance.now() - start < 10_000) await new Promise((resolve) => setTimeout(resolve, 20));
        return performance.now() - start;
      };
      try {
        expect(await running()).toBe(0);
        const deadline = deadlineIn(60_000);
        const left = codeOf(engine.read({ text, params: {} }, deadline));
        while ((await running()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
        deadline.leave();
        expect(await left).toBe("ABANDONED");
        // Its own clock would end it after the 30 seconds of a read.
        expect(await ends()).toBeLessThan(1_000);
        expect(await codeOf(engine.read({ text, params: {} }, deadlineIn(1_000)))).toBe("TIMEOUT");
        expect(await ends()).toBeLessThan(1_000);
      } finally {
        await engine.close();
      }
    });

    it("tries again when a connection breaks, in reads and in writes, and throws UNAVAILABLE when all of them break", async () => {
      const proxy = await openFlakyProxy(server.uri);
      const engine = await openNeo4j({ ...server, uri: proxy.uri });
      try {
        const read = () => engine.read({ text: "RETURN 1", params: {} });
        expect(await read()).toEqual([[1]]);
        proxy.breakNext(1);
        expect(await read()).toEqual([[1]]);
        expect(proxy.broken()).toBe(1);

        let tries = 0;
        const written = engine.write(async (transaction) => {
          await transaction.run({ text: "RETURN 1", params: {} });
          if (++tries === 1) proxy.breakNext(1);
          return transaction.run({ text: "RETURN 2", params: {} });
        });
        expect(await written).toEqual([[2]]);
        expect([tries, proxy.broken()]).toEqual([2, 2]);

        proxy.breakNext(1_000);
        expect(await codeOf(read())).toBe("UNAVAILABLE");
      } finally {
        await engine.close();
        await proxy.close();
      }
    });

    it("lets two engines work on one server at the same time", async () => {
      const [one, other] = await Promise.all([openNeo4j(server), openNeo4j(server)]);
      expect(await Promise.all([one, other].map((engine) => engine.read({ text: "RETURN 1", params: {} })))).toEqual([[[1]], [[1]]]);
      await Promise.all([one.close(), other.close()]);
    });
  });
}

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => {
    listener.listen(0, "127.0.0.1", resolve);
  });
  const address = listener.address();
  await new Promise((resolve) => {
    listener.close(resolve);
  });
  return typeof address === "object" && address !== null ? address.port : expect.fail("no port");
}
