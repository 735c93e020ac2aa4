import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Found, pictureOf } from "../../src/explorer/graph/picture.ts";
import { describeInBrowser } from "../support/browser.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const TARIFF = "measure:us-2025-04-reciprocal-tariff-china";
const TRUCE = "agreement:2025-05-geneva-joint-statement";
const CONTROL = "Export licences for seven medium and heavy rare earths (Announcement 18/2025)";
const LETTERS = "Licence requirement for chip-design software (letters to three makers)";

/** Families of two hubs and a third one, member by member. */
const HUBS = [
  ...["CN~targetedBy", "CN~participatesIn", "CN~firms", "CN~discussedIn"],
  ...["US", "US~targetedBy", "US~participatesIn", "US~firms", "US~agencies", "EU", "EU~members"],
]
  .map((key) => `country:${key}`)
  .join(",");
const COUNT = "query Between($ids: [ID!]!) { relationships(from: $ids, to: $ids, first: 0) { totalCount } }";

const list = (page: Page) => page.getByRole("region", { name: "What is drawn" });
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

describe("what a picture has no room for", () => {
  const measure = (i: number) => ({
    __typename: "Measure" as const,
    id: `measure:${i}`,
    label: `M${i}`,
    statusOn: { status: "IN_FORCE" as const },
  });
  const edge = (i: number) => ({
    type: "TARGETS" as const,
    from: measure(i),
    to: { id: "country:A" },
    since: i === 1 ? "2025" : null,
    until: null,
  });
  /** A country that 30 edges lead to, of which some were read; two of them are of one measure. */
  const found = (read: number, isWhole: boolean): Found => ({
    around: {
      nodes: [
        {
          __typename: "Country",
          id: "country:A",
          label: "A",
          neighbours: [
            { type: "TARGETS", direction: "IN", label: "targeted by", field: "targetedBy", totalCount: 30, nodes: [measure(0)] },
          ],
        },
      ],
    },
    leading: [],
    led: Array.from({ length: read }, (_, i) => edge(Math.max(1, i))).map((one, i) => (i === 0 ? { ...one, since: "2024" } : one)),
    isWhole,
    joined: [],
    paths: [],
    opened: new Set(["country:A~targetedBy"]),
  });

  it("is told by its family, with where it is listed, once no more is awaited", () => {
    expect(pictureOf(found(18, false)).left).toEqual([]);
    expect(pictureOf(found(18, true)).left).toEqual([{ words: "12 of “targeted by”", node: { key: "country:A", label: "A" } }]);
  });

  it("is nothing where all edges are there, though fewer nodes: of several edges to one node each is drawn", () => {
    const { left, nodes, edges } = pictureOf(found(30, true));
    expect(left).toEqual([]);
    // The country, the measure that came with it and 29 others; the first of these has two edges.
    expect([nodes.length, edges.length]).toEqual([31, 31]);
  });
});

