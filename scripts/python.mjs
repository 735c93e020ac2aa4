// Sets up .venv with what tests in Python need: what reads exports (networkx, pandas, openpyxl, pyarrow, rdflib, pyshacl, followthemoney), clients (gql, ariadne-codegen), and schemathesis. Needs Python 3 with venv.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const run = (command, ...args) => execFileSync(command, args, { stdio: "inherit" });
if (!existsSync(".venv/bin/python")) run("python3", "-m", "venv", ".venv");
run(
  ".venv/bin/python",
  "-m",
  "pip",
  "install",
  "--quiet",
  "--disable-pip-version-check",
  "networkx>=3.2,<4",
  "pandas>=2.2,<4",
  "openpyxl>=3.1,<4",
  "pyarrow>=20,<27",
  "rdflib>=7.1,<8",
  "pyshacl>=0.30,<1",
  "gql[httpx]>=4,<5",
  "ariadne-codegen>=0.15,<1",
  "schemathesis>=4.32,<5",
  "followthemoney>=4.11,<5",
  "duckdb>=1.3,<2",
  "polars>=1.20,<2",
);
