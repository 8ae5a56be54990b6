/** The bytes of a file that somebody chose, in base64. */
export async function readBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const portion = 32_766
  let text = ''
  for (let from = 0; from < bytes.length; from += portion)
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + portion)))
  return text
}
