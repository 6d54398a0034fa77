// what every name of a secret has in it, what a long word is, and a name with a password
const anySign =
  /auth|basic|bearer|chiave|clave|contrase|cookie|credential|jwt|kennwort|key|motdepasse|pass|pat|pwd|schl|secret|senha|token|wachtwoord|user|-u|[a-z\d]{20}/i;

/** Whether a text may hold what its place or its name makes secret: most do not, and to find out what takes much more. */
export function mayHoldSecret(text: string): boolean {
  return anySign.test(text);
}
