import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureOf } from "../../testing/failures.ts";
import { certificatesBesides } from "./http-certificates.ts";

const [one = "", two = "", three = ""] = rootCertificates;
let home: string;
let at = 0;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "modelforge-certificates-"));
});

afterAll(() => rmSync(home, { recursive: true }));

function file(text: string): string {
  at += 1;
  const path = join(home, `${at}.pem`);
  writeFileSync(path, text);
  return path;
}

/** Cut in its middle, where its base64 goes on being base64. */
const cut = (pem: string): string => `${pem.slice(0, 400)}\n-----END CERTIFICATE-----\n`;

describe("certificates to trust besides Node's own", () => {
  it("are none where nothing is named, or NODE_EXTRA_CA_CERTS alone", () => {
    expect(certificatesBesides({})).toEqual([]);
    expect(certificatesBesides({ SSL_CERT_FILE: "", NODE_EXTRA_CA_CERTS: "" })).toEqual([]);
    expect(certificatesBesides({ NODE_EXTRA_CA_CERTS: file(one) })).toEqual([]);
  });

  it("are none where SSL_CERT_FILE holds what Node knows, whatever stands around it", () => {
    const bundle = file(`# all of them\n${one}\r\n${two.replaceAll("\n", "\r\n")}\n${three}`);
    expect(certificatesBesides({ SSL_CERT_FILE: bundle })).toEqual([]);
  });
});

describe.each(["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"])("a file named by %s", (variable) => {
  const damaged = (): [what: string, path: string][] => {
    const directory = join(home, `${variable}-directory`);
    mkdirSync(directory);
    const pipe = join(home, `${variable}-pipe`);
    spawnSync("sh", ["-c", `mkfifo ${pipe}`]);
    return [
      ["no such file", join(home, "nowhere.pem")],
      ["empty", file("")],
      ["a key", file(one.replaceAll("CERTIFICATE", "PRIVATE KEY"))],
      ["binary", file("\u0030\u0082\u0001")],
      ["cut in its middle", file(`${one}\n${cut(two)}`)],
      ["cut at its end", file(`${one}\n${two.slice(0, 500)}`)],
      ["of other characters", file(one.replace(/\n[^-]{20}/, "\n!!!!!!!!!!!!!!!!!!!!"))],
      ["a directory", directory],
      ...(process.platform === "win32"
        ? []
        : ([
            ["a pipe that nobody writes to", pipe],
            ["endless", "/dev/zero"],
          ] as [string, string][])),
    ];
  };

  it("is named with its variable where it cannot be used, and nothing is waited for", () => {
    for (const [what, path] of damaged()) {
      const failure = failureOf(() => certificatesBesides({ [variable]: path }));
      expect([what, failure.code, failure.details.variable]).toEqual([
        what,
        "file.unreadable",
        variable,
      ]);
      expect(failure.message).toContain(path);
      expect(failure.hint).toContain(variable);
    }
  });
});
