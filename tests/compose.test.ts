import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ROOT } from "../src/root.ts";

const service = z.object({
  image: z.string(),
  build: z.object({ dockerfile_inline: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()),
  security_opt: z.array(z.string()),
  user: z.string().optional(),
  ports: z.array(z.string()).optional(),
  stop_grace_period: z.string().optional(),
});
const compose = z
  .object({ services: z.object({ neo4j: service, load: service, api: service }) })
  .parse(parse(readFileSync(join(ROOT, "docker-compose.yml"), "utf8"), { merge: true }));
const { neo4j, load, api } = compose.services;
const dockerfile = api.build?.dockerfile_inline ?? "";
/** The last stage: what the image has. */
const image = dockerfile.slice(dockerfile.lastIndexOf("FROM "));

const folder = mkdtempSync(join(tmpdir(), "trade-graph-compose-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("docker-compose.yml", () => {
  it("names every image by its exact version", () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, name]) => name);
    expect(bases.length).toBe(2);
    for (const name of [neo4j.image, ...bases]) expect(name).toMatch(/^[a-z0-9]+:\d+\.\d+\.\d+(-[a-z0-9-]+)?$/);
    expect([load.image, load.build]).toEqual([api.image, api.build]);
  });

  it("builds an image of what runs alone: no sources, no tests, no packages of development", () => {
    expect(dockerfile).toMatch(/npm prune --omit=dev/);
    const copied = [...image.matchAll(/^COPY (?:--from=build )?(.*) \S+$/gm)].flatMap(([, paths = ""]) => paths.split(" "));
    expect(copied).toEqual(["/app/package.json", "/app/node_modules", "/app/dist", "schema", "seed"]);
    expect(image).toMatch(/^USER node$/m);
    for (const [, path = ""] of dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm))
      for (const each of path.split(" ")) expect(existsSync(join(ROOT, each)), each).toBe(true);
  });

  it("gives our services no root, no capability, no way to more rights, and nothing to write to but /tmp", () => {
    for (const each of [load, api]) {
      expect(each.read_only).toBe(true);
      expect(each.tmpfs).toEqual([expect.stringMatching(/^\/tmp:.*size=/)]);
    }
    for (const each of [neo4j, load, api]) {
      expect(each.cap_drop).toEqual(["ALL"]);
      expect(each.security_opt).toEqual(["no-new-privileges:true"]);
    }
    expect(neo4j.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it("is reached from this machine alone", () => {
    for (const port of [...(neo4j.ports ?? []), ...(api.ports ?? [])]) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it("stops the API no sooner than the 8 s in which it ends by itself", () => {
    expect(Number.parseInt(api.stop_grace_period ?? "", 10)).toBeGreaterThan(8);
    expect(api.stop_grace_period).toMatch(/^\d+s$/);
  });

  it("asks Neo4j for its health with the password in the environment of the shell that asks, and on no command line", () => {
    const [kind, line = ""] = neo4j.healthcheck?.test ?? [];
    expect(kind).toBe("CMD-SHELL");
    const shell = join(folder, "cypher-shell");
    // Stands for cypher-shell: says how it was called, and what the command line of its caller is.
    writeFileSync(
      shell,
      '#!/bin/sh\nprintf "%s|%s|%s|%s" "$*" "$NEO4J_USERNAME" "$NEO4J_PASSWORD" "$(tr "\\0" " " < /proc/$PPID/cmdline)" >&2\n',
    );
    chmodSync(shell, 0o755);
    const { status, stderr } = spawnSync("/bin/sh", ["-c", line.replaceAll("$$", "$")], {
      env: { PATH: `${folder}${delimiter}${process.env.PATH}`, NEO4J_AUTH: "neo4j/s3cret pass/word" },
      encoding: "utf8",
    });
    const [args, user, password, caller] = stderr.split("|");
    expect([status, args, user, password]).toEqual([0, "RETURN 1", "neo4j", "s3cret pass/word"]);
    expect(caller).not.toContain("s3cret");
    // The image takes each other name of the server's environment for a setting, and refuses to start with one that is none.
    const names = Object.keys(neo4j.environment).filter((name) => name !== "NEO4J_AUTH");
    for (const name of names) expect(name).toMatch(/^NEO4J_(server|dbms|db)_/);
  });

  it("asks the API at /readyz for its health: well with 200, ill with 503 and where nothing answers", async () => {
    const [kind, command = "", flag = "", script = ""] = api.healthcheck?.test ?? [];
    expect([kind, command, flag, script]).toEqual(["CMD", "node", "-e", expect.stringContaining("http://127.0.0.1:4000/readyz")]);
    let status = 200;
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const run = async () => {
      const child = spawn(process.execPath, [flag, script.replace(":4000", `:${port}`)], { stdio: "ignore" });
      return new Promise((resolve) => void child.once("close", resolve));
    };
    expect(await run()).toBe(0);
    status = 503;
    expect(await run()).toBe(1);
    server.close();
    server.closeAllConnections();
    expect(await run()).toBe(1);
    expect(asked).toEqual(["/readyz", "/readyz"]);
  });
});
