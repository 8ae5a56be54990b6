/** `typ` of the token by which a system asks for the certificate of its next key. */
export const renewalType = 'tereze-renewal+jwt'

const longest = 300
const skew = 30

/** Whether what a token says is: this member, this request, now. Said again, it says the same: nothing but this request is certified. */
export function isRenewal(payload: string, expected: { organisation: string; hash: string; now: Date }): boolean {
  try {
    const { iss, exp, req } = JSON.parse(payload) as Record<string, unknown>
    const seconds = expected.now.getTime() / 1000
    return (
      iss === expected.organisation &&
      req === expected.hash &&
      typeof exp === 'number' &&
      exp > seconds - skew &&
      exp <= seconds + longest + skew
    )
  } catch {
    return false
  }
}
