import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Picture } from '../contract/index.ts'
import { qrCode } from './qr-code.ts'

/** Noto Sans has every letter of Kazakh and the tenge sign. */
const fonts = [
  import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
]

/** The page could not be set. */
export class PictureBroken extends Error {}

/** Old results of the compiler's own memory are dropped after so many pages. */
const rememberedPages = 5

/**
 * Makes the function that draws pages: PDF 1.7, tagged, PDF/UA-1 (ISO 14289-1). The same picture gives the same bytes.
 * Setting a page takes some ten milliseconds of this thread; fonts are read once.
 */
export function createDrawing(): (picture: Picture) => Uint8Array {
  const set = createSetting('./document.typ', 'picture')
  return picture => set({ ...picture, qr: qrCode(picture.verifyUrl) })
}

/**
 * Makes the function that sets pages from a source beside this file: its data come as JSON under a name. PDF 1.7, tagged,
 * PDF/UA-1.
 */
export function createSetting(file: string, name: string): (data: object) => Uint8Array {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({
    // The compiler may read files below its workspace only: this folder holds nothing but the page itself.
    workspace: fileURLToPath(new URL('.', import.meta.url)),
    fontArgs: [{ fontBlobs: fonts.map(font => readFileSync(new URL(font))) }],
  })
  return data => {
    const result = compiler.compile({ mainFileContent: source, inputs: { [name]: JSON.stringify(data) } })
    if (result.result === null) {
      throw new PictureBroken(JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'))
    }
    const bytes = compiler.pdf(result.result, { pdfStandard: 'ua-1' })
    compiler.evictCache(rememberedPages)
    return bytes
  }
}
