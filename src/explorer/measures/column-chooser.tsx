import { useAddress } from "../app/address.ts";
import { Menu } from "../ui/menu.tsx";
import { COLUMNS, type ColumnName, USUAL } from "./columns.ts";
import type { State } from "./state.ts";

/** Which columns stand beside the title. */
export function ColumnChooser({ state }: { readonly state: State }) {
  const { set } = useAddress();
  const toggle = (name: ColumnName) => {
    const chosen = COLUMNS.map((column) => column.name).filter((other) => (other === name) !== state.columns.includes(other));
    const isUsual = chosen.length === USUAL.length && USUAL.every((other) => chosen.includes(other));
    // "title" stands for no other column: an empty value would be left out of the address, and mean the usual ones.
    set({ columns: isUsual ? undefined : chosen.join(",") || "title" }, { replace: true });
  };
  return (
    <Menu label="Columns">
      <ul className="measures-columns">
        {COLUMNS.filter(({ name }) => name !== "title").map(({ name, title }) => (
          <li key={name}>
            <label className="measures-choice">
              <input type="checkbox" checked={state.columns.includes(name)} onChange={() => toggle(name)} />
              <span>{title}</span>
            </label>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
