const names = /^\/(?:dev\/std(in|out|err)|(?:dev|proc\/(?:thread-)?self)\/fd\/0*(\d{1,9}))$/;
const standard = new Map([
  ["in", 0],
  ["out", 1],
  ["err", 2],
]);

/**
 * The number under which a shell hands over what a path names: 1 for `/dev/stdout`, 3 for `/dev/fd/3`; undefined for
 * every other path.
 */
export function handedOver(path: string): number | undefined {
  const plain = path.replaceAll(/\/(?:\.?\/)+/g, "/");
  const [named, stream = "", number] = names.exec(plain) ?? [];
  if (named === undefined) return undefined;
  return number === undefined ? standard.get(stream) : Number(number);
}
