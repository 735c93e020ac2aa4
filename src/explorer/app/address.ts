import { createContext, useCallback, useContext, useMemo } from "react";
import { useLocation, useSearch } from "wouter";

/** What a view is asked by, apart from its path: the part of the address behind `?`. A link that is opened fresh looks the same. */
export type Asked = Readonly<Record<string, string | undefined>>;

/** The two days that every view has: null is no day, which means all of history, or all that is known today. */
export interface Days {
  /** The day as of which the world is shown, `YYYY-MM-DD`. */
  readonly on: string | null;
  /** The day as of whose knowledge it is shown, `YYYY-MM-DD`. */
  readonly known: string | null;
}

/** Where the views stand: at the root, or under `/embed` for frames in other pages. */
export const BASE = /^\/embed(\/|$)/.test(window.location.pathname) ? "/embed" : "";

/**
 * What stays when another view is opened: the days belong to the reader, not to the view. The frame gives it once for all links of a view, of which there may be
 * hundreds: each is drawn anew where a day changes, and as nothing else of the address does.
 */
export const Kept = createContext<Asked>({});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day as the address gives it, where it is one of the calendar; else null. */
export function dayOf(text: string | null | undefined): string | null {
  if (!text || !DAY.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}

/** The address without what is not said: empty values are left out, so that one state has one address. */
export function addressOf(path: string, asked: Asked): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined && value !== "") search.set(name, value);
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** What an address asks beside its days, as text: the same text where only a day has changed. */
export function withoutDays(search: URLSearchParams): string {
  const others = new URLSearchParams(search);
  for (const day of ["on", "known"]) others.delete(day);
  return others.toString();
}

/** The state of a view and how to change it. */
export interface Address {
  readonly path: string;
  readonly search: URLSearchParams;
  /** One value of the search; null where it is not there. */
  get(name: string): string | null;
  /** Changes some values of this view's address; undefined takes one out. `replace`: without an entry of its own in the browser's history, for what changes as a slider moves. */
  set(changes: Asked, options?: { readonly replace?: boolean }): void;
}

/** The address of the view that is open. */
export function useAddress(): Address {
  const [path, navigate] = useLocation();
  const text = useSearch();
  const search = useMemo(() => new URLSearchParams(text), [text]);
  const set = useCallback<Address["set"]>(
    (changes, options) => {
      // As the browser has it now: several changes in one turn must not undo each other.
      const now = Object.fromEntries(new URLSearchParams(window.location.search));
      navigate(`~${addressOf(window.location.pathname, { ...now, ...changes })}`, { replace: options?.replace ?? false });
    },
    [navigate],
  );
  return useMemo(() => ({ path, search, get: (name) => search.get(name), set }), [path, search, set]);
}

/** The days of the view that is open. */
export function useDays(): Days {
  const { search } = useAddress();
  const [on, known] = [dayOf(search.get("on")), dayOf(search.get("known"))];
  return useMemo(() => ({ on, known }), [on, known]);
}

/** The address of another view on the same days. */
export function useLinkTo(): (path: string, asked?: Asked) => string {
  const kept = useContext(Kept);
  return useCallback((path, asked = {}) => addressOf(path, { ...kept, ...asked }), [kept]);
}

/** Where a node's page is. Ids hold colons and may hold slashes of tariff lines, which stay. */
export const pageOf = (id: string): string => `/id/${id.split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":")}`;
