import { connect, createServer, type Socket } from "node:net";

/** A running proxy. */
export interface FlakyProxy {
  /** The address to connect to, `bolt://127.0.0.1:…`. */
  readonly uri: string;
  /** Cuts the connection of the next `count` messages from the client. */
  breakNext(count: number): void;
  /** Holds back everything from now on, in both directions, new connections included: a server that is stuck, and its kernel that accepts all the same. */
  stall(): void;
  /** Lets go what was held back. */
  go(): void;
  /** How many connections were cut. */
  broken(): number;
  close(): Promise<void>;
}

/** A TCP proxy before the Bolt server at `target` that cuts connections on demand: a network that fails, for real. */
export async function openFlakyProxy(target: string): Promise<FlakyProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let toBreak = 0;
  let broken = 0;
  let isStalled = false;
  const listener = createServer((client) => {
    const server = connect(Number(port), hostname);
    if (isStalled) for (const socket of [client, server]) socket.pause();
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.once("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.on("error", () => one.destroy());
    }
    client.on("data", (data) => {
      if (toBreak > 0) {
        toBreak -= 1;
        broken += 1;
        client.destroy();
      } else {
        server.write(data);
      }
    });
    server.on("data", (data) => client.write(data));
    server.once("end", () => client.end());
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, "127.0.0.1", resolve);
  });
  const address = listener.address();
  if (typeof address !== "object" || address === null) throw new Error("the proxy has no port");
  return {
    uri: `bolt://127.0.0.1:${address.port}`,
    breakNext: (count) => {
      toBreak = count;
    },
    stall: () => {
      isStalled = true;
      for (const socket of sockets) socket.pause();
    },
    go: () => {
      isStalled = false;
      for (const socket of sockets) socket.resume();
    },
    broken: () => broken,
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
