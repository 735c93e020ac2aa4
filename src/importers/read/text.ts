/** Texts of web pages as plain text. */

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Plain text of HTML: lines where it has blocks, the address of a link behind its words, entities as characters. */
export function plainText(html: string): string {
  return html
    .replace(/<a\b[^>]*\bhref\s*=\s*["']([^"']+)["'][^>]*>(.*?)<\/a>/gis, (_, href: string, words: string) =>
      words.includes(href) ? words : `${words} ${href} `,
    )
    .replace(/<br\b[^>]*>|<\/(?:p|li|div|h\d|tr|ul|ol)>/gi, "\n")
    .replace(/<\/?(?!https?:)[a-z][^>]*>/gi, " ")
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? characterOf(name) ?? entity)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Small letters and digits alone, by which headers of tables are compared. */
export function lettersAndDigits(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** On one line, without white space around it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** At most `most` characters on one line, cut behind a sentence or between words; `…` says that there is more. */
export function shortened(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const sentence = cut.search(/[.!?](?= [^.!?]*$)/);
  if (sentence > most / 2) return cut.slice(0, sentence + 1);
  const word = cut.lastIndexOf(" ");
  return `${cut.slice(0, word > most / 2 ? word : cut.length).replace(/[\s\uD800-\uDBFF]+$/, "")}…`;
}

/** The web addresses of a text, each once, without the punctuation behind them. */
export function addressesOf(text: string): string[] {
  return [...new Set((text.match(/https?:\/\/[^\s<>"]+/gi) ?? []).map(withoutPunctuation))];
}

/** A closing bracket belongs to an address that has opened it. */
function withoutPunctuation(address: string): string {
  const bare = address.replace(/[.,;:!?'’”»\]}]+$/, "");
  const closes = bare.endsWith(")") && bare.split(")").length > bare.split("(").length;
  return closes ? withoutPunctuation(bare.slice(0, -1)) : bare;
}
