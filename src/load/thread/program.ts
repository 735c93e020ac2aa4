/** The program of the thread that does a server's loads: all of a load but the database's own work is done here. */
import { readModel } from "../../model/index.ts";
import { load } from "../load.ts";
import type { LoadReport } from "../report.ts";
import { bounded } from "./bounded.ts";
import type { LoadJob } from "./thread.ts";
import { takeJobs } from "./work.ts";

const model = readModel();

takeJobs<LoadJob, string, boolean, LoadReport>(async (engine, { inputs, options }, mayLoad) =>
  bounded(await load(engine, model, inputs, { ...options, mayLoad })),
);
