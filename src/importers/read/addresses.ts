/** What of web addresses is nobody's business but that of whoever fetched them: what opens a door is never stored, and never exported. */

/** Names of query parameters and path parameters that carry a key, in lower case and without hyphens, underscores and dots. */
const KEYS: ReadonlySet<string> = new Set([
  ...["key", "apikey", "appkey", "accesskey", "authkey", "subscriptionkey", "ocpapimsubscriptionkey", "clientsecret", "secret"],
  ...["token", "accesstoken", "apitoken", "authtoken", "idtoken", "refreshtoken", "bearer", "auth", "authorization", "jwt"],
  ...["password", "passwd", "pwd", "pass", "session", "sessionid", "sid", "jsessionid", "phpsessid", "ticket"],
  ...["signature", "sig", "xamzsignature", "xamzcredential", "xamzsecuritytoken", "awsaccesskeyid", "xgoogsignature", "xgoogcredential"],
]);

/** An address in a text, as far as a space, a quote or a bracket that no address has, without the sentence's own signs behind it. */
const ADDRESS = /https?:\/\/[^\s<>"\\^`{|}]*[^\s<>"\\^`{|}.,;:!?')\]]/gi;

/** A text whose addresses carry no credentials: no name and password before the host, no key in the query or behind a semicolon, none in a fragment. */
export function withoutCredentials(text: string): string {
  return text.includes("://") ? text.replace(ADDRESS, openAddress) : text;
}

/** The address itself where there is nothing to drop: it is not written anew. */
function openAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { username, password } = new URL(address);
  const bare = username === "" && password === "" ? address : address.replace(/^(https?:\/\/)[^/?#]*@/i, "$1");
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(bare) ?? [];
  return `${path.replace(/;([^;=/]+)=[^;/]*/g, (all, name: string) => (isKey(name) ? "" : all))}${openQuery(query, "?")}${openQuery(fragment, "#")}`;
}

function openQuery(query: string, mark: string): string {
  const parts = query.slice(1).split("&");
  const open = parts.filter((part) => !part.includes("=") || !isKey(part.slice(0, part.indexOf("="))));
  if (open.length === parts.length) return query;
  return open.length === 0 ? "" : `${mark}${open.join("&")}`;
}

function isKey(name: string): boolean {
  const bare = name
    .toLowerCase()
    .replace(/^amp;/, "")
    .replace(/%[0-9a-f]{2}|[-_.]/g, "");
  return KEYS.has(bare);
}
