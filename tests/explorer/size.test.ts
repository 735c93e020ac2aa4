import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { settled } from "../support/axe.ts";
import { describeExplorer } from "../support/explorer.ts";
import { ADDRESSES } from "../support/views.ts";

/** The most that the first view may weigh, in bytes as gzip sends them. */
const FIRST = 250_000;
/** The same of the views that load a library of their own. */
const OTHERS = 500_000;

describeExplorer("what the views weigh", ({ open, origin }) => {
  it("loads the first view in less than 250 KB, and asks a few times at most for each", { timeout: 120_000 }, async () => {
    const lines: string[] = [];
    for (const [name, address] of Object.entries(ADDRESSES)) {
      // A page of few bytes first, so that nothing of the view is missed.
      const { page, complaints } = await open("/livez");
      const files: Promise<number>[] = [];
      let questions = 0;
      page.on("response", (response) => {
        if (new URL(response.url()).pathname === "/graphql") questions++;
        else if (response.ok()) files.push(response.body().then((body) => gzipSync(body).length));
      });
      await page.goto(`${origin()}${address}`);
      await settled(page);
      const bytes = (await Promise.all(files)).reduce((sum, size) => sum + size, 0);
      lines.push(`${name}: ${Math.round(bytes / 1000)} KB in ${files.length} files, ${questions} questions`);
      expect(bytes, name).toBeLessThan(name === "home" ? FIRST : OTHERS);
      // On a hub's page, each group that is open by itself and whose edges did not come with the page is one more; of a
      // question, the names of what each input holds.
      expect(questions, name).toBeLessThanOrEqual(["country", "question"].includes(name) ? 4 : 3);
      expect(
        complaints.filter((complaint) => complaint.startsWith("error")),
        name,
      ).toEqual([]);
    }
    console.log(lines.join("\n"));
  });
});
