export { type Found, foundOf } from './found.ts'
export { slipsFrom } from './slips.ts'
export { type AskedWord, askedWords, soughtWords } from './words.ts'
