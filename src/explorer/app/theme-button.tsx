import { useEffect, useState } from "react";

const KEPT = "theme";
type Theme = "light" | "dark";

/** What the reader chose before; else what their system says. */
const chosen = (): Theme => {
  const kept = localStorage.getItem(KEPT);
  if (kept === "light" || kept === "dark") return kept;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

/** Light or dark. It is kept in this browser, and not in the address: who is sent a link reads it in their own light. */
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(chosen);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const other = theme === "dark" ? "light" : "dark";
  const choose = () => {
    localStorage.setItem(KEPT, other);
    setTheme(other);
  };
  return (
    <button
      type="button"
      className="button plain"
      aria-label={`Show in ${other} colours`}
      title={`Show in ${other} colours`}
      onClick={choose}
    >
      <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
    </button>
  );
}
