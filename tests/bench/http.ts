import { connect, type Socket } from "node:net";

const HEAD_END = Buffer.from("\r\n\r\n");

/**
 * One kept-alive connection that sends a request at a time. Leaner than Node's own clients, whose time would count as the server's: it reads
 * the status and `content-length`, and nothing else.
 */
export class Connection {
  #parts: Buffer[] = [];
  #size = 0;
  /** Length of the whole answer; null until its head is there. */
  #expected: number | null = null;
  #bodyAt = 0;
  #settle: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on("data", (part) => this.#take(typeof part === "string" ? Buffer.from(part) : part));
    socket.on("error", (error) => this.#fail(error));
    socket.on("close", () => this.#fail(new Error("The server closed the connection.")));
  }

  static open(address: URL): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(address.port), address.hostname);
      socket.once("error", reject);
      socket.once("connect", () => resolve(new Connection(socket)));
    });
  }

  /** Sends a whole request and gives the answer's body. Throws for any status but 200. */
  send(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.#settle = null;
    this.socket.destroy();
  }

  #take(part: Buffer): void {
    this.#parts.push(part);
    this.#size += part.length;
    if (this.#expected === null) this.#readHead();
    if (this.#expected === null || this.#size < this.#expected) return;
    const body = Buffer.concat(this.#parts).subarray(this.#bodyAt);
    this.#parts = [];
    this.#size = 0;
    this.#expected = null;
    const settle = this.#settle;
    this.#settle = null;
    settle?.resolve(body);
  }

  #readHead(): void {
    const all = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    const end = all?.indexOf(HEAD_END) ?? -1;
    if (!all || end < 0) return;
    const head = all.toString("latin1", 0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (!head.startsWith("HTTP/1.1 200 ") || length === undefined) {
      this.#fail(new Error(`An answer without status 200 and content-length:\n${all.toString()}`));
      return;
    }
    this.#bodyAt = end + HEAD_END.length;
    this.#expected = this.#bodyAt + Number(length);
  }

  #fail(error: Error): void {
    const settle = this.#settle;
    this.#settle = null;
    settle?.reject(error);
  }
}

/** A GraphQL request as the bytes that go over the wire. */
export function requestOf(address: URL, query: string, variables: Readonly<Record<string, string>>): Buffer {
  const body = Buffer.from(JSON.stringify({ query, variables }));
  const head = [
    `POST ${address.pathname} HTTP/1.1`,
    `host: ${address.host}`,
    "content-type: application/json",
    "accept: application/json",
    `content-length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
}
