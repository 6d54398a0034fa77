import { type Measure, truncate } from "./width.ts";

// a word of a name that holds a digit; what stands between words is no part of it
const versionStart = /(?<=^|[-_.:@ ])(?=[a-z]*\d)/i;
// that word, and the short numbers behind it: 4-5, 3.5, v3.2
const versionItself = /^[a-z]*\d[a-z\d]*(?:[-.]\d{1,2}(?![a-z\d]))*/i;

/**
 * A ref cut in the middle: its provider stays, and from the version on all that there is room for, at least the
 * version itself. `amazon-bedrock/us.…4-5-20250929-v1:0`
 */
export function cutRef(ref: string, width: number, ellipsis: string, measure: Measure): string {
  if (measure(ref) <= width) return ref;
  const idAt = ref.indexOf("/") + 1;
  const provider = ref.slice(0, idAt);
  const id = ref.slice(idAt);
  const version = versionOf(id);
  const room = width - measure(provider) - ellipsis.length;
  const lead = room - measure(version);
  if (version !== "" && lead >= 0) {
    return provider + startOf(id, lead, measure) + ellipsis + version;
  }
  const [itself = ""] = versionItself.exec(version) ?? [];
  const trail = room - measure(itself) - ellipsis.length;
  if (itself !== "" && trail >= 0) {
    return provider + ellipsis + itself + ellipsis + endOf(version, trail, measure);
  }
  // without a version, or where there is hardly any room
  const shared = Math.max(0, room);
  if (provider === "" || shared < 2) return truncate(ref, width, ellipsis, measure);
  const end = endOf(id, Math.ceil(shared / 2), measure);
  return provider + startOf(id, shared - measure(end), measure) + ellipsis + end;
}

/** From the version in the last part of an id to its end; empty where there is none. */
function versionOf(id: string): string {
  const name = id.slice(id.lastIndexOf("/") + 1);
  const at = name.search(versionStart);
  return at < 0 ? "" : name.slice(at);
}

function startOf(text: string, width: number, measure: Measure): string {
  return truncate(text, width, "", measure);
}

function endOf(text: string, width: number, measure: Measure): string {
  const signs = Array.from(text);
  let kept = "";
  while (signs.length > 0) {
    const longer = (signs.pop() ?? "") + kept;
    if (measure(longer) > width) break;
    kept = longer;
  }
  return kept;
}
