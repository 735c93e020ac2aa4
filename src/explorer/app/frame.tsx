import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useLocation } from "wouter";
import { EvidenceDrawer } from "../evidence/drawer.tsx";
import { ShareBar } from "../share/share-bar.tsx";
import { addressOf, BASE, Kept, useAddress, useDays } from "./address.ts";
import { DayBar } from "./day-bar.tsx";
import { ViewLink } from "./link.tsx";
import { SearchBox } from "./search-box.tsx";
import { ThemeButton } from "./theme-button.tsx";
import { VIEWS } from "./views.ts";
import "./frame.css";

/** What stands around every view: the name, the search box, the menu, the two days, and the drawer of evidence beside. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { on, known } = useDays();
  const kept = useMemo(() => ({ on: on ?? undefined, known: known ?? undefined }), [on, known]);
  return (
    <Kept value={kept}>
      <Parts>{children}</Parts>
    </Kept>
  );
}

function Parts({ children }: { readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const { path } = useAddress();
  const [, navigate] = useLocation();
  const before = useRef(path);
  useEffect(() => {
    // Another view begins at its top, for who reads it aloud too; the page's first view leaves the focus where it is.
    if (before.current === path) return;
    before.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  const body = (
    <div className="frame-body">
      <main id="main" ref={main} tabIndex={-1} className="frame-main">
        {children}
      </main>
      <EvidenceDrawer />
    </div>
  );
  if (BASE !== "") return <Embedded>{body}</Embedded>;
  return (
    <>
      <a className="skip" href="#main">
        Skip to the view
      </a>
      <header className="frame-head no-print">
        <ViewLink to="/" className="frame-name">
          trade-graph
        </ViewLink>
        {path === "/" ? <span /> : <SearchBox onChoose={(address) => navigate(address)} />}
        <nav aria-label="Views" className="frame-menu">
          {VIEWS.filter((view) => view.menu !== undefined).map(({ route, menu }) => {
            const to = route.split("/:")[0] ?? route;
            return (
              <ViewLink key={route} to={to} aria-current={path === to || path.startsWith(`${to}/`) ? "page" : undefined}>
                {menu}
              </ViewLink>
            );
          })}
          <a href="/graphiql">API</a>
          <a href="/docs">Docs</a>
        </nav>
        <ThemeButton />
      </header>
      <section aria-label="Days of this view, and what to do with it" className="frame-days no-print">
        <DayBar />
        <ShareBar />
      </section>
      {body}
    </>
  );
}

/** A view in another page's frame: no head, and a line below that leads to the whole. */
function Embedded({ children }: { readonly children: ReactNode }) {
  const { path, search } = useAddress();
  return (
    <>
      {children}
      <footer className="frame-foot small quiet">
        From trade-graph:{" "}
        <a href={addressOf(path, Object.fromEntries(search))} target="_blank" rel="noopener">
          open the whole page
        </a>
      </footer>
    </>
  );
}
