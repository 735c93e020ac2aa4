import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";
const IMPORT = `POST /import/csv?as=Firm HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${KEY}\r\ncontent-type: multipart/form-data; boundary=b\r\n`;

const HEAD = "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";

/** How a connection that sends `text`, and then no more, ends: after how many seconds, and what it was sent. */
function ending(
  address: string,
  text: string,
  go: (socket: Socket) => Promise<void> = async () => {},
): Promise<{ seconds: number; received: string }> {
  const begun = performance.now();
  const socket: Socket = connect(Number(new URL(address).port), "127.0.0.1");
  let received = "";
  socket.setEncoding("utf8").on("data", (piece: string) => {
    received += piece;
  });
  socket.on("error", () => undefined);
  socket.write(text);
  void go(socket);
  return new Promise((resolve) => {
    socket.once("close", () => resolve({ seconds: (performance.now() - begun) / 1000, received }));
  });
}

const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

describe("clients that are slow", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ loadKey: KEY });
  });
  afterAll(() => served?.close());

  it.concurrent("has its connection closed where its headers don't come", { timeout: 60_000 }, async () => {
    const { seconds, received } = await ending(served.address, HEAD);
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    expect(seconds).toBeGreaterThan(9);
    expect(seconds).toBeLessThan(20);
  });

  it.concurrent("has its connection closed where its body doesn't come", { timeout: 60_000 }, async () => {
    const { seconds, received } = await ending(served.address, `${HEAD}content-length: 100\r\n\r\n{"query":`);
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    expect(seconds).toBeGreaterThan(14);
    expect(seconds).toBeLessThan(25);
  });

  it.concurrent("may send an import for as long as something of it comes, and not longer", { timeout: 60_000 }, async () => {
    const begun = '--b\r\ncontent-disposition: form-data; name="file"; filename="f.csv"\r\n\r\nid,name\n';
    const slow = ending(
      served.address,
      `${IMPORT}connection: close\r\ntransfer-encoding: chunked\r\n\r\n${chunk(begun)}`,
      async (socket) => {
        for (const i of [1, 2, 3]) {
          await new Promise((resolve) => setTimeout(resolve, 8_000));
          socket.write(chunk(`f${i},Firm\n`));
        }
        socket.write(`${chunk("\r\n--b--\r\n")}0\r\n\r\n`);
      },
    );
    const still = ending(served.address, `${IMPORT}transfer-encoding: chunked\r\n\r\n${chunk(begun)}`);
    expect((await still).received).toMatch(/^HTTP\/1\.1 408 /);
    expect((await still).seconds).toBeLessThan(35);
    expect((await slow).seconds).toBeGreaterThan(23);
    expect((await slow).received).toMatch(/^HTTP\/1\.1 200 .*"done":/s);
  });

  it.concurrent("is answered on a connection that waited between two requests", { timeout: 60_000 }, async () => {
    const get = "GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n";
    const socket = connect(Number(new URL(served.address).port), "127.0.0.1");
    let received = "";
    socket.setEncoding("utf8").on("data", (piece: string) => {
      received += piece;
    });
    socket.write(get);
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    socket.write(get);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(received.match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
    expect(received).toMatch(/keep-alive: timeout=75/i);
    socket.destroy();
  });
});
