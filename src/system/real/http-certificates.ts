import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { SecureContext } from "node:tls";
import { ModelForgeError } from "../../failure.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Where certificates to trust besides Node's own are named. */
const variableNames = ["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"] as const;
// all authorities of a system take a quarter of a megabyte
const mostBytes = 16 * 1024 * 1024;

/**
 * What to trust, undefined for what Node trusts by itself: NODE_EXTRA_CA_CERTS is among it, but not beside a list of
 * our own, and SSL_CERT_FILE never. Node passes over a file it cannot use in silence; here it is said.
 *
 * Throws `file.unreadable`.
 */
export function trustedCertificates(variables: Variables): string[] | undefined {
  const named = variableNames.filter((variable) => (variables[variable] ?? "") !== "");
  if (named.length === 0) return undefined;
  const { rootCertificates } = process.getBuiltinModule("node:tls");
  const known = new Map(rootCertificates.map((pem) => [pem.replaceAll(/\s/g, ""), pem]));
  for (const variable of named) readCertificates(variables[variable] as string, variable, known);
  return named.includes("SSL_CERT_FILE") ? [...known.values()] : undefined;
}

/** The same as TLS takes it; none for what Node trusts by itself. Made once: reading them all takes long. */
export function secureContext(variables: Variables): { secureContext?: SecureContext } {
  const ca = trustedCertificates(variables);
  if (ca === undefined) return {};
  return { secureContext: process.getBuiltinModule("node:tls").createSecureContext({ ca }) };
}

const block = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^]*?(?:-----END [^\n]*|$)/g;

/** Adds what a file holds to what is known: reading a certificate takes long, and most files hold Node's own too. */
function readCertificates(path: string, variable: string, known: Map<string, string>): void {
  const found = readText(path, variable).match(block) ?? [];
  if (found.length === 0) throw unusable(variable, path, "holds no certificate in PEM form");
  const { X509Certificate } = process.getBuiltinModule("node:crypto");
  for (const [at, pem] of found.entries()) {
    const written = pem.replaceAll(/\s/g, "");
    if (known.has(written)) continue;
    try {
      void new X509Certificate(pem);
    } catch {
      throw unusable(variable, path, `is damaged in certificate ${at + 1} of ${found.length}`);
    }
    known.set(written, pem);
  }
}

function readText(path: string, variable: string): string {
  let descriptor: number | undefined;
  try {
    // a pipe that nobody writes to would be waited for
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const info = fstatSync(descriptor);
    if (!info.isFile() || info.size > mostBytes) {
      throw unusable(variable, path, "is no file of certificates");
    }
    return readFileSync(descriptor, "latin1");
  } catch (cause) {
    if (cause instanceof ModelForgeError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code;
    const why = startsNowhere(path) ? "a relative path, and the working directory is gone" : reason;
    throw new ModelForgeError("file.unreadable", {
      message: `cannot read the certificates in ${path}, named by ${variable} (${why})`,
      hint: `correct or unset ${variable}`,
      details: { path, variable, reason },
      cause,
    });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function startsNowhere(path: string): boolean {
  try {
    return resolve(path) === "";
  } catch {
    return true;
  }
}

function unusable(variable: string, path: string, what: string): ModelForgeError {
  return new ModelForgeError("file.unreadable", {
    message: `${path}, named by ${variable}, ${what}`,
    hint: `let ${variable} name a file of certificates in PEM form, or unset it`,
    details: { path, variable },
  });
}
