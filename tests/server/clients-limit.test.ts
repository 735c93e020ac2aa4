import { afterEach, describe, expect, it } from "vitest";
import { type Served, serve } from "./support.ts";

const CHEAP = JSON.stringify({ query: "{ events(first: 9) { nodes { id } } }" });

describe("the limit of a client", () => {
  let served: Served | undefined;
  afterEach(async () => {
    await served?.close();
    served = undefined;
  });
  /** Asks as if from an address, which a proxy on this machine names. */
  const from = (address: string, body = CHEAP) => served?.post(body, { "content-type": "application/json", "x-forwarded-for": address });

  it("refuses, with when to ask again, what is more than a client's share, and nobody else's", async () => {
    served = await serve({ clientLimit: 5_000, trustProxy: "loopback" });
    const first = await from("192.0.2.1");
    expect(first?.status).toBe(200);
    expect(first?.headers.get("ratelimit-policy")).toBe('"client";q=5000;w=60');
    const left = Number(/r=(\d+);t=\d+/.exec(first?.headers.get("ratelimit") ?? "")?.[1]);
    const cost = 5_000 - left;
    expect(cost).toBeGreaterThanOrEqual(9);
    // As many more as there is room for, and one.
    const more = Math.floor(left / cost);
    for (let n = 0; n < more; n++) expect((await from("192.0.2.1"))?.status).toBe(200);
    const refused = await from("192.0.2.1");
    expect(refused?.status).toBe(429);
    expect(refused?.json.errors?.[0]?.extensions?.code).toBe("TOO_MANY_REQUESTS");
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused?.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect((await from("192.0.2.2"))?.status).toBe(200);
  });

  it("counts what can't be read as well", async () => {
    served = await serve({ clientLimit: 3, trustProxy: "loopback" });
    for (let n = 0; n < 3; n++) expect((await from("192.0.2.1", '{"query":"{ nothing }"}'))?.status).toBe(400);
    expect((await from("192.0.2.1", '{"query":"{ nothing }"}'))?.status).toBe(429);
  });

  it("believes no address that a client states itself", async () => {
    served = await serve({ clientLimit: 1 });
    expect((await from("192.0.2.1"))?.headers.get("ratelimit")).toBeNull();
  });

  it("does not hold clients on this machine", async () => {
    served = await serve({ clientLimit: 1, trustProxy: "loopback" });
    for (let n = 0; n < 3; n++) expect((await served.post(CHEAP)).status).toBe(200);
  });
});
