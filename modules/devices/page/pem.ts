/** Certificates and keys as people have them: text between two lines that say what it is. RFC 7468. */

const LONGEST = 16_384

export function holdsCertificate(text: string): boolean {
  return isPem(text) && /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/.test(text)
}

/** A key that asks for a passphrase is of no use to a server that starts by itself. */
export function holdsKey(text: string): boolean {
  return isPem(text) && /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/.test(text) && !/ENCRYPTED/.test(text)
}

function isPem(text: string): boolean {
  return text.length <= LONGEST && /^\s*-----BEGIN [A-Z0-9 ]+-----[\s\S]*-----END [A-Z0-9 ]+-----\s*$/.test(text)
}
