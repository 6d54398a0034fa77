import { readUrl } from "../../system/url.ts";
import type { CliContext } from "./context.ts";
import { drawn } from "./render/drawn.ts";

/**
 * Opens the page that a provider names as its documentation. `isText`: its address is printed; a document has that in it.
 * Whether that is all there is to print.
 */
export async function openWebPage(
  context: CliContext,
  provider: { id: string; doc: string | null },
  isText: boolean,
): Promise<boolean> {
  const page = provider.doc === null ? undefined : readUrl(provider.doc);
  if (page === undefined || !/^https?:$/.test(page.protocol)) {
    context.note(`the catalog names no page of ${provider.id}`);
    return false;
  }
  const isOpen = await context.machine.process.openPage(page);
  context.note(
    isOpen ? "opened in your browser" : "no browser could be started; set BROWSER to one",
  );
  if (isText) context.print(drawn`${page.href}\n`);
  return isText;
}
