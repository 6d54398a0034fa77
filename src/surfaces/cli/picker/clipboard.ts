import type { Drawn } from "../render/drawn.ts";
import type { Pen } from "./contract.ts";

/** OSC 52: the terminal puts the text into the clipboard, over ssh too. Many ask first or refuse. */
export function clipboardSequence(text: string, { drawn }: Pen): Drawn {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return drawn`\u001b]52;c;${btoa(bytes)}\u0007`;
}
