const NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** The name of a country or bloc by its code; the code where it is none of two letters. */
export function nameOf(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (NAMES.of(code) ?? code) : code;
}
