/** What may follow the prefix of an id. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Whether `id` has the form `prefix:key`. Says nothing of whether such a node exists. */
export function isId(id: string): boolean {
  const colon = id.indexOf(":");
  return colon > 0 && /^[a-z]+$/.test(id.slice(0, colon)) && KEY.test(id.slice(colon + 1));
}

/** The part of an id before the colon; the whole text where there is none. */
export function prefixOf(id: string): string {
  const colon = id.indexOf(":");
  return colon < 0 ? id : id.slice(0, colon);
}
