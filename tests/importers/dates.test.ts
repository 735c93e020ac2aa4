import { describe, expect, test } from "vitest";
import { type DateFormat, dateFormat, readDate } from "../../src/importers/csv/dates.ts";

const formats = (...texts: string[]) => texts.map((text) => dateFormat(text) as DateFormat);
const read = (cell: string, ...texts: string[]) => readDate(cell, formats(...texts))?.date ?? null;

describe("dates in stated formats", () => {
  test.each<[string, string[], string | null]>([
    ["31.12.2024", ["DD.MM.YYYY"], "2024-12-31"],
    ["1.2.2024", ["DD.MM.YYYY"], "2024-02-01"],
    ["31.12.2024 00:00:00", ["DD.MM.YYYY"], "2024-12-31"],
    ["12/31/2024 11:59 PM", ["MM/DD/YYYY"], "2024-12-31"],
    ["31/12/2024", ["MM/DD/YYYY"], null],
    ["30.02.2024", ["DD.MM.YYYY"], null],
    ["29.02.2024", ["DD.MM.YYYY"], "2024-02-29"],
    ["29.02.2023", ["DD.MM.YYYY"], null],
    ["5 Jun 2025", ["D MMM YYYY"], "2025-06-05"],
    ["5 June 2025", ["D MMMM YYYY"], "2025-06-05"],
    ["Sept. 2025", ["MMM YYYY"], "2025-09"],
    ["June 5, 2025", ["MMMM D, YYYY"], "2025-06-05"],
    ["5 Juni 2025", ["D MMMM YYYY"], null],
    ["05-Jun-98", ["DD-MMM-YY"], "1998-06-05"],
    ["05-Jun-25", ["DD-MMM-YY"], "2025-06-05"],
    ["06/2025", ["MM/YYYY"], "2025-06"],
    ["20250605", ["YYYYMMDD"], "2025-06-05"],
    ["45657", ["excel"], "2024-12-31"],
    ["45657.75", ["excel"], "2024-12-31"],
    ["60", ["excel"], null],
    ["61", ["excel"], "1900-03-01"],
    // What is written as here is always read; the first format that fits counts.
    ["2025-06", ["DD.MM.YYYY"], "2025-06"],
    ["2025", ["MM/DD/YYYY"], "2025"],
    ["2025-06-05T10:00:00Z", [], "2025-06-05"],
    ["03/04/2025", ["MM/DD/YYYY", "DD/MM/YYYY"], "2025-03-04"],
    ["13/04/2025", ["MM/DD/YYYY", "DD/MM/YYYY"], "2025-04-13"],
    ["some day", ["DD.MM.YYYY"], null],
  ])("%j as %j is %j", (cell, texts, date) => expect(read(cell, ...texts)).toBe(date));

  test.each(["DD.MM", "YYYY-YY", "DD YYYY", "dd.mm.yyyy", "day", "MM MMM YYYY"])("%j is no format", (text) =>
    expect(dateFormat(text)).toHaveProperty("problem"),
  );
});
