/** What is bundled under a licence whose text is in no file of its package. */
export interface LeftOut {
  /** The modules it stands for. */
  modules: RegExp;
  /** The package itself, or something that another package carries along. */
  of: "package" | "part";
  /** Why the text stands here. */
  reason: string;
  /** What one of the modules says, so that a newer version that says something else is noticed. */
  claim?: string;
  text: string;
}

const mit = (holder: string): string => `${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const meta = "Copyright (c) Meta Platforms, Inc. and affiliates.";

export const leftOut: readonly LeftOut[] = [
  {
    modules: /(^|\/)node_modules\/yoga-layout\//,
    of: "package",
    reason: "its package.json and its sources say MIT, and refer to a file that is not packed",
    claim: `${meta}\n *\n * This source code is licensed under the MIT license`,
    text: mit(`MIT License\n\n${meta}`),
  },
  {
    modules: /(^|\/)node_modules\/undici\/lib\/llhttp\//,
    of: "part",
    reason:
      "undici carries llhttp of the Node.js project along, as WebAssembly and without its licence",
    text: mit("llhttp\n\nCopyright Fedor Indutny, 2018."),
  },
];
