// Installs what tests/outside asks other people's tools for, and what is too large to come with every install of this project: Apollo's integration
// tests and relay-compiler. Nothing of it runs while it is installed.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../tests/outside", import.meta.url));

execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: FOLDER, stdio: "inherit" });
// The tests are to meet the copy that this project serves with: without its own, the folder finds that of the project.
rmSync(`${FOLDER}/node_modules/@apollo/server`, { recursive: true });
