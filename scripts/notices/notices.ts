import { licencesOf, nameOf } from "./licences.ts";
import { packagesOf } from "./packages.ts";

const opening = `# Third-party notices

ModelForge's files contain these packages, or parts of them.
`;

/** What `THIRD-PARTY-NOTICES.md` says of the packages that modules are from. Throws where a licence is missing. */
export function noticesFor(modules: readonly string[]): string {
  const notices = new Map<string, Set<string>>();
  // the same package may lie in several folders
  for (const bundled of packagesOf(modules)) {
    const name = nameOf(bundled);
    const texts = notices.get(name) ?? new Set();
    for (const text of licencesOf(bundled)) texts.add(text);
    notices.set(name, texts);
  }
  return [opening, ...[...notices].map(([name, texts]) => noticeOf(name, [...texts]))].join("\n");
}

/** Texts as they are: some have headings of their own. */
function noticeOf(name: string, texts: readonly string[]): string {
  const blocks = texts.map((text) => `~~~~text\n${text}\n~~~~\n`);
  return `## ${name}\n\n${blocks.join("\n")}`;
}
