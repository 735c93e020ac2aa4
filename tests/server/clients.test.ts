import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { GraphQLClient } from "graphql-request";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "./support.ts";

const PAGE = `query Page($after: String) { countries(first: 2, after: $after, orderBy: [{ field: NAME, direction: ASC }]) {
  pageInfo { hasNextPage endCursor } edges { node { id name } } } }`;
const NAMES = ["Aland", "Benin", "Chad", "Denmark", "Eritrea"];
const KEY = "a-key-of-16-and-more";

interface Page {
  readonly countries: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[];
  };
}

/** Every name, page by page, until the server says that there is no next one. */
async function pages(ask: (after: string | null) => Promise<Page>): Promise<string[]> {
  const names: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { countries }: Page = await ask(after);
    names.push(...countries.edges.map(({ node }) => node.name));
    more = countries.pageInfo.hasNextPage;
    after = countries.pageInfo.endCursor;
  }
  return names;
}

describe("clients as they come", () => {
  let served: Served;
  let url: string;
  beforeAll(async () => {
    served = await serve({ loadKey: KEY });
    url = `${served.address}/graphql`;
    const nodes = NAMES.map(
      (name, index) =>
        `  - {id: Q${"ABCDE"[index]}, name: ${name}, kind: STATE, claims: [{id: c${index}, source: s, certainty: REPORTED}]}`,
    );
    const text = `bundle: clients\nsources: [{id: s, title: A page, reliability: PRESS, publishedOn: 2025-07-01}]\ncountries:\n${nodes.join("\n")}\n`;
    const query = "mutation ($files: [LoadFile!]!) { load(input: { files: $files }) { bundles { name } problems { message } } }";
    const answer = await served.post(JSON.stringify({ query, variables: { files: [{ name: "clients.yaml", text }] } }), {
      "content-type": "application/json",
      authorization: `Bearer ${KEY}`,
    });
    expect(answer.json.data).toEqual({ load: { bundles: [{ name: "clients" }], problems: [] } });
  });
  afterAll(() => served?.close());

  it("pages through a list with urql and its defaults", async () => {
    const client = new Client({ url, exchanges: [cacheExchange, fetchExchange] });
    const names = await pages(async (after) => {
      const { data, error } = await client.query<Page>(PAGE, { after }).toPromise();
      if (error) throw error;
      if (!data) throw new Error("no data");
      return data;
    });
    expect(names).toEqual(NAMES);
  });

  it("asks by GET with urql, which sends no header of its own then", async () => {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: "force" });
    const { data, error } = await client.query<Page>(PAGE, { after: null }).toPromise();
    expect(error).toBeUndefined();
    expect(data?.countries.edges).toHaveLength(2);
  });

  it("pages through a list with Apollo Client, whose cache knows every node by type and id", async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
    const names = await pages(async (after) => {
      const { data } = await client.query<Page>({ query: gql(PAGE), variables: { after } });
      if (!data) throw new Error("no data");
      return data;
    });
    expect(names).toEqual(NAMES);
    expect(Object.keys(client.cache.extract() as object)).toEqual(expect.arrayContaining(["Country:country:QA", "Country:country:QE"]));
    client.stop();
  });

  it("shows Apollo Client the code of a refusal", async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
    const refused = client.query({ query: gql("{ countries(first: 1, last: 1) { totalCount } }") });
    await expect(refused).rejects.toMatchObject({ errors: [{ extensions: { code: "BAD_PAGE" } }] });
    client.stop();
  });

  it("pages through a list with graphql-request", async () => {
    const client = new GraphQLClient(url);
    expect(await pages((after) => client.request<Page>(PAGE, { after }))).toEqual(NAMES);
  });

  it("reads a table from an address alone, as pandas, R and spreadsheets do", async () => {
    const query = "{ countries(orderBy: [{ field: NAME, direction: ASC }]) { nodes { id name } } }";
    const csv = await served.request(`/graphql?format=csv&query=${encodeURIComponent(query)}`);
    expect(csv.status).toBe(200);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.text.trim().split(/\r?\n/)).toEqual([
      "countries.id,countries.name",
      ...NAMES.map((name, index) => `country:Q${"ABCDE"[index]},${name}`),
    ]);
    const lines = await served.request(`/graphql?format=jsonl&query=${encodeURIComponent(query)}`);
    expect(lines.headers.get("content-type")).toBe("application/jsonl; charset=utf-8");
    expect(
      lines.text
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { name: string }).name),
    ).toEqual(NAMES);
    const json = await served.request(`/graphql?format=json&query=${encodeURIComponent(query)}`, { headers: { accept: "text/csv" } });
    expect(json.headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  it("refuses a format that there is none of, and names those that there are", async () => {
    const answer = await served.request("/graphql?format=xml&query=%7B__typename%7D");
    expect(answer.status).toBe(400);
    expect(answer.json.errors?.[0]?.message).toBe(
      'There is no format "xml": write format=csv, format=jsonl, format=sdmx-csv, format=json.',
    );
  });
});
