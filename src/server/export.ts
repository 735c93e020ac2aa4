import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { GraphEngine } from "../engine/port.ts";
import { WHOLE } from "../exporters/index.ts";
import { InputError } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import type { Access } from "./key.ts";
import { badInput, withKey } from "./keyed.ts";
import { atPace } from "./pace.ts";

const QUERY = z.strictObject({ as: z.string().optional(), "with-edges": z.enum(["", "true"]).optional() });

/**
 * `GET /export/<format>?as=…`: the whole graph as `npm run export` writes it, for who has a key; `as` names the type of a table, without which a format of tables gives
 * an archive of all. It goes out as it is read, and is broken off
 * where its client takes it too slowly (pace.ts; `patience` in milliseconds).
 */
export function serveExports(server: FastifyInstance, engine: GraphEngine, model: Model, access: Access, patience?: number): void {
  server.get<{ Params: { format: string } }>("/export/:format", { exposeHeadRoute: false }, (request, reply) =>
    withKey(access, request, reply, () => {
      const format = WHOLE[request.params.format];
      if (!format) throw badInput(`There is no format ${request.params.format}: ${Object.keys(WHOLE).join(", ")}.`);
      const asked = QUERY.safeParse(request.query);
      if (!asked.success) throw badInput("Of an export, an address says the type of a table at most, and with-edges: /export/csv?as=Firm.");
      const { as, "with-edges": withEdges } = asked.data;
      const { mediaType, ending, isText, pieces } = sensible(() => {
        const found = format.of({ as, withEdges: withEdges !== undefined });
        return { ...found, pieces: found.write(engine, model) };
      });
      const stream = atPace(pieces, patience);
      stream.once("error", (error) => request.log.error({ err: error }, "an export broke off"));
      reply.type(isText ? `${mediaType}; charset=utf-8` : mediaType);
      reply.header("content-disposition", `attachment; filename="${as ?? "graph"}.${ending}"`);
      return stream;
    }),
  );
}

/** What `make` gives. Throws GraphQLError where what is asked of it makes no sense. */
function sensible<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof InputError ? badInput(error.message) : error;
  }
}
