/** Asks for a line of which nothing is shown, not even how long it is. */
export async function maskedPrompt(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process;
  const wasRaw = stdin.isRaw;
  // however the process ends, what is typed next is to be seen again
  const giveBack = (): void => void stdin.setRawMode(wasRaw);
  process.on("exit", giveBack);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  let line = "";
  try {
    return await new Promise<string | undefined>((resolve) => {
      const end = (answer: string | undefined): void => {
        stdin.off("data", hear);
        stdin.off("end", gone);
        resolve(answer);
      };
      const gone = (): void => end(undefined);
      const hear = (typed: string): void => {
        // the arrows and their like are no part of a key
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a terminal sends
        for (const key of typed.replaceAll(/\u001b(?:\[[\d;?]*[ -/]*[@-~]|O.)?/g, "")) {
          if (key === "\r" || key === "\n") return end(line);
          if (key === "\u0003" || key === "\u0004") return end(undefined);
          if (key === "\u007f" || key === "\b") line = Array.from(line).slice(0, -1).join("");
          else if (key === "\u0015") line = "";
          else line += key;
        }
      };
      stdin.on("data", hear);
      stdin.on("end", gone);
      stdin.resume();
      // whoever sees the question may type: nothing of it is shown from then on
      stderr.write(question);
    });
  } finally {
    process.off("exit", giveBack);
    giveBack();
    stdin.pause();
    stderr.write("\n");
  }
}
