import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { ROOT } from "../root.ts";

/** The built documentation (scripts/site.ts). */
const BUILT = join(ROOT, "dist", "docs");

const NOT_BUILT = "The documentation is not built: run `npm run build`. Its pages stand in the project's folder docs/ as well.\n";

/** The pages take nothing but their own files, and ask nobody but this server. */
const POLICY =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'";

/** Serves the documentation at `/docs`, as `npm run build` leaves it in `folder`; a sentence that says how to build it where it is not there. */
export async function serveDocs(server: FastifyInstance, folder: string = BUILT): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) {
    for (const path of ["/docs", "/docs/*"])
      server.get(path, (_request, reply) => reply.code(503).type("text/plain; charset=utf-8").send(NOT_BUILT));
    return;
  }
  await server.register(async (docs) => {
    docs.addHook("onRequest", (_request, reply, done) => {
      reply.headers({ "content-security-policy": POLICY, "cache-control": "no-cache" });
      done();
    });
    // Pictures, and what the search reads.
    await docs.register(fastifyStatic, { root: folder, prefix: "/docs/", cacheControl: false, decorateReply: false });
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"))) {
      const place = path.replaceAll("\\", "/").replace(/\.html$/, "");
      docs.get(place === "index" ? "/docs" : `/docs/${place}`, async (_request, reply) =>
        reply.type("text/html; charset=utf-8").send(await readFile(join(folder, path))),
      );
    }
  });
}
