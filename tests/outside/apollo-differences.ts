/** What of Apollo's own tests this server does otherwise, each test by its full name; all of them must fail, so that none stays here for nothing. */

const APOLLO = "integration tests > apolloServerTests.ts";
const HTTP = "integration tests > httpServerTests.ts";
const TRACES = `${APOLLO} > lifecycle > for Apollo usage reporting > traces`;
const CONTEXT = `${APOLLO} > lifecycle > context field`;

/** By reason. */
const DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  "the door gives the HTTP server, not Apollo's": [
    `${APOLLO} > lockstep versioning of @apollo/server and @apollo/server-integration-testsuite`,
    `${CONTEXT} > context cloning > for every request with executeOperation`,
  ],
  "the schema is read once, at start: there is no gateway": [
    `${APOLLO} > constructor > schema creation > accepts a gateway's schema and calls its executor`,
    `${APOLLO} > constructor > schema creation > rejected load promise is thrown by server.start`,
    `${APOLLO} > Gateway > receives schema updates from the gateway (with document store: true)`,
    `${APOLLO} > Gateway > receives schema updates from the gateway (with document store: false)`,
    `${APOLLO} > Gateway > passes apollo data to the gateway`,
    `${APOLLO} > Gateway > unsubscribes from schema update on close`,
    `${APOLLO} > Gateway > waits until gateway has resolved a schema to respond to queries`,
    `${APOLLO} > Gateway > can serve multiple active schemas simultaneously during a schema rollover`,
    `${HTTP} > gateway execution > executor can read and write response HTTP headers and status`,
  ],
  "the schema is public: introspection is always on": [
    `${APOLLO} > constructor > validation rules > prevents introspection by default during production`,
  ],
  "an error that nobody threw on purpose is masked, and never shows its text or a stack": [
    `${APOLLO} > Plugins > allows setting a custom status code for an error`,
    `${APOLLO} > formatError > wraps thrown error from validation rules`,
    `${TRACES} > does not expose stack`,
    `${TRACES} > doesn't resort to query body signature on \`didResolveOperation\` error`,
    `${TRACES} > error munging > sendErrors > new error`,
    `${TRACES} > error munging > sendErrors > modified error`,
    `${TRACES} > error munging > sendErrors > nulled error`,
    `${TRACES} > error munging > undefined error`,
    `${CONTEXT} > as a function > context errors > non-GraphQLErrors are formatted`,
    `${APOLLO} > lifecycle > propagates error codes in dev mode`,
  ],
  "a GraphQLError without a code was thrown on purpose: BAD_REQUEST, no fault of the server's": [
    `${CONTEXT} > as a function > context errors > GraphQLErrors are formatted, defaulting to INTERNAL_SERVER_ERROR`,
    `${CONTEXT} > as a function > context errors > GraphQLErrors are formatted, obeying http extension`,
    `${HTTP} > graphqlHTTP > throwing in didResolveOperation results in error with default HTTP status code`,
    `${HTTP} > graphqlHTTP > GraphQLError HTTP extensions are respected and stripped`,
  ],
  "an answer without any data has the status of its errors": [
    `${HTTP} > graphqlHTTP > returns errors`,
    `${HTTP} > graphqlHTTP > applies formatError if provided`,
    `${HTTP} > graphqlHTTP > formatError receives error that can be unwrapped to pass instanceof checks`,
    `${HTTP} > graphqlHTTP > formatError receives error that passes instanceof checks when GraphQLError`,
    `${HTTP} > graphqlHTTP > allows for custom error formatting to sanitize`,
    `${HTTP} > graphqlHTTP > allows for custom error formatting to elaborate`,
  ],
  "answers are no-store: none is to be cached": [
    `${TRACES} > cachePolicy`,
    ...[
      "applies cacheControl Headers",
      "applies cacheControl Headers for batched operation",
      "applies cacheControl Headers with if-cacheable",
      "contains private cacheControl Headers when scoped",
      "runs when cache-control is disabled",
    ].map((name) => `${HTTP} > graphqlHTTP > cache-control > ${name}`),
    `${HTTP} > graphqlHTTP > cache-control not set without any hints with if-cacheable`,
    `${HTTP} > graphqlHTTP > cache-control set with dynamic hint`,
    `${HTTP} > graphqlHTTP > cache-control set with defaultMaxAge`,
  ],
  "the page is at /, not at /graphql": [
    `${APOLLO} > renderLandingPage > defaults to LocalDefault`,
    `${APOLLO} > renderLandingPage > can be disabled`,
  ],
  "a body that is no JSON is 415, and one that can't be read is refused by HTTP, before Apollo": [
    `${APOLLO} > CSRF prevention > default`,
    `${HTTP} > graphqlHTTP > throws an error if POST body is empty`,
    `${HTTP} > graphqlHTTP > throws an error if invalid content-type`,
    `${HTTP} > graphqlHTTP > throws an error if POST JSON is malformed`,
  ],
};

/** The reason by the test's full name. */
export const APOLLO_DIFFERENCES: ReadonlyMap<string, string> = new Map(
  Object.entries(DIFFERENCES).flatMap(([reason, names]) => names.map((name) => [name, reason] as const)),
);
