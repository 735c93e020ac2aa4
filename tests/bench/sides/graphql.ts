import { Connection, requestOf } from "../http.ts";
import type { Parameters, Shape, SideName } from "../shapes/index.ts";
import { type Served, startServer } from "./process.ts";
import type { Asker, Prepared, Side } from "./side.ts";

/** A side that answers GraphQL over HTTP in a process of its own. `text` gives its query of a shape. */
export async function graphqlSide(
  name: SideName,
  text: (shape: Shape) => string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Side> {
  return new GraphqlSide(name, text, await startServer(args, env));
}

class GraphqlSide implements Side {
  constructor(
    readonly name: SideName,
    private readonly text: (shape: Shape) => string,
    private readonly served: Served,
  ) {}

  async answer(shape: Shape, parameters: Parameters): Promise<unknown> {
    const connection = await Connection.open(this.served.address);
    try {
      const body = await connection.send(requestOf(this.served.address, this.text(shape), parameters));
      const { data, errors } = JSON.parse(body.toString()) as {
        data?: { answer?: unknown } | null;
        errors?: readonly { message: string }[];
      };
      if (errors || !data) throw new Error(`${this.name} refuses ${shape.name}: ${errors?.map((e) => e.message).join("; ")}`);
      return data.answer;
    } catch (error) {
      throw new Error(`${this.name} fails at ${shape.name} with ${JSON.stringify(parameters)}: ${error}`, { cause: error });
    } finally {
      connection.close();
    }
  }

  prepare(shape: Shape, parameters: Parameters, fresh?: number): Prepared {
    const text = this.text(shape);
    return requestOf(this.served.address, fresh === undefined ? text : text.replace(/query (\w+)/, `query $1Fresh${fresh}`), parameters);
  }

  async open(): Promise<Asker> {
    const connection = await Connection.open(this.served.address);
    return {
      ask: async (prepared) => {
        if (!Buffer.isBuffer(prepared)) throw new Error("What is sent over HTTP is a buffer.");
        return (await connection.send(prepared)).length;
      },
      close: async () => connection.close(),
    };
  }

  close(): Promise<void> {
    return this.served.stop();
  }
}
