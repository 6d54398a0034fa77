import { readUrl } from "../../system/url.ts";
import type { CliContext } from "./context.ts";
import { drawn } from "./render/drawn.ts";

/**
 * Opens the page that a provider names as its documentation, and prints its address; false where it names none that
 * can be opened.
 */
export async function openWebPage(
  context: CliContext,
  provider: { id: string; doc: string | null },
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
  context.print(drawn`${page.href}\n`);
  return true;
}
