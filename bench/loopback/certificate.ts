import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files of a certificate of this machine's own address that vouches for itself, and of its key. */
export interface Certificate {
  directory: string;
  path: string;
  key: string;
}

const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
const names = ["-subj", "/CN=bench", "-addext", "subjectAltName=IP:127.0.0.1"];

/** Undefined without openssl, or where it makes none. */
export function makeCertificate(): Certificate | undefined {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-bench-tls-"));
  const [path, key] = [join(directory, "certificate.pem"), join(directory, "key.pem")];
  const files = ["-keyout", key, "-out", path, "-days", "2"];
  const { status } = spawnSync("openssl", ["req", ...kind, ...names, ...files]);
  return status === 0 ? { directory, path, key } : undefined;
}
