import { createHash, timingSafeEqual } from "node:crypto";

/** Whether an Authorization header has the load key, as `Bearer <key>`. Takes the same time for every key that is not it. */
export function hasLoadKey(header: string | undefined, key: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1];
  if (given === undefined || key === undefined) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}
