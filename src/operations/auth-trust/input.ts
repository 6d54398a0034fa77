import { flag, text } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface AuthTrustInput {
  /** Absent: only what is trusted is given. */
  provider?: string;
  /** `proxy.example`, `proxy.example:8443`, `http://10.0.0.5:8000` */
  address?: string;
  /** Takes the trust away. */
  remove?: boolean;
}

export const authTrustFields: Fields<AuthTrustInput> = {
  provider: { kind: text("provider", "provider"), about: "whose credentials" },
  address: { kind: text("address"), about: "the host, host:port or URL that may have them" },
  remove: { kind: flag, about: "take the trust away again" },
};
