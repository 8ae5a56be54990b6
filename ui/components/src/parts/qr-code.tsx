import { create } from 'qrcode'
import type { ReactNode } from 'react'

/** A QR code as one path, dark on white in every theme, with its text beside it for those who cannot scan. */
export function QrCode(props: { text: string; label: string; children?: ReactNode }): ReactNode {
  const { modules } = create(props.text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
    }
  }
  return (
    <div className="qr">
      <svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={props.label} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      {props.children}
    </div>
  )
}
