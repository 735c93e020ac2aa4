import { createHash } from "node:crypto";
import type { Bundle } from "../record.ts";

/** Part of every digest: raise it when the loader writes other things for the same records. */
export const DIGEST_VERSION = 3;

/** Stands for all that a bundle says; places say nothing. */
export function digestOf({ name, nodes, edges, restsOn, silence }: Bundle): string {
  const content = [
    DIGEST_VERSION,
    name,
    nodes.map(({ type, id, properties }) => [type, id, properties]),
    edges.map(({ type, from, to, properties, claims }) => [type, from, to, properties, claims]),
    restsOn ?? [],
    ...(silence ? [silence.about] : []),
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
}
