/**
 * What is signed to sign in with a certificate. It names the place, so that no other place can use it, and the sign-in (`proof`, which only
 * this place can make), so that it is good once; and says that it is no document, so that nobody signs one by it.
 */
export function signInChallenge(origin: string, proof: string): string {
  return [
    `Sign in at ${origin}. This is no document.`,
    `Вход на ${origin}. Это не документ.`,
    `${origin} сайтына кіру. Бұл құжат емес.`,
    proof,
    '',
  ].join('\n')
}
