/** An answer as the server writes it in another format. Throws the server's own words where it refuses. */
export async function askAs(type: "text/csv" | "application/json", query: string, variables: unknown): Promise<string> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: type },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const isJson = !response.headers.get("content-type")?.startsWith("text/csv");
  if (!isJson) return text;
  const { errors } = JSON.parse(text) as { errors?: readonly { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join(" "));
  return text;
}

/** The cells of a table in CSV (RFC 4180), line by line; the first line has the names. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    line.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (line.length > 1 || line[0] !== "") lines.push(line);
    line = [];
  }
  return lines;
}

/** Gives the reader a file. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A title in small Latin letters, digits and hyphens, of a length at most; empty where it has none of these. */
const slugOf = (title: string, most: number): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, most);

/** A title as the name of a file. */
export const fileNameOf = (title: string): string => slugOf(title, 60) || "answer";
