import { isRecord } from "./values.ts";

/** The first address in a map of protocols: `{"chat-completions": {"base_url": "https://…"}}`; null where there is none. */
export function baseUrlIn(api: unknown): string | null {
  if (!isRecord(api)) return null;
  for (const protocol of Object.values(api)) {
    const url = isRecord(protocol) ? protocol.base_url : undefined;
    if (typeof url === "string" && url.trim() !== "") return url.trim();
  }
  return null;
}
