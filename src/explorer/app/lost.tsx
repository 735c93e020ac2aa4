import { Empty } from "../ui/note.tsx";
import { ViewLink } from "./link.tsx";

/** Where no view stands. */
export function Lost() {
  return (
    <div className="stack">
      <h1>There is nothing at this address</h1>
      <Empty>
        Search by name above, or start from the <ViewLink to="/">home page</ViewLink>.
      </Empty>
    </div>
  );
}
