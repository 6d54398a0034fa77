/** What says how a request is made, where it goes, or who asks: never for a file to say. */
const ofTheRequest: ReadonlySet<string> = new Set(
  [
    "accept accept-encoding accept-charset connection content-encoding content-length content-type",
    "cookie date expect host http2-settings keep-alive origin referer set-cookie te trailer",
    "transfer-encoding upgrade user-agent via forwarded x-real-ip",
  ].flatMap((line) => line.split(" ")),
);

/** Why a configuration may not have a header of that name sent; undefined where it may. */
export function whyNoHeader(name: string): string | undefined {
  if (!/^[!#$%&'*+.^_`|~\da-z-]{1,100}$/i.test(name)) return "is no name of a header";
  const lower = name.toLowerCase();
  if (lower === "authorization") return "carries the credential, which auth login keeps";
  const isOurs =
    ofTheRequest.has(lower) || /^(?:proxy|sec|access-control|x-forwarded)-/.test(lower);
  return isOurs ? "belongs to the request itself" : undefined;
}
