import { create } from 'qrcode'
import type { ReactNode } from 'react'

/** A QR code as one path, dark on white in every theme, with its text beside it for those who cannot scan. */
export function QrCode(props: { text: string; label: string; children?: ReactNode }): ReactNode {
  const { modules } = create(props.text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column
      while (column < size && modules.get(row, column)) column += 1
      if (column > start) path += `M${start} ${row}h${column - start}v1H${start}z`
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
