/** Colours of a letter: those of the screens' tokens, which a letter cannot refer to. */
export interface LetterColours {
  readonly paper: string
  readonly pane: string
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly sky: string
  readonly onSky: string
}

/** By day. */
export const lightLetter: LetterColours = {
  paper: '#fbfaf7',
  pane: '#ffffff',
  ink: '#16202b',
  soft: '#505c68',
  line: '#dad7cf',
  sky: '#0a5c8a',
  onSky: '#ffffff',
}

/** For whoever asks for dark. */
export const darkLetter: LetterColours = {
  paper: '#10161d',
  pane: '#18212b',
  ink: '#ecebe6',
  soft: '#aab4be',
  line: '#33404d',
  sky: '#85c6ee',
  onSky: '#0b1721',
}
