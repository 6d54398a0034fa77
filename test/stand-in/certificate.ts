import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate that vouches for itself, with its key, for `https.createServer`. */
export interface Certificate {
  key: string;
  cert: string;
  /** Where the certificate lies: what NODE_EXTRA_CA_CERTS and SSL_CERT_FILE take. */
  path: string;
}

export const canMakeCertificate = (): boolean => spawnSync("openssl", ["version"]).status === 0;

/** Made anew for each test file. Names are like `DNS:models.test` and `IP:127.0.0.1`. */
export function makeCertificate(...names: string[]): Certificate {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-tls-"));
  const key = join(directory, "key.pem");
  const path = join(directory, "certificate.pem");
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const subject = ["-subj", "/CN=stand-in", "-addext", `subjectAltName=${names.join(",")}`];
  const files = ["-nodes", "-keyout", key, "-out", path, "-days", "2"];
  const made = spawnSync("openssl", ["req", "-x509", ...curve, ...subject, ...files]);
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${String(made.stderr)}`);
  return { key: readFileSync(key, "utf8"), cert: readFileSync(path, "utf8"), path };
}
