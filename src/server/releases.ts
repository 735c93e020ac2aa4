import { existsSync } from "node:fs";
import { resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { catalogOf, type Release, releasesIn } from "../releases/index.ts";
import { preferredType } from "./accept.ts";

/** What the list of releases can be given as. */
const TYPES = ["text/html", "application/json", "application/ld+json"] as const;

/** Files of a release never change: a release is written once. */
const KEEP = { immutable: true, maxAge: "365d" } as const;

/**
 * Serves the releases in a folder at `/data/`: a list of them as a page, as JSON or as DCAT (`/data/catalog.jsonld`), and their files, whole or in part
 * (Range), so that a program can read a table in place. The folder is looked at with each request.
 */
export async function serveReleases(server: FastifyInstance, folder: string): Promise<void> {
  const rootOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}/data/`;
  server.get("/data", (request, reply) => {
    const releases = releasesIn(folder);
    reply.header("cache-control", "no-cache").header("vary", "accept");
    switch (preferredType(request.headers.accept ?? "*/*", TYPES)) {
      case "application/json":
        return reply.send({ releases });
      case "application/ld+json":
        return reply.type("application/ld+json; charset=utf-8").send(JSON.stringify(catalogOf(releases, rootOf(request))));
      default:
        return reply.type("text/html; charset=utf-8").send(pageOf(releases));
    }
  });
  server.get("/data/catalog.jsonld", (request, reply) =>
    reply
      .header("cache-control", "no-cache")
      .type("application/ld+json; charset=utf-8")
      .send(JSON.stringify(catalogOf(releasesIn(folder), rootOf(request)))),
  );
  await server.register(fastifyStatic, { serve: false });
  server.get<{ Params: { "*": string } }>("/data/*", (request, reply) => {
    // What a name with a dot begins is being written.
    const isPart = request.params["*"].split("/").some((step) => step.startsWith("."));
    return isPart || !existsSync(folder) ? reply.callNotFound() : reply.sendFile(request.params["*"], resolve(folder), KEEP);
  });
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The list as a page without anything but text and links. */
function pageOf(releases: readonly Release[]): string {
  const sections = releases.map(({ name, createdAt, dataVersion, licence, files, since }) => {
    const rows = files.map(
      ({ path, bytes, says }) =>
        `<tr><td><a href="/data/${encodeURI(name)}/${encodeURI(path)}">${escaped(path)}</a></td><td>${bytes.toLocaleString("en")}</td><td>${escaped(says)}</td></tr>`,
    );
    const changed = since
      ? ` Since <a href="#${escaped(since.name)}">${escaped(since.name)}</a>: ${since.added} bundles added, ${since.changed} changed, ${since.removed.length} removed.`
      : "";
    return `<h2 id="${escaped(name)}">${escaped(name)}</h2>
<p>Written ${escaped(createdAt.slice(0, 10))}, data version ${escaped(dataVersion)}. ${escaped(licence)}.${changed}
<a href="/data/${encodeURI(name)}/manifest.json">Manifest</a>, <a href="/data/${encodeURI(name)}/SHA256SUMS">checksums</a>.</p>
<table><thead><tr><th>file</th><th>bytes</th><th>what it is</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  });
  const none = "<p>There is no release yet: <code>npm run release-data</code> writes one.</p>";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Releases of the data: trade-graph</title></head>
<body><h1>Releases of the data</h1>
<p>The whole graph as files that stay. As a catalogue for programs: <a href="/data/catalog.jsonld">DCAT</a>. <a href="/">The explorer</a>.</p>
${sections.join("\n") || none}
</body></html>
`;
}
