/** What the wizard asks, and how a script says the same. */
interface Prompt {
  /** At the top of the screen. */
  title: string;
  /** A command and a flag of it that say it on a line. */
  flag: readonly [command: string, flag: string];
}

/** Nothing is asked that does not stand here. */
export const prompts = {
  scope: { title: "whose", flag: ["config add", "--project"] },
  provider: { title: "provider", flag: ["config add", "--provider"] },
  credential: { title: "credential", flag: ["auth login", "--key-stdin"] },
  key: { title: "credential", flag: ["auth login", "--key-stdin"] },
  "other-key": { title: "credential", flag: ["auth login", "--yes"] },
  passphrase: { title: "passphrase", flag: ["auth login", "--passphrase-fd"] },
  value: { title: "address", flag: ["config add", "--value"] },
  host: { title: "address", flag: ["auth login", "--trust-host"] },
  model: { title: "model", flag: ["config add", "--model"] },
  check: { title: "check", flag: ["auth status", "--check"] },
  checked: { title: "check", flag: ["auth status", "--check"] },
  plan: { title: "what will be written", flag: ["config add", "--dry-run"] },
} as const satisfies Record<string, Prompt>;

export type PromptName = keyof typeof prompts;
