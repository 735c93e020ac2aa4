/** What may be said of an import, on the command line and in the address of a server's import. */
import { type Command, Option } from "commander";
import { type CsvCommandOptions, restsOn } from "./tables.ts";

/** What was said of an import, as it was written. */
export interface Options extends CsvCommandOptions {
  readonly batch?: string;
  readonly edges?: string;
  readonly replace?: boolean;
  readonly edition?: string;
  readonly index?: string;
  readonly all?: boolean;
  readonly people?: boolean;
  readonly types?: string;
  readonly languages?: string;
  readonly into?: string;
  readonly from?: string;
  readonly by?: string;
  readonly to?: string;
  readonly leastShare?: string;
  readonly level?: string;
}

/** Adds what formats of goods have in common. */
export const editions = (command: Command): Command =>
  command
    .option("--edition <year>", "the edition of HS codes that stand for commodities; that of --into, else 2022, when left out")
    .option(
      "--into <year>",
      "codes of other editions follow the tables of correlations in the graph into this one; when left out they stay",
    );

/** Adds what graphs in XML have in common. */
export const graphTypes = (command: Command): Command =>
  editions(command)
    .option("--as <type>", "the node type of nodes that name none, such as Firm")
    .option("--edges <type>", "the edge type of edges that name none, such as SUBSIDIARY_OF")
    .addOption(restsOn());

/** Adds what registers that speak of what is there have in common. */
export const beside = (command: Command): Command =>
  command.addOption(new Option("--claim", "state its values beside what others say; when left out only what nobody says yet"));
