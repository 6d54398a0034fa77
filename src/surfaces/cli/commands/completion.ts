import { ModelForgeError } from "../../../failure.ts";
import type { CliCommand } from "../command.ts";
import type { CliContext } from "../context.ts";
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
      completes: shells,
      about: shells.join(", "),
      read: (value) => readWord("completion for", value, shells),
    },
  ],
  flags: [],
  run: (context, { args }) => {
    const [named] = args;
    if (named === undefined) return Promise.resolve(shellsOf(context));
    const shell = readWord("completion for", named, shells);
    const script = scripts[shell];
    if (context.options.json === true)
      context.printJson({ result: { shell, script }, warnings: [] });
    else context.print(drawnLines(script));
    return Promise.resolve(undefined);
  },
};

/** Without a shell a program is told which there are; a person has to name one. */
function shellsOf(context: CliContext): undefined {
  if (context.options.json === true) {
    context.printJson({ result: { shells }, warnings: [] });
    return undefined;
  }
  throw new ModelForgeError("usage.missing-argument", {
    message: `the completion of which shell: ${shells.join(", ")}?`,
    hint: "modelforge completion bash",
    details: { known: shells },
  });
}
