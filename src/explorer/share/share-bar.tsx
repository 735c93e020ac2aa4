import { stringifyDocument } from "@urql/core";
import { useEffect, useState } from "react";
import { addressOf } from "../app/address.ts";
import { Menu } from "../ui/menu.tsx";
import { useMedia } from "../ui/use-media.ts";
import { copy } from "./copy.ts";
import { Cite, Download, Embed, mayEmbed } from "./panels.tsx";
import { type Asked, useShared } from "./shared.ts";
import "./share-bar.css";

/** Below this width all of it is in one menu: beside the two days there is room for no more. */
const NARROW = "(max-width: 1720px)";

/** What can be done with the open view: as GraphQL, cite, download, copy link, embed. */
export function ShareBar() {
  const shared = useShared();
  const isNarrow = useMedia(NARROW);
  if (!shared) return null;
  if (isNarrow) {
    return (
      <div className="share">
        <Menu label="Share">
          <div className="share-panel">
            <div className="row">
              {shared.asked && <AsGraphql asked={shared.asked} />}
              <CopyLink />
            </div>
            {shared.asked && <Download shared={shared} asked={shared.asked} />}
            <Cite shared={shared} />
            {mayEmbed() && <Embed shared={shared} />}
          </div>
        </Menu>
      </div>
    );
  }
  return (
    <div className="share">
      {shared.asked && <AsGraphql asked={shared.asked} />}
      <Menu label="Cite">
        <Cite shared={shared} />
      </Menu>
      {shared.asked && (
        <Menu label="Download">
          <Download shared={shared} asked={shared.asked} />
        </Menu>
      )}
      <CopyLink />
      {mayEmbed() && (
        <Menu label="Embed">
          <Embed shared={shared} />
        </Menu>
      )}
    </div>
  );
}

/** The question behind the view, in GraphiQL. */
function AsGraphql({ asked }: { readonly asked: Asked }) {
  const address = addressOf("/graphiql", { query: stringifyDocument(asked.document), variables: JSON.stringify(asked.variables, null, 2) });
  return (
    <a className="button" href={address}>
      As GraphQL
    </a>
  );
}

function CopyLink() {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => setSaid(""), 3_000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <button
      type="button"
      className="button"
      onClick={async () => setSaid((await copy(window.location.href)) ? "Link copied" : "Copy it from the address bar")}
    >
      <span aria-live="polite">{said || "Copy link"}</span>
    </button>
  );
}
