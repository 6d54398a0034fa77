import { jsonFault } from "../catalog/parse/json-fault.ts";
import { notText, notUtf8, wideEncoding } from "../catalog/words/text-encoding.ts";
import { ModelForgeError } from "../failure.ts";

const checkSource = "check MODELFORGE_URL";
const cutShort = `it may have been cut short on its way; try again, or ${checkSource}`;

/** What files that hold something else begin with, and what to do about it. */
const otherFiles: readonly { bytes: readonly number[]; is: string; hint: string }[] = [
  { bytes: [0x1f, 0x8b], is: "compressed with gzip", hint: "unpack it with gunzip" },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], is: "compressed with zstd", hint: "unpack it with unzstd" },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], is: "compressed with xz", hint: "unpack it with unxz" },
  { bytes: [0x42, 0x5a, 0x68], is: "compressed with bzip2", hint: "unpack it with bunzip2" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: "a zip archive", hint: "unpack it" },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: "a PDF", hint: checkSource },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], is: "a database of SQLite", hint: checkSource },
];

/** The same of texts, by how they begin. */
const otherTexts: readonly { pattern: RegExp; is: string; hint: string }[] = [
  { pattern: /^version https:\/\/git-lfs/, is: "a pointer of Git LFS", hint: "run git lfs pull" },
  { pattern: /^</, is: "HTML or XML", hint: checkSource },
  { pattern: /^(?:import|export|module|const|var|let)\b/, is: "JavaScript", hint: checkSource },
  { pattern: /^(?:\/\/|\/\*)/, is: "JSON with comments", hint: "take the comments out" },
  { pattern: /^(?:---|#|[\w"'-]+:(?:\s|$))/, is: "YAML", hint: "write it as JSON" },
  { pattern: /^[\w.-]+\s*=/, is: "TOML", hint: "write it as JSON" },
];

/** Why bytes are no catalog, or no facts, once they were found to be no JSON: what they are instead, or where they go wrong. */
export function notJson(bytes: Uint8Array, name = "the catalog"): ModelForgeError {
  const broken = (why: string, hint: string, details = {}): ModelForgeError =>
    new ModelForgeError("catalog.broken", {
      message: `${name} is ${why}`,
      hint,
      details: { bytes: bytes.length, ...details },
    });
  const other = otherFiles.find((file) => file.bytes.every((byte, at) => bytes[at] === byte));
  if (other !== undefined) return broken(`no JSON: it is ${other.is}`, other.hint);
  // what begins as JSON does is JSON that is broken
  const alien = wideEncoding(bytes) === undefined && !beginsAsJson(bytes) && notText(bytes);
  if (alien)
    return broken(`no JSON: it is no text: ${alien.how}`, checkSource, { offset: alien.offset });
  const misfit = notUtf8(bytes);
  if (misfit !== undefined) {
    const { how, offset } = misfit;
    return broken(`not UTF-8: ${how}`, "save it as UTF-8, the only encoding of JSON", { offset });
  }
  const fault = jsonFault(bytes);
  if (fault !== undefined) {
    const { line, column, what, isCut } = fault;
    const hint = isCut ? cutShort : `correct it there, or ${checkSource}`;
    return broken(`no JSON: line ${line}, column ${column}: ${what}`, hint, { line, column });
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 24)).trim();
  if (start === "") return broken("no JSON: it is empty", cutShort);
  const text = otherTexts.find(({ pattern }) => pattern.test(start));
  const looks = text === undefined ? "" : `; it looks like ${text.is}`;
  const how = `${bytes.length} bytes that begin with ${JSON.stringify(start)}${looks}`;
  return broken(`no JSON: ${how}`, text?.hint ?? checkSource);
}

function beginsAsJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 24)).trim();
  return start.startsWith("{") || start.startsWith("[");
}
