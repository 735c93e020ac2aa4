import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loaded } from "../load/support.ts";
import { type Served, serve } from "../server/support.ts";

/** Whether R has what the client needs; REQUIRE_R=1 (CI) makes a missing one a failure instead of a skip. */
const hasR =
  process.env.REQUIRE_R === "1" ||
  spawnSync("Rscript", ["-e", "stopifnot(requireNamespace('httr2'), requireNamespace('jsonlite'))"]).status === 0;

const FIRMS = 250;
const WORLD = `
bundle: w
restsOn: c
sources: [{id: s, title: A register, reliability: PRESS, publishedOn: 2025-07-01}]
claims: [{id: c, source: s, certainty: REPORTED}]
countries: [{id: CN, name: 中国, kind: STATE, iso2: CN}]
firms:
${Array.from({ length: FIRMS }, (_, i) => `  - {id: f${String(i).padStart(3, "0")}, name: Firm ${i}, kind: COMPANY, headquarters: CN}`).join("\n")}
measures:
  - {id: late, title: Late, kind: BAN, effect: RESTRICTING, announcedOn: 2025-05, imposedBy: [country:CN], targets: [firm:f001, firm:f002]}
`;

const PAGED = `query ($seat: [ID!]!, $after: String) {
  firms(filter: {headquarters: $seat}, orderBy: [{field: NAME}], first: 100, after: $after) {
    nodes { id name headquarters { nodes { name } } } pageInfo { hasNextPage endCursor }
  }
}`;

describe.runIf(hasR)("the R client", () => {
  let served: Served;
  let library: string;
  beforeAll(async () => {
    library = await mkdtemp(join(tmpdir(), "tradegraph-r-"));
    await promisify(execFile)("R", ["CMD", "INSTALL", "--no-docs", `--library=${library}`, "clients/r"]);
    served = await serve();
    await loaded(served.engine, { name: "w.yaml", text: WORLD });
  }, 120_000);
  afterAll(async () => {
    await served?.close();
    await rm(library, { recursive: true, force: true });
  });

  /** Runs a script with the package and the server at hand, and gives what its last value is as JSON. */
  const run = async (script: string): Promise<unknown> => {
    const whole = `.libPaths(c("${library}", .libPaths())); library(tradegraph); options(tradegraph.url = "${served.address}")
cat(jsonlite::toJSON({ ${script} }, auto_unbox = TRUE, null = "null", na = "null"))`;
    const { stdout } = await promisify(execFile)("Rscript", ["-e", whole], { env: { ...process.env, LC_ALL: "C.UTF-8" } });
    return JSON.parse(stdout);
  };

  it("gives all pages of a list as one frame", async () => {
    const found = await run(
      `f <- tg_frame('${PAGED}', list(seat = list("country:CN"))); list(rows = nrow(f), names = names(f), ids = length(unique(f$id)), first = f$name[1], seat = I(f$headquarters[[${FIRMS}]]))`,
    );
    expect(found).toEqual({ rows: FIRMS, names: ["id", "name", "headquarters"], ids: FIRMS, first: "Firm 0", seat: ["中国"] });
  });

  it("warns where a list goes on that nobody asks for page by page", async () => {
    const found = await run(
      `said <- NULL
       f <- withCallingHandlers(tg_frame('{ firms(first: 5) { nodes { id } pageInfo { hasNextPage } } }'), tradegraph_warning = function(w) { said <<- c(said, w$code); invokeRestart("muffleWarning") })
       list(rows = nrow(f), said = said)`,
    );
    expect(found).toEqual({ rows: 5, said: "MORE_PAGES" });
  });

  it("has lists inside entries as lists, and dates as they are", async () => {
    const found = await run(
      `f <- tg_frame('{ measures { nodes { title announcedOn targets { nodes { label } } } } }'); list(f$title, f$announcedOn, f$targets[[1]])`,
    );
    expect(found).toEqual(["Late", "2025-05", ["Firm 1", "Firm 2"]]);
  });

  it("tells of a node, and NULL of none", async () => {
    const found = await run(
      `n <- tg_node("measure:late"); none <- suppressWarnings(tg_node("measure:none")); list(n$type, n$label, n$page, as.list(n$neighbours), is.null(none))`,
    );
    expect(found).toEqual(["Measure", "Late", "/id/measure:late", { imposedBy: 1, targets: 2 }, true]);
  });

  it("fails with the server's code, and where", async () => {
    const found = await run(
      `code <- function(call) tryCatch(call, tradegraph_error = function(e) e$code); list(code(tg_node("nonsense")), code(tg_query("{ nothing }")))`,
    );
    expect(found).toEqual(["BAD_ID", "GRAPHQL_VALIDATION_FAILED"]);
  });
});
