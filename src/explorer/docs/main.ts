import MiniSearch from "minisearch";
import "./docs.css";

/** A section of a page, as scripts/site.ts writes them into search.json. */
interface Section {
  /** Where it stands: `/docs/find#quota`. */
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

/** How many sections are shown of those that were found. */
const MOST = 12;

const theme = localStorage.getItem("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

let index: Promise<MiniSearch<Section>> | undefined;

/** The index of all sections, made when it is first asked. */
async function readIndex(): Promise<MiniSearch<Section>> {
  const response = await fetch("/docs/search.json");
  const search = new MiniSearch<Section>({
    fields: ["title", "page", "text"],
    storeFields: ["title", "page"],
    searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: "AND" },
  });
  search.addAll((await response.json()) as readonly Section[]);
  return search;
}

/** A section that was found, as a link in the list. */
function hit({ id, title, page }: Record<string, unknown>): HTMLLIElement {
  const link = document.createElement("a");
  link.href = String(id);
  link.textContent = String(title);
  const where = document.createElement("span");
  where.className = "small quiet";
  where.textContent = title === page ? "" : ` ${String(page)}`;
  link.append(where);
  const item = document.createElement("li");
  item.append(link);
  return item;
}

const form = document.querySelector<HTMLFormElement>(".docs-search form");
const input = form?.querySelector("input");
const list = form?.querySelector("ol");

/** Shows what the words find; nothing where there are none. */
async function find(): Promise<void> {
  if (!input || !list) return;
  const words = input.value.trim();
  index ??= readIndex();
  const found = words === "" ? [] : (await index).search(words).slice(0, MOST);
  // Typed on meanwhile: the answer to that is on its way.
  if (input.value.trim() !== words) return;
  const nothing = document.createElement("li");
  nothing.textContent = "Nothing is found.";
  list.replaceChildren(...(found.length > 0 ? found.map(hit) : [nothing]));
  list.hidden = words === "";
}

/** Goes through the links of the list by arrows; Escape closes it. */
function move(event: KeyboardEvent): void {
  if (!input || !list) return;
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") list.hidden = true;
  else if (step !== undefined && !list.hidden) {
    event.preventDefault();
    (links[at + step] ?? input).focus();
  }
}

input?.addEventListener("input", () => void find());
form?.addEventListener("keydown", move);
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const first = list?.hidden === false ? list.querySelector("a") : null;
  if (first) window.location.assign(first.href);
});
document.addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof HTMLInputElement;
  if ((event.key === "/" && !isTyping) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    input?.focus();
  }
});