describeInBrowser("the graph", ({ open }) => {
  vi.setConfig({ testTimeout: 60_000 });
  let served: Seeded;
  beforeAll(async () => {
    served = await openSeeded();
  });
  afterAll(() => served?.close());

  it("shows the ladder from the reciprocal tariff to the truce: who answers, what answers that, and the path that ends in Geneva", async () => {
    const { page, complaints } = await open(served.address, `/id/${TARIFF}`);
    // The first rungs of the golden question ladder-of-the-reciprocal-tariff.
    const answers = page.getByRole("region", { name: /^Retaliated by/ });
    await answers.getByRole("link", { name: CONTROL }).waitFor();
    await page.getByRole("link", { name: "Open as graph" }).click();
    const drawn = list(page);
    await drawn.getByRole("link", { name: CONTROL }).waitFor();
    expect(await drawn.getByRole("link", { name: LETTERS }).count()).toBe(0);
    await drawn.getByRole("button", { name: `Evidence for retaliated by ${CONTROL}` }).click();
    const evidence = page.getByLabel("Evidence", { exact: true });
    await evidence.getByText("Alleged, forecast or inferred").waitFor();
    await evidence.getByText("Holland & Knight").first().waitFor();
    await page.keyboard.press("Escape");
    await drawn.getByRole("button", { name: `Open what lies around ${CONTROL}` }).click();
    await drawn.getByRole("link", { name: LETTERS }).waitFor();
    expect(parameter(page, "open")).toBe("measure:cn-2025-announcement-18");
    await drawn.getByRole("button", { name: /^Mark as an end of a path: US reciprocal tariff, 34% for China/ }).click();
    const fresh = await open(served.address, `/graph?at=${TARIFF}&ends=${TARIFF},${TRUCE}`);
    const paths = fresh.page.getByRole("region", { name: "Path" });
    await paths
      .getByText(/← suspends —\s*US reciprocal tariff on China set to 10% for 90 days.*— implements →\s*Geneva joint statement/s)
      .waitFor();
    expect([...complaints, ...fresh.complaints]).toEqual([]);
  });

  it("opens, centres and marks by mouse in the picture too, and gives it away as SVG and PNG", async () => {
    const { page, complaints } = await open(served.address, `/graph?at=${TARIFF}`, { reducedMotion: "reduce", acceptDownloads: true });
    await page.locator(".graph-canvas canvas").first().waitFor();
    await settled(page);
    const at = await placesOf(page);
    expect(at.size).toBeGreaterThan(15);
    const box = await page.locator(".graph-canvas").boundingBox();
    const control = at.get(CONTROL);
    if (!box || !control) throw new Error("The picture has no announcement 18.");
    const [x, y] = [box.x + control.x, box.y + control.y];
    await page.mouse.click(x, y);
    await expect.poll(() => parameter(page, "open"), { timeout: 10_000 }).toBe("measure:cn-2025-announcement-18");
    await list(page).getByRole("link", { name: LETTERS }).waitFor();
    await page.goBack();
    await settled(page);
    const again = (await placesOf(page)).get(CONTROL);
    await page.keyboard.down("Shift");
    await page.mouse.click(box.x + (again?.x ?? 0), box.y + (again?.y ?? 0));
    await page.keyboard.up("Shift");
    await expect.poll(() => parameter(page, "ends"), { timeout: 10_000 }).toBe("measure:cn-2025-announcement-18");
    await page.mouse.dblclick(box.x + (again?.x ?? 0), box.y + (again?.y ?? 0));
    await expect.poll(() => parameter(page, "at"), { timeout: 10_000 }).toBe("measure:cn-2025-announcement-18");
    const png = await download(page, "PNG of the picture");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(10_000);
    expect(complaints).toEqual([]);
  });

  it("keeps a hub readable by families, which open and close, and asks for nothing that draws until it is opened", async () => {
    const asked: string[] = [];
    const { page, complaints } = await open(served.address, "/id/country:CN");
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await page.getByRole("link", { name: "Open as graph" }).waitFor();
    await page.waitForLoadState("networkidle");
    const draws = (paths: readonly string[]) => paths.filter((path) => /\/(canvas|layout\.worker|graph)-/.test(path));
    expect(draws(asked)).toEqual([]);
    await page.getByRole("link", { name: "Open as graph" }).click();
    const drawn = list(page);
    await drawn.getByRole("button", { name: "Open targeted by 51" }).click();
    await drawn
      .getByRole("status")
      .filter({ hasText: /[6-9]\d nodes/ })
      .waitFor();
    await expect.poll(() => draws(asked).length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(parameter(page, "open")).toBe("country:CN~targetedBy");
    expect(complaints).toEqual([]);
  });

  it("draws all that joins the nodes of a large picture, page by page", async () => {
    const { page, complaints } = await open(served.address, `/graph?at=country:CN&open=${HUBS}`);
    const [drawn, nodes] = [list(page), await relationsAmong(page)];
    const between = await served.send(COUNT, { ids: nodes });
    const { totalCount } = (between.body.data as { relationships: { totalCount: number } }).relationships;
    expect(totalCount).toBeGreaterThan(200);
    // A family that stays closed is one edge more.
    const closed = await drawn.getByRole("button", { name: /^Open [a-z ]+ \d+$/ }).count();
    await drawn
      .getByRole("status")
      .filter({ hasText: ` ${totalCount + closed} edges` })
      .waitFor();
    expect(await page.locator(".note-warning").count()).toBe(0);
    // What is only read aloud in the list makes the page no longer than it looks.
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThan(1_500);
    expect(complaints).toEqual([]);
  });
});

/** The ids of the nodes that are drawn, once their families are open. */
async function relationsAmong(page: Page): Promise<string[]> {
  await list(page)
    .getByRole("status")
    .filter({ hasText: /^[12]\d\d nodes/ })
    .waitFor();
  await page.waitForLoadState("networkidle");
  const addresses = await list(page)
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => (link as unknown as { pathname: string }).pathname));
  return addresses.map((address) => decodeURIComponent(address.replace("/id/", "")));
}

/** Waits until no node moves. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.locator(".graph-canvas:not([data-placing])").waitFor({ timeout: 20_000 });
  await page.waitForTimeout(300);
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return readFile(await file.path());
}

/** Where each node is, from the picture's own SVG. */
async function placesOf(page: Page): Promise<ReadonlyMap<string, { readonly x: number; readonly y: number }>> {
  const svg = (await download(page, "SVG of the picture")).toString();
  const places = svg.matchAll(/<g transform="translate\(([\d.-]+) ([\d.-]+)\)"><title>([^<]*)<\/title>/g);
  return new Map([...places].map(([, x, y, title = ""]) => [title.replaceAll("&#38;", "&"), { x: Number(x), y: Number(y) }]));
}
