/** jq's own reader and writer copy all that is left, or all there is, for every byte: a whole catalog took minutes. */
const jqFile = "/jq-wasm/dist/build/jq.js";
const jqSteps: readonly (readonly [copying: string, moving: string])[] = [
  ["stdinBuffer = stdinBuffer.slice(1);", "stdinBuffer = stdinBuffer.subarray(1);"],
  [
    "const tmp = new Uint8Array(stdoutBuffer.length + 1);\n                tmp.set(stdoutBuffer, 0);",
    `const room = stdoutBuffer.buffer.byteLength;
                const { length } = stdoutBuffer;
                const kept = length < room ? stdoutBuffer : new Uint8Array(Math.max(4096, room * 2));
                if (kept !== stdoutBuffer) kept.set(stdoutBuffer);
                const tmp = new Uint8Array(kept.buffer, 0, length + 1);`,
  ],
];
export const jqWithoutCopies = {
  name: "jq-without-copies",
  transform: (code: string, id: string) => {
    if (!id.endsWith(jqFile)) return undefined;
    return jqSteps.reduce((text, [copying, moving]) => {
      if (!text.includes(copying)) throw new Error("jq-wasm reads and writes in another way now");
      return text.replace(copying, moving);
    }, code);
  },
};
