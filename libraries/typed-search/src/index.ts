export { slipsFrom } from './slips.ts'
export { type AskedWord, askedWords, soughtWords } from './words.ts'
