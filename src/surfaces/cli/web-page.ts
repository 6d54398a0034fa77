import { beginningOf, said } from "../../catalog/words/said.ts";
import { showAddress } from "../../system/address.ts";
import { readUrl } from "../../system/url.ts";
import type { CliContext } from "./context.ts";
import { drawn } from "./render/drawn.ts";

/**
 * Opens the page that a provider names as its documentation. `isText`: its address is printed; a document has that in it.
 * Whether that is all there is to print.
 */
export async function openWebPage(
  context: CliContext,
  { id, doc }: { id: string; doc: string | null },
  isText: boolean,
): Promise<boolean> {
  if (doc === null) {
    context.note(`the catalog names no page of ${id}`);
    return false;
  }
  const page = hasNoScheme(doc) ? undefined : readUrl(doc);
  const whyNot = whyNotOpened(page);
  if (page === undefined || whyNot !== undefined) {
    const address = shown(doc, page);
    context.note(`the page that the catalog names of ${id} was not opened: ${address} ${whyNot}`);
    return false;
  }
  const isOpen = await context.machine.process.openPage(page);
  context.note(
    isOpen ? "opened in your browser" : "no browser could be started; set BROWSER to one",
  );
  if (isText) context.print(drawn`${page.href}\n`);
  return isText;
}

/** `docs.example.com:8080/x`, `localhost:80`, `me:pw@docs.example.com`: what stands before the colon is a name. */
function hasNoScheme(doc: string): boolean {
  return /^\s*(?!mailto:|https?:)(?:[^/:]*\.[^/:]*:|[^/:]+:(?:\d+(?:\/|$)|[^/]*@))/i.test(doc);
}

/** Only a page of the web is: other addresses run a program, read a file, or take somebody's name and password along. */
function whyNotOpened(page: URL | undefined): string | undefined {
  if (page === undefined) return "is no address with http:// or https:// in front";
  const { protocol, username, password } = page;
  if (!/^https?:$/.test(protocol)) return `is a ${protocol} address, not one of http or https`;
  return username === "" && password === "" ? undefined : "holds a user name or a password";
}

/** As it stands, but for what may be a password. */
function shown(doc: string, page: URL | undefined): string {
  const mayHoldSecret = doc.includes("@") && page?.protocol !== "mailto:";
  return mayHoldSecret ? showAddress(page ?? doc) : said(beginningOf(doc));
}
