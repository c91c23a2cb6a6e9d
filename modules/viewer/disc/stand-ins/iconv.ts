/** `iconv-lite` by the browser's own tables. They lack nothing that DICOM names, but for one spelling. */
const LABELS: Readonly<Record<string, string>> = { tis620: 'windows-874' }

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(LABELS[encoding] ?? encoding).decode(bytes)
}

function encode(): never {
  throw new Error('a viewer writes nothing')
}

const iconv = { decode, encode }
export { iconv as default }
