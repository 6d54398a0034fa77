import { describe, expect, it } from "vitest";
import { holderOfStored } from "../find.ts";
import { whereTo } from "../where-to.ts";
import { hostUntrusted } from "./host-untrusted.ts";
import { mayGoTo } from "./may-go-to.ts";
import { signInPlaces, signsIn } from "./sign-in.ts";

const provider = "github-copilot";

/** An account that was signed in to at a host. */
function holderAt(host: string) {
  const signedIn = { host, expiresAt: null, endsAt: null };
  const kept = { secret: "x" };
  const index = { account: "default", active: true, lastFour: null, addedAt: null };
  return holderOfStored({ provider, ...index, signedIn, kept });
}

const trusting = {
  trusted: [{ provider, origin: "https://proxy.example" }],
  valueOf: () => undefined,
  isSecret: () => false,
};
const goes = (host: string, to: string) => mayGoTo(holderAt(host), new URL(to), trusting);

describe("what is got by signing in", () => {
  it("belongs to one provider, and to places that its host decides", () => {
    expect([signsIn(provider), signsIn("openai"), signsIn("constructor")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(signInPlaces(provider)).toEqual({
      host: "https://github.com",
      asks: "https://api.github.com",
      keys: undefined,
    });
    expect(signInPlaces(provider, "https://octo.ghe.com:8443")).toEqual({
      host: "https://octo.ghe.com:8443",
      asks: "https://api.octo.ghe.com:8443",
      keys: ["https://copilot-api.octo.ghe.com:8443"],
    });
    for (const one of [
      "http://127.0.0.1:9",
      "http://localhost:9",
      "https://10.0.0.5",
      "https://[fd00::5]",
    ]) {
      expect(signInPlaces(provider, one)).toEqual({ host: one, asks: one, keys: [one] });
    }
  });

  it("goes to the places of that host alone, whatever is trusted or written elsewhere", () => {
    const octo = "https://octo.ghe.com";
    expect(goes(octo, "https://copilot-api.octo.ghe.com/models")).toBe("allowed");
    for (const to of [
      "https://api.githubcopilot.com/models",
      "https://proxy.example/models",
      "https://copilot-api.octo.ghe.com:8443/models",
      "https://copilot-api.octo.ghe.com.evil.example/models",
      "https://octo.ghe.com/models",
    ]) {
      expect(goes(octo, to), to).toBe("elsewhere");
    }
    expect(goes(octo, "http://copilot-api.octo.ghe.com/models")).toBe("not-encrypted");
    expect(goes("http://10.0.0.5", "http://10.0.0.5/models")).toBe("not-encrypted");
    expect(goes("http://127.0.0.1:9", "http://127.0.0.1:9/models")).toBe("allowed");
    expect(whereTo(holderAt(octo), trusting).host).toBe("copilot-api.octo.ghe.com");
    const url = new URL("https://proxy.example/models");
    const { message, hint } = hostUntrusted(holderAt(octo), url, "elsewhere");
    expect(message).toContain("signing in elsewhere, and it belongs to copilot-api.octo.ghe.com");
    expect(hint).toBe("modelforge auth login github-copilot --host signs in at another host");
  });

  it("is an ordinary key where the sign-in was at the usual host", () => {
    expect(goes("https://github.com", "https://api.githubcopilot.com/models")).toBe("allowed");
    expect(goes("https://github.com", "https://proxy.example/models")).toBe("allowed");
    expect(goes("https://github.com", "https://evil.example/models")).toBe("host");
    expect(whereTo(holderAt("https://github.com"), trusting).host).toBe("api.githubcopilot.com");
  });
});
