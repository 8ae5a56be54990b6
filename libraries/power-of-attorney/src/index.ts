export type { Fault, Giver, Named, PowerOfAttorney, StatedNumber } from './power-of-attorney.ts'
export { readPowerOfAttorney } from './read-power-of-attorney.ts'
