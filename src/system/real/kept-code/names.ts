/** The names kept code is under, and no others are ever removed: `info_warm_9f86d081884c7d65_v20.20.2-linux-x64_1f3a09c2.bin`. */
export const keptName =
  /^[a-z-]{2,20}_[a-z-]{2,40}_[0-9a-f]{16}_v[\w.+-]{5,60}_[0-9a-f]{8}\.bin(?:\.\d+-\d+\.tmp)?$/;

/** Being written, or left by a process that was killed: `….bin.4711-1764167234567.tmp`. */
export const isUnfinished = (name: string): boolean => name.endsWith(".tmp");

/**
 * @param word the command: what another one compiled would cost it time to read
 * @param file `warm.js`
 * @param digest of the script as the build made it
 * @param directory the script lies in: two installations do not overwrite each other's
 */
export function nameOf(word: string, file: string, digest: string, directory: string): string {
  const { version, platform, arch } = process;
  const script = file.slice(0, file.indexOf("."));
  return `${word}_${script}_${digest}_${version}-${platform}-${arch}_${sumOfPlace(directory)}.bin`;
}

/** V8 takes code back only under the flags it was compiled with, so they are part of the place. */
function sumOfPlace(directory: string): string {
  const { execPath, execArgv, env } = process;
  const place = [directory, execPath, ...execArgv, env.NODE_OPTIONS ?? ""].join("\n");
  let sum = 0;
  for (let at = 0; at < place.length; at += 1)
    sum = (Math.imul(sum, 31) + place.charCodeAt(at)) | 0;
  return (sum >>> 0).toString(16).padStart(8, "0");
}
