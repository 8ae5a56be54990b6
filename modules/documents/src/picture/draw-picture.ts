import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Picture } from '../contract/index.ts'
import { qrCode } from './qr-code.ts'

/** Noto Sans has every letter of Kazakh and the tenge sign. */
const fonts = [
  import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
]

/** The page could not be set. */
export class PictureBroken extends Error {}

/** Old results of the compiler's own memory are dropped after so many pages. */
const rememberedPages = 5

/** Pages that are set: as a file, and as one drawing of all pages for screens. */
export interface SetPages {
  /** PDF 1.7, tagged: PDF/A-2a (ISO 19005-2), which archives take, unless another standard is asked for. */
  pdf(standard?: 'a-2a' | 'ua-1'): Uint8Array
  /** SVG 1.1, letters as shapes, pages one below the other. */
  svg(): string
}

/** Makes the function that sets the pages of documents. Setting takes some ten milliseconds of this thread; fonts are read once. */
export function createDrawing(): (picture: Picture) => SetPages {
  const set = createSetting('./document.typ', 'picture')
  return picture => set({ ...picture, qr: qrCode(picture.verifyUrl) })
}

/**
 * Makes the function that sets pages from a source beside this file: its data come as JSON under a name. The same data give the same bytes.
 * The compiler writes one standard into a file; that pages keep PDF/UA-1 (ISO 14289-1) too is tested by setting them as that.
 */
export function createSetting(file: string, name: string): (data: object) => SetPages {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({
    // The compiler may read files below its workspace only: this folder holds nothing but the page itself.
    workspace: fileURLToPath(new URL('.', import.meta.url)),
    fontArgs: [{ fontBlobs: fonts.map(font => readFileSync(new URL(font))) }],
  })
  return data => {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { [name]: JSON.stringify(data) } })
    compiler.evictCache(rememberedPages)
    const pages = compiled.result
    if (pages === null) {
      throw new PictureBroken(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'))
    }
    return {
      pdf: (standard = 'a-2a') => compiler.pdf(pages, { pdfStandard: standard }),
      svg: () => compiler.plainSvg(pages),
    }
  }
}
