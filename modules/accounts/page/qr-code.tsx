import { create } from 'qrcode'

/** Light around it that readers need: ISO/IEC 18004 §6.3.8. */
const QUIET = 4

/** A QR code as a drawing: dark on white in every light, sharp at every size. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (bit, at) => (bit === 0 ? '' : `M${at % size} ${Math.floor(at / size)}h1v1h-1z`)).join('')
  const side = size + 2 * QUIET
  return (
    <svg viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={label} className="fj-qr" shapeRendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}
