import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, readManifest } from "./manifest.ts";

/** A release, and how many bytes it has. */
export interface Release extends Manifest {
  readonly bytes: number;
}

/** The releases in a folder, the newest first; none where there is no such folder. */
export function releasesIn(folder: string): Release[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const manifest = entry.isDirectory() && !entry.name.startsWith(".") ? readManifest(join(folder, entry.name)) : null;
    // Its address is the folder's name, whatever it was called when it was written.
    return manifest ? [{ ...manifest, name: entry.name, bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) }] : [];
  });
  return found.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Releases as a catalogue in DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/), as JSON-LD; `root` is where they are served, with a slash at its end. */
export function catalogOf(releases: readonly Release[], root: string): object {
  const title = "trade-graph: a knowledge graph of trade policy";
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dcterms: "http://purl.org/dc/terms/",
      spdx: "http://spdx.org/rdf/terms#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": `${root}catalog.jsonld`,
    "@type": "dcat:Catalog",
    "dcterms:title": title,
    "dcat:dataset": releases.map(({ name, createdAt, dataVersion, files, since }) => ({
      "@id": `${root}${name}/`,
      "@type": "dcat:Dataset",
      "dcterms:title": `${title}, ${name}`,
      "dcterms:identifier": name,
      "dcterms:issued": { "@value": createdAt, "@type": "xsd:dateTime" },
      "dcterms:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
      "dcat:version": dataVersion,
      ...(since ? { "dcat:previousVersion": { "@id": `${root}${since.name}/` } } : {}),
      "dcat:distribution": files.map(({ path, mediaType, bytes, sha256, says }) => ({
        "@id": `${root}${name}/${path}`,
        "@type": "dcat:Distribution",
        "dcterms:title": says,
        "dcat:downloadURL": { "@id": `${root}${name}/${path}` },
        "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${mediaType}` },
        "dcat:byteSize": { "@value": String(bytes), "@type": "xsd:nonNegativeInteger" },
        "spdx:checksum": { "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" }, "spdx:checksumValue": sha256 },
      })),
    })),
  };
}
