/** Successive models of which the newer is not expected above, and why. */
const exceptions: readonly { newer: string; older: string; because: string }[] = [
  {
    newer: "sao10k/l31-70b-euryale-v2.2",
    older: "sao10k/l3.1-70b-euryale-v2.2",
    because: "one model under two spellings",
  },
];

export function exceptionFor(newer: string, older: string): string | undefined {
  return exceptions.find((one) => one.newer === newer && one.older === older)?.because;
}
