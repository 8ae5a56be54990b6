/** About where a network is. */
export interface NetworkPlace {
  /** Country, ISO 3166-1 alpha-2. */
  readonly country: string
  /** Code of the region where it is known, e.g. ISO 3166-2. */
  readonly region: string | null
  /** Degrees, north and east positive (WGS 84). */
  readonly latitude: number
  readonly longitude: number
  /** How far from there it may be, kilometres. */
  readonly radius: number
}

/** Says about where networks are. */
export interface NetworkPlaces {
  /** The place of an address of the internet; null where nobody knows. Rejects where the source cannot be asked. */
  find(address: string): Promise<NetworkPlace | null>
}
