import type { PageClaims } from "../claim.ts";

export const troubleshootingCredentials: PageClaims = {
  page: "docs/guide/troubleshooting.md",
  claims: [
    {
      claim:
        "| `credential.host-untrusted` | A credential would have gone to a host that it does not belong to;",
      heldBy: [
        "src/credentials/hosts/host-untrusted.test.ts",
        "names both hosts, and the command that lets it",
      ],
    },
    {
      claim:
        "If you mean that host, `modelforge auth trust` with the provider and the address that the hint names lets it. |",
      heldBy: [
        "src/credentials/hosts/host-untrusted.test.ts",
        "names both hosts, and the command that lets it",
      ],
    },
  ],
  plain: [{ says: "nothing was sent.", because: "definition" }],
};
