/** Whether a text is a Legal Entity Identifier (ISO 17442): 20 capitals and digits whose last two check the rest (ISO 7064, mod 97-10). */
export function isLei(text: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(text)) return false;
  let rest = 0;
  // A letter stands for two digits, A for 10 to Z for 35.
  for (const digit of [...text].map((char) => Number.parseInt(char, 36)).join("")) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
