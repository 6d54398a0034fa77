let decoder: InstanceType<typeof TextDecoder> | undefined;

/** Text of UTF-8, on every machine. Node's first `TextDecoder` takes ten times as long as its own way, which a port has. */
export function decodeText(bytes: Uint8Array): string {
  // a mark in front belongs to the text
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes);
}
