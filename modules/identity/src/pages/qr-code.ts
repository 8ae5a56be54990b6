import { create } from 'qrcode'

/** A QR code (ISO/IEC 18004, error correction M) with its quiet zone, as the address of a picture. */
export function qrCodeAddress(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules.get(row, column) !== 0) path += `M${column} ${row}h1v1h-1z`
    }
  }
  const box = `-4 -4 ${size + 8} ${size + 8}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path fill="#fff" d="M-4-4h${size + 8}v${size + 8}h-${size + 8}z"/><path d="${path}"/></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
