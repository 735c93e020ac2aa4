import type { AnchorHTMLAttributes, ReactNode } from "react";
import { Link as RoutedLink } from "wouter";
import { type Asked, pageOf, useLinkTo } from "./address.ts";

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href">;

/** A link to another view on the same days. */
export function ViewLink({ to, asked, ...rest }: Rest & { readonly to: string; readonly asked?: Asked; readonly children: ReactNode }) {
  const linkTo = useLinkTo();
  return <RoutedLink href={linkTo(to, asked)} {...rest} />;
}

/** A link to a node's page on the same days. */
export function NodeLink({ id, ...rest }: Rest & { readonly id: string; readonly children: ReactNode }) {
  return <ViewLink to={pageOf(id)} {...rest} />;
}
