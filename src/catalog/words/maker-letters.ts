/** Without separators, and without what is added to a name to get a free account: `zai-org`, `deepseek-ai`. */
export function makerLetters(name: string): string {
  const letters = name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return letters.replace(/(?<=.{3})(?:ai|org|llama|labs?)$/, "");
}
