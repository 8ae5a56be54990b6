/** A wallet at the command line: `node examples/wallet/run.mjs take LINK NUMBER`. See README.md. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { exportJWK } from 'jose'
import { createWallet, Refused } from './wallet.mjs'

const usage = `Usage:
  node examples/wallet/run.mjs take LINK NUMBER     fetch what a code of the cabinet offers
  node examples/wallet/run.mjs list                 what is in the wallet
  node examples/wallet/run.mjs show LINK [N]        answer an official's question with the N-th credential
  node examples/wallet/run.mjs refuse LINK          refuse to answer
  node examples/wallet/run.mjs text [N]             the N-th credential as a text, for /verify/credential
Option: --file FILE, where the wallet keeps its key and credentials (.tereze/demo/wallet.json)`

function giveUp(code, ...lines) {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(code)
}
const say = text => process.stdout.write(`${text}\n`)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string', default: '.tereze/demo/wallet.json' } },
})
const [verb, link, third] = positionals
const kept = await readFile(values.file, 'utf8').then(JSON.parse, () => ({ key: null, credentials: [] }))
const wallet = await createWallet({ privateJwk: kept.key })

async function keep(credentials) {
  await mkdir(dirname(values.file), { recursive: true })
  const key = await exportJWK(wallet.key.privateKey)
  await writeFile(values.file, JSON.stringify({ key, credentials }, null, 2), { mode: 0o600 })
}

function chosen(number = '1') {
  const credential = kept.credentials[Number(number) - 1]
  return credential ?? giveUp(2, `There is no credential ${number} in ${values.file}.`, usage)
}

function tell(credential, number) {
  say(`${number}.`)
  for (const { path, value } of wallet.claimsOf(credential))
    if (!['cnf', 'status'].includes(path[0])) say(`   ${path.join('.')}: ${value}`)
}

const verbs = {
  async take() {
    const { credentials } = await wallet.takeOffer(link, third ?? '')
    await keep([...kept.credentials, ...credentials])
    for (const [index, credential] of credentials.entries()) tell(credential, kept.credentials.length + index + 1)
  },
  async list() {
    for (const [index, credential] of kept.credentials.entries()) tell(credential, index + 1)
  },
  async show() {
    const question = await wallet.readQuestion(link)
    say(`${question.client_metadata.client_name} asks for ${question.asks.map(path => path.join('.')).join(', ')}`)
    const answered = await wallet.answer(question, chosen(third))
    say(answered?.redirect_uri === undefined ? 'Shown.' : `Shown. Go on at ${answered.redirect_uri}`)
  },
  async refuse() {
    await wallet.answer(await wallet.readQuestion(link), null)
    say('Refused.')
  },
  async text() {
    say(chosen(link))
  },
}

const run = verbs[verb]
if (run === undefined || (['take', 'show', 'refuse'].includes(verb) && link === undefined)) giveUp(2, usage)
try {
  await run()
} catch (error) {
  const silent = error.cause?.code !== undefined
  if (!(error instanceof Refused) && !silent) throw error
  giveUp(1, silent ? `Nobody answers there (${error.cause.code}). Is the platform running?` : error.message)
}
