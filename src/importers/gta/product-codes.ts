import type { Notes } from "../importer.ts";

/** Codes of Global Trade Alert's own that the Harmonized System does not have. */
const OWN_CODES: ReadonlySet<number> = new Set([1000000, 1000001]);

/**
 * The repair of product codes. Global Trade Alert gives HS codes as numbers, so that a zero before one is lost (10121 is 010121): it is
 * restored, and counted. Null, and counted, where the number is one of its own codes, or no zero makes it a subheading.
 */
export function productCode(id: number, notes: Notes): string | null {
  const code = withZeros(id, 6);
  if (OWN_CODES.has(id)) notes.count(`affected_products: ${id} is an internal code: left out`);
  else if (!/^(?!00)\d{6}$/.test(code)) notes.count("affected_products: a code that is no subheading of the Harmonized System: left out");
  else {
    if (code.startsWith("0")) notes.count("affected_products: the zero before an HS code restored");
    return code;
  }
  return null;
}

/** The code of a sector, a group of the Central Product Classification: as with goods, zeros before it are lost. Null where it has not three digits. */
export function sectorCode(id: number): string | null {
  const code = withZeros(id, 3);
  return code.length === 3 ? code : null;
}

function withZeros(id: number, digits: number): string {
  return String(id).padStart(digits, "0");
}
