import type { Notebook } from "./findings.ts";
import { readTexts } from "./values.ts";

/** What other catalogs say for the media of models.dev. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["text", "text"],
  ["texts", "text"],
  ["application/json", "text"],
  ["image", "image"],
  ["images", "image"],
  ["audio", "audio"],
  ["speech", "audio"],
  ["video", "video"],
  ["videos", "video"],
  ["pdf", "pdf"],
  ["application/pdf", "pdf"],
  // what is no medium of models.dev but has a name that says all
  ["embedding", "embedding"],
  ["embeddings", "embedding"],
  ["vector", "embedding"],
  ["score", "score"],
  ["scores", "score"],
  ["file", "file"],
]);

// a MIME type begins with its medium
const mime = /^(text|image|audio|video)\/[^/]+$/;

// the words of models.dev
const usual = new Set<unknown>(["text", "image", "audio", "video", "pdf"]);

/** The media of a list in the words of models.dev, each once; one that nobody knows as it was written. */
export function readMedia(value: unknown, path: string, notebook: Notebook): string[] {
  // almost all of them
  if (areUsual(value)) return value.slice();
  const texts = readTexts(value, path, notebook);
  const listed =
    typeof value === "string" ? texts.flatMap((text) => text.split(/\s*[,+|]\s*/)) : texts;
  return [...new Set(listed.map((text) => readMedium(text, path, notebook)))];
}

function areUsual(value: unknown): value is string[] {
  if (!Array.isArray(value) || value.length > usual.size) return false;
  for (let at = 0; at < value.length; at += 1) {
    if (!usual.has(value[at]) || value.indexOf(value[at]) < at) return false;
  }
  return true;
}

function readMedium(text: string, path: string, notebook: Notebook): string {
  const lower = text.toLowerCase();
  const known = synonyms.get(lower) ?? mime.exec(lower)?.[1];
  if (known === undefined) notebook.odd(`${path}[]`, "not a known medium");
  else if (known !== text) notebook.spelled(`${path}[]`, "another word for a medium");
  return known ?? lower;
}
