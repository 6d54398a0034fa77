/** OSC 52: the terminal puts the text into the clipboard, over ssh too. Many ask first or refuse. */
export function clipboardSequence(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return `\u001b]52;c;${btoa(bytes)}\u0007`;
}
