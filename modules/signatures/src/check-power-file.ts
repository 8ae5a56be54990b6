import { getOrganisation, type Package, packages, textOf } from '@tereze/catalogue/contract'
import { localDate, type ProtocolContext } from '@tereze/foundation-operations'
import { type Refused, refuse, type Text } from '@tereze/operation'
import { type Named, readPowerOfAttorney } from '@tereze/power-of-attorney'
import { askChain } from './ask-chain.ts'
import { checkSignedFile } from './check-signed-file.ts'
import type { CheckedSignature } from './contract/check.ts'
import { type PowerCheck, type PowerParty, powerUnreadable } from './contract/power-file.ts'
import { powersRegistry } from './ports/powers-registry.ts'
import { type AttorneyCodes, decidePowerFile, isOfJurisdiction, numbersIn } from './rules/decide-power-file.ts'

interface CodesFile {
  readonly numbers: readonly { readonly attribute: string; readonly kind: string; readonly pattern: string }[]
  readonly codes: readonly {
    readonly code: string
    readonly powers: readonly string[]
    readonly services?: readonly string[]
  }[]
}

function codesIn(pack: Package): AttorneyCodes[] {
  const file = pack.json.get('attorney-codes.json') as unknown as CodesFile | undefined
  if (file === undefined) return []
  return [
    {
      numbers: file.numbers.map(rule => ({ ...rule, pattern: new RegExp(rule.pattern) })),
      codes: new Map(file.codes.map(({ code, powers, services = null }) => [code, { powers, services }])),
    },
  ]
}

/** The words of a code of the own classifier, as the published access package has them. */
function titleOf(pack: Package | undefined, code: string): Text {
  const key = `power.${code}`
  return pack?.messages.keys().includes(key) ? textOf(pack, key) : { en: code, ru: code, kk: code }
}

/** The signature of a power: inside the file (XMLDSig), or beside it (CMS). */
async function signatureOf(
  context: ProtocolContext,
  file: Uint8Array,
  beside: Uint8Array | null,
): Promise<CheckedSignature | null> {
  const checked = await checkSignedFile(
    context,
    beside === null ? { file, content: null } : { file: beside, content: file },
  )
  const own = checked.signatures.filter(({ isTimestamp }) => !isTimestamp)
  return own.find(({ verdict }) => verdict === 'valid') ?? own[0] ?? null
}

/** A power of attorney that came as a file, with its signature where that stands beside it. */
export interface PowerFile {
  readonly file: Uint8Array
  readonly signature: Uint8Array | null
}

/** Checks a machine-readable power: form, signature, term, register, and what its codes allow. Nothing of the file is kept. */
export async function checkPowerFile(
  context: ProtocolContext,
  { file, signature: beside }: PowerFile,
): Promise<PowerCheck | Refused<'signatures.power-unreadable'>> {
  const read = readPowerOfAttorney(new TextDecoder('utf-8').decode(file))
  if ('fault' in read) {
    const { code, element } = read.fault
    return refuse(powerUnreadable, {
      pointer: '/file',
      params: { fault: code.replaceAll('-', '_'), element: element === '' ? 'none' : element },
    })
  }
  const { power } = read
  const all = context.port(packages)
  const codes =
    all
      .list('jurisdiction')
      .flatMap(codesIn)
      .find(one => isOfJurisdiction(power, one)) ?? null
  const registry = context.port(powersRegistry)
  const chain = await askChain(registry, power.under)
  const signature = await signatureOf(context, file, beside)
  const checkedOn = localDate(context.now, getOrganisation(all, 'platform').zone)
  const { allows, scopes, unknown, faults } = decidePowerFile(power, {
    codes,
    signature,
    registered: registry === null ? null : await registry.ask(power.number),
    above: chain.map(({ answer }) => answer),
    today: checkedOn,
  })
  const party = ({ name, numbers }: Named): PowerParty => ({
    name,
    numbers: codes === null ? [] : numbersIn(numbers, codes),
  })
  const [access] = all.list('access')
  const { number, under, from, until, givingOn, jointly } = power
  return {
    number,
    under,
    from,
    until,
    givingOn,
    jointly,
    principals: power.principals.map(party),
    givers: power.givers.map(party),
    delegates: power.delegates.map(party),
    allows: allows.map(code => ({ code, title: titleOf(access, code) })),
    scopes: scopes.map(scope => ({
      codes: [...scope.codes],
      services: scope.services === null ? null : [...scope.services],
    })),
    above: chain.map(({ number: one }) => one),
    unknown: [...unknown],
    faults: [...faults],
    signature,
    checkedOn,
  }
}
