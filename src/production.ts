/** Imported before all else: graphql-js decides by it, when it is read, to leave out checks that took a fourteenth of a request's time. */
process.env.NODE_ENV ??= "production";
