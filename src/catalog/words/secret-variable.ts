const secretName = /(KEY|TOKEN|SECRET|CREDENTIALS|PAT|PASSWORD)(_|$)/i;

/** Whether a variable holds a secret, as far as its name tells. */
export function isSecretVariable(name: string): boolean {
  return secretName.test(name);
}
