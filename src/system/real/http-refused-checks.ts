/** Whether Node is asked not to check certificates, which is never obeyed here. */
export function asksForNoChecks(variables: Readonly<Record<string, string | undefined>>): boolean {
  return variables.NODE_TLS_REJECT_UNAUTHORIZED === "0";
}

/**
 * Opens a connection whose certificate is checked. Node would warn that it is not, on the stderr of whatever program
 * this is, from the variable alone. It reads it before `open` returns: connections of the program's own still find it.
 */
export function openChecked<T>(open: () => T): T {
  const { env } = process;
  if (!asksForNoChecks(env)) return open();
  const asked = env.NODE_TLS_REJECT_UNAUTHORIZED;
  delete env.NODE_TLS_REJECT_UNAUTHORIZED;
  try {
    return open();
  } finally {
    env.NODE_TLS_REJECT_UNAUTHORIZED = asked;
  }
}
