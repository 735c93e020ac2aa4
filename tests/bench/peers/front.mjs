/** The HTTP front that all sides have: Apollo Server 5 on Fastify 5, as this project's own. */
import { ApolloServer } from "@apollo/server";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import Fastify from "fastify";
import neo4j from "neo4j-driver";

/** The driver for the Neo4j that the environment names. */
export function openDriver() {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user = "neo4j", NEO4J_TEST_PASSWORD: password = "" } = process.env;
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: "OFF" },
  });
}

/** Serves a schema on a free port, and tells the address in one line. `context` makes each request's own. */
export async function serve(schema, context) {
  const server = Fastify({ logger: false });
  const apollo = new ApolloServer({ schema, plugins: [fastifyApolloDrainPlugin(server)], includeStacktraceInErrorResponses: false });
  await apollo.start();
  await server.register(fastifyApollo(apollo), { context });
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  console.log(`listening at ${address}/graphql`);
}
