import { lazy, Suspense, useEffect } from "react";
import { Route, Router, Switch } from "wouter";
import { Skeleton } from "../ui/note.tsx";
import { BASE } from "./address.ts";
import { Frame } from "./frame.tsx";
import { Lost } from "./lost.tsx";
import { NoEditor } from "./no-editor.tsx";
import { VIEWS } from "./views.ts";

/** Each view is loaded when it is opened. */
const PARTS = VIEWS.map((view) => ({ ...view, View: lazy(view.load) }));

/** The whole page: the frame, and in it the view that the address names. */
export function App() {
  return (
    <Router base={BASE}>
      <Frame>
        <Suspense fallback={<Skeleton lines={8} />}>
          <Switch>
            {PARTS.map(({ route, title, View }) => (
              <Route key={route} path={route}>
                <Titled title={title}>
                  <View />
                </Titled>
              </Route>
            ))}
            <Route path="/graphiql">
              <Titled title="No editor">
                <NoEditor />
              </Titled>
            </Route>
            <Route>
              <Titled title="Nothing here">
                <Lost />
              </Titled>
            </Route>
          </Switch>
        </Suspense>
      </Frame>
    </Router>
  );
}

/** Names the page until the view knows better. */
function Titled({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  useEffect(() => {
    document.title = title === "" ? "trade-graph" : `${title} · trade-graph`;
  }, [title]);
  return children;
}
