import type { CliCommand } from "../command.ts";
import { bashScript } from "../completion/scripts/bash.ts";
import { fishScript } from "../completion/scripts/fish.ts";
import { powershellScript } from "../completion/scripts/powershell.ts";
import { zshScript } from "../completion/scripts/zsh.ts";
import { readWord } from "../option-values.ts";
import { drawnLines } from "../render/drawn.ts";

const scripts = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
} as const;
const shells = Object.keys(scripts) as (keyof typeof scripts)[];

export const completion: CliCommand = {
  examples: [
    `echo 'eval "$(modelforge completion bash)"' >> ~/.bashrc`,
    `echo 'eval "$(modelforge completion zsh)"' >> ~/.zshrc`,
    "modelforge completion fish > ~/.config/fish/completions/modelforge.fish",
    "modelforge completion powershell >> $PROFILE",
  ],
  arguments: [
    {
      name: "shell",
      isNeeded: true,
      completes: shells,
      about: shells.join(", "),
      read: (value) => readWord("completion for", value, shells),
    },
  ],
  flags: [],
  run: (context, { args }) => {
    const shell = readWord("completion for", args[0] ?? "", shells);
    const script = scripts[shell];
    if (context.options.json === true)
      context.printJson({ result: { shell, script }, warnings: [] });
    else context.print(drawnLines(script));
    return Promise.resolve(undefined);
  },
};
