import { useShared } from "./shared.ts";

/** What can be done with the open view: as GraphQL, cite, download, copy link, embed. */
export function ShareBar() {
  const shared = useShared();
  if (!shared) return null;
  return <div className="row" />;
}
