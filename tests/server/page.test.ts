import { existsSync } from "node:fs";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser, type Opened } from "../support/browser.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";

it("finds the pages built", () => {
  for (const page of ["index.html", "graphiql/index.html"])
    expect(
      existsSync(new URL(`../../dist/explorer/${page}`, import.meta.url)),
      `dist/explorer/${page} is missing: run \`npm run build\``,
    ).toBe(true);
});

describeInBrowser("GraphiQL", ({ open }) => {
  let served: Seeded;
  beforeAll(async () => {
    served = await openSeeded();
  });
  afterAll(() => served?.close());

  /** Opens GraphiQL, and waits for a question in its editor. */
  async function openGraphiQL(path = "/graphiql", showing = "ExplorerLine"): Promise<Opened> {
    const opened = await open(served.address, path);
    await expect.poll(() => shown(opened.page.locator(".graphiql-query-editor")), { timeout: 15_000 }).toContain(showing);
    return opened;
  }

  /** The text of a part of the page; its editors show blanks as non-breaking ones. */
  const shown = async (part: Locator) => ((await part.textContent()) ?? "").replaceAll("\u00a0", " ");

  it("opens the page with a tab for each of six questions, each under its name", async () => {
    const { page: opened, complaints } = await openGraphiQL();
    const tabs = opened.getByRole("tab");
    await expect.poll(() => tabs.count()).toBe(6);
    const names = ["ExplorerLine", "ArticleContradicted", "ChapterToMeasures", "DisruptionsByCause", "EachSideUndertook", "WhoCanLicense"];
    for (const [i, name] of names.entries()) expect(await tabs.nth(i).textContent()).toContain(name);
    expect(complaints).toEqual([]);
  });

  it("answers the page's first question at the press of a button", async () => {
    const { page: opened, complaints } = await openGraphiQL();
    await opened.getByRole("button", { name: /^Execute query/ }).click();
    await expect.poll(() => shown(opened.locator(".result-window")), { timeout: 15_000 }).toContain("Ford's Chicago plant");
    expect(complaints).toEqual([]);
  });

  it("opens with the question and the variables of an address at `/`, and answers it", async () => {
    const query = "query Title($id: ID!) { measure(id: $id) { title } }";
    const asked = new URLSearchParams({ query, variables: JSON.stringify({ id: "measure:cn-2025-announcement-18" }) });
    const { page: opened, complaints } = await openGraphiQL(`/?${asked}`, "query Title");
    expect(new URL(opened.url()).pathname).toBe("/graphiql");
    await opened.getByRole("button", { name: /^Execute query/ }).click();
    await expect
      .poll(() => shown(opened.locator(".result-window")), { timeout: 15_000 })
      .toContain("Export licences for seven medium and heavy");
    expect(complaints).toEqual([]);
  });

  it("shows the documentation of the schema beside the query", async () => {
    const { page: opened, complaints } = await openGraphiQL();
    await opened.getByRole("button", { name: "Show Documentation Explorer" }).click();
    const docs = opened.locator(".graphiql-doc-explorer");
    await expect.poll(() => shown(docs)).toContain("Query");
    await docs.getByRole("link", { name: "Query" }).first().click();
    await expect.poll(() => shown(docs)).toContain("A country, territory or bloc by its code");
    expect(complaints).toEqual([]);
  });

  it("marks a field that the schema does not have in the page's editor", async () => {
    const { page: opened, complaints } = await openGraphiQL();
    const editor = opened.locator(".graphiql-query-editor");
    await editor.click();
    await opened.keyboard.press("ControlOrMeta+a");
    await opened.keyboard.type("query Wrong { nothingOfTheKind }");
    await editor.locator(".squiggly-error").first().waitFor({ timeout: 15_000 });
    expect(complaints).toEqual([]);
  });

  it("forbids other sites to put the page in a frame, and gives it a title", async () => {
    const answer = await fetch(`${served.address}/graphiql`);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(await (await openGraphiQL()).page.title()).toBe("trade-graph · GraphiQL");
  });
});
