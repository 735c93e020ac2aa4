import { expect, it } from "vitest";
import { settled, violationsOf } from "../support/axe.ts";
import { describeExplorer } from "../support/explorer.ts";

/** Two duties of one country on another's magnets: one that counts, and one that counts in April, is suspended in May, and expires on 30 June without having counted again. */
const DUTIES = `
bundle: made-up-duties
sources:
  - id: made-up-gazette
    title: A gazette made up for this test
    publisher: Made up
    url: https://example.com/gazette
    reliability: OFFICIAL
    publishedOn: 2025-03-01
measures:
  - id: made-up-duty
    title: A duty that counts
    kind: TARIFF
    effect: RESTRICTING
    flow: IMPORT
    announcedOn: 2025-02-01
    inForceFrom: 2025-02-01
    rate: 10
    rateUnit: PERCENT
    imposedBy: [{to: country:JP, since: 2025-02-01}]
    targets: [{to: country:KR, since: 2025-02-01}]
    covers: [{to: commodity:hs-850511, since: 2025-02-01}]
    claims: [{id: made-up-1, source: made-up-gazette, certainty: CONFIRMED, statement: A duty of 10%.}]
  - id: made-up-suspended-duty
    title: A duty put on hold
    kind: TARIFF
    effect: RESTRICTING
    flow: IMPORT
    announcedOn: 2025-03-01
    inForceFrom: 2025-04-01
    inForceUntil: 2025-06-30
    rate: 25
    rateUnit: PERCENT
    imposedBy: [{to: country:JP, since: 2025-03-01}]
    targets: [{to: country:KR, since: 2025-03-01}]
    covers: [{to: commodity:hs-850511, since: 2025-03-01}]
    claims: [{id: made-up-2, source: made-up-gazette, certainty: CONFIRMED, statement: A duty of 25% from April to June.}]
  - id: made-up-suspension
    title: The duty of April waits from May on
    kind: REGULATION
    effect: LIBERALISING
    announcedOn: 2025-03-20
    inForceFrom: 2025-05-01
    imposedBy: [{to: country:JP, since: 2025-03-20}]
    suspends: [{to: measure:made-up-suspended-duty, since: 2025-05-01, until: 2025-06-30}]
    claims: [{id: made-up-3, source: made-up-gazette, certainty: CONFIRMED, statement: The duty waits until the end of June.}]
`;

describeExplorer(
  "layers of a tariff",
  ({ open }) => {
    it("hatches one that is suspended, for as long as it is, and says so beside the picture", async () => {
      const { page, complaints } = await open("/tariffs?importer=JP&exporter=KR&hs=850511&from=2025-01-01&to=2025-12-31");
      await settled(page);
      const hatched = page.locator(".tariffs-chart [role=img] .tariffs-suspended rect");
      const counting = page.locator(".tariffs-chart [role=img] .tariffs-area:not(.tariffs-suspended)");
      expect(await hatched.locator("title").allTextContents()).toEqual(["Suspended: 25 % A duty put on hold"]);
      expect(await page.evaluate<string>('getComputedStyle(document.querySelector("[role=img] .tariffs-suspended rect")).fill')).toContain(
        "#tariffs-hatch",
      );
      // The first duty counts for the 334 days from February on, the second for the 30 of April; it is suspended for the 61 of May and June.
      const days = Object.fromEntries(
        await counting
          .locator("rect")
          .evaluateAll((areas) => areas.map((area) => [area.textContent ?? "", area.getBoundingClientRect().width])),
      );
      expect(Object.keys(days).sort()).toEqual(["10 % A duty that counts", "25 % A duty put on hold"]);
      const wide = (await hatched.boundingBox())?.width ?? 0;
      expect(wide / (days["10 % A duty that counts"] ?? 1)).toBeCloseTo(61 / 334, 2);
      expect(wide / (days["25 % A duty put on hold"] ?? 1)).toBeCloseTo(61 / 30, 1);
      await page.getByText("Hatched: suspended, and not part of the rate").waitFor();
      const slider = page.getByRole("slider", { name: "Day that is read" });
      await slider.fill(String(Date.parse("2025-05-01") / 86_400_000));
      await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("1 May 2025: 10 %");
      expect(await violationsOf(page, "tariffs with a suspended layer")).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it("says nothing of hatching where nothing is suspended", async () => {
      const { page } = await open("/tariffs?importer=JP&exporter=KR&hs=850511&from=2025-07-01&to=2025-12-31");
      await settled(page);
      await page.getByRole("region", { name: "The rate on the day" }).getByText("10 %").first().waitFor();
      expect(await page.getByText(/^Hatched/).count()).toBe(0);
    });
  },
  { also: [{ name: "duties.yaml", text: DUTIES }] },
);
