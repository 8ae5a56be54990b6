export { blocksOf } from './blocks.ts'
export { type Evidence, type Feature, type Match, match, type Name, nameSimilarity } from './match.ts'
export { dateSimilarity, identifierSimilarity, textSimilarity } from './similarity.ts'
export { patronymicKey, spellingKey } from './spelling-key.ts'
