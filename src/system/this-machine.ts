/** 127.0.0.1 and its like may be written as IPv6. */
const addresses = /^(127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/;
const names = /^(?:[^.]+\.)*localhost\.?$/;

/**
 * Whether the host of a `URL` is this machine, to which alone plain http is spoken and for which no proxy is asked:
 * all of 127.0.0.0/8 and `::1`, and the names that `isNameOfThisMachine`.
 */
export function isThisMachine(hostname: string): boolean {
  return addresses.test(hostname) || isNameOfThisMachine(hostname);
}

/** Ranges that no address of the internet is in, and names that no public resolver answers. */
const privateHosts = [
  /^10(\.\d{1,3}){3}$/,
  /^172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}$/,
  /^192\.168(\.\d{1,3}){2}$/,
  /^169\.254(\.\d{1,3}){2}$/,
  /^\[f[cd][\da-f]{2}:/,
  /^\[fe[89ab][\da-f]:/,
  /^[^.:[\]]+$/,
  /\.(?:local|internal|home\.arpa|lan)\.?$/,
];

/** Whether the host of a `URL` is one of a network of one's own, or this machine. */
export function isPrivateHost(hostname: string): boolean {
  return isThisMachine(hostname) || privateHosts.some((form) => form.test(hostname));
}

/** `localhost` and what ends in `.localhost`, with or without a last dot: names that no resolver is asked for. */
export function isNameOfThisMachine(hostname: string): boolean {
  return names.test(hostname);
}
