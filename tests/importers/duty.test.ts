import { expect, test } from "vitest";
import { dutyOf } from "../../src/importers/tariffs/duty.ts";

const US = { dollar: "USD", bareIsPercent: false };
const OTHER = { dollar: null, bareIsPercent: true };
const specific = (amount: number, currency: string, per: string) => ({ amount, currency, per });

/** Texts as schedules write them, and what they say: the part in per cent, that in money, and how both are put together. */
const READ: readonly (readonly [text: string, rate: number | null, specific: object | null, form: string | null, style?: typeof OTHER])[] =
  [
    ["Free", 0, null, null],
    ["free 1/", 0, null, null],
    ["Duty-free", 0, null, null],
    ["6.5%", 6.5, null, null],
    ["6.5 % 2/ 3/", 6.5, null, null],
    ["<u>2.1%</u>", 2.1, null, null],
    ["10 percent ad val.", 10, null, null],
    ["1.5¢/kg + 3.2%", 3.2, specific(0.015, "USD", "kg"), "SUM"],
    ["1.5Â¢/kg", null, specific(0.015, "USD", "kg"), null],
    ["68¢/head", null, specific(0.68, "USD", "head"), null],
    ["44¢ each", null, specific(0.44, "USD", "each"), null],
    ["$1.35/1000 + 5%", 5, specific(1.35, "USD", "1000"), "SUM"],
    ["$1,035/t", null, specific(1035, "USD", "t"), null],
    ["5.3¢/kg on contents and container", null, specific(0.053, "USD", "kg on contents and container"), null],
    ["0.9 cents per kg", null, specific(0.009, "USD", "kg"), null],
    ["$2.50/pf.liter", null, specific(2.5, "USD", "pf.liter"), null],
    ["10 % MIN 22 € / 100 kg", 10, specific(22, "EUR", "100 kg"), "GREATER", OTHER],
    ["10 % MAX 22 EUR/100 kg", 10, specific(22, "EUR", "100 kg"), "LESSER", OTHER],
    ["9 % + 45,1 € / 100 kg", 9, specific(45.1, "EUR", "100 kg"), "SUM", OTHER],
    ["12.5% or US$1.20/kg, whichever is the higher", 12.5, specific(1.2, "USD", "kg"), "GREATER", OTHER],
    ["5% or GBP 2 per litre whichever is lower", 5, specific(2, "GBP", "litre"), "LESSER", OTHER],
    ["7.5", 7.5, null, null, OTHER],
    ["7,5", 7.5, null, null, OTHER],
    ["0", 0, null, null, OTHER],
  ];

test.each(READ.map(([text, rate, money, form, style = US]) => ({ text, rate, money, form, style })))(
  "$text",
  ({ text, rate, money, form, style }) => {
    expect(dutyOf(text, style)).toEqual({ rate, specific: money, form });
  },
);

test.each([
  "",
  "See 9903.88.01",
  "The rate applicable to the article of which it is a part",
  "The duty provided in the applicable subheading + 25%",
  "A duty upon the full value of the import at the rate of 10%, less the duty",
  "40¢ each + 6% on the case + 14% on the strap, band or bracelet",
  "1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees but not less than 0.943854¢/kg",
  "9 % + 45,1 € / 100 kg MAX 18,9 % + 16,5 € / 100 kg",
  "5% + 3%",
  "$1/kg + 2¢/liter",
  "7.5",
  "10 ZZZ/kg",
  "EUR 1,200/t",
])("is no rate: %s", (text) => {
  expect(dutyOf(text, US)).toBeNull();
});

test("a dollar is nobody's where the schedule's country has another currency", () => {
  expect(dutyOf("$1.20/kg", OTHER)).toBeNull();
});
