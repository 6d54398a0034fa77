/** How a program in WebAssembly begins where a module holds it as text: `\0asm`, version 1, in base64. */
const wasmAsText = /AGFzbQEAAA[A-D][A-Za-z0-9+/]{60,}={0,2}/g;

/** The programs in WebAssembly that a module or a bundle holds as text. */
export function binariesIn(source: string): Buffer[] {
  return [...source.matchAll(wasmAsText)].map(([text]) => Buffer.from(text, "base64"));
}
