/** Reports a birth: `node examples/maternity-ward/report.mjs --mother DM-…`. See README.md. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { deliver, newMessage, signMessage, Unreachable } from './sign.mjs'

const system = 'maternity-information-system'
const options = {
  platform: { type: 'string', default: 'http://localhost:8080' },
  key: { type: 'string' },
  ward: { type: 'string', default: 'maternity-ward-north' },
  mother: { type: 'string' },
  document: { type: 'string' },
  country: { type: 'string' },
  born: { type: 'string' },
  sex: { type: 'string', default: 'female' },
  'born-at': { type: 'string', default: new Date(Date.now() - 3_600_000).toISOString() },
  number: { type: 'string', default: `N-${Date.now()}` },
  repeat: { type: 'string' },
  language: { type: 'string', default: 'en' },
}

/** Says what is wrong and the way out, and ends. */
function giveUp(code, ...lines) {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(code)
}

function readOptions() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return giveUp(
      2,
      error.message,
      `Usage: node examples/maternity-ward/report.mjs ${Object.keys(options)
        .map(name => `[--${name} …]`)
        .join(' ')}`,
      'What each is: examples/maternity-ward/README.md',
    )
  }
}

const values = readOptions()
const region = values.ward.endsWith('south') ? 'south' : 'north'
const keyFile = values.key ?? `.tereze/demo/members/${values.ward}.${system}.jwk.json`

/** Number of the first person of the demo's story; the platform writes it beside the keys. */
async function firstOfStory() {
  const story = await readFile(join(dirname(keyFile), '..', 'story.json'), 'utf8').then(JSON.parse, () => ({
    people: [],
  }))
  return story.people.find(({ identifier }) => identifier !== null)?.identifier
}

async function motherOf() {
  if (values.document !== undefined) {
    return {
      document: { kind: 'passport', number: values.document, country: values.country ?? '' },
      born: values.born ?? '',
    }
  }
  const identifier = values.mother ?? (await firstOfStory())
  if (identifier !== undefined) return { identifier }
  return giveUp(
    2,
    'Say who the mother is: --mother DM-…, or --document NUMBER --country XW --born 1994-04-11.',
    'The numbers of the story\u2019s people are printed by npm start.',
  )
}

const jwk = await readFile(keyFile, 'utf8').then(JSON.parse, () =>
  giveUp(2, `No key can be read at ${keyFile}. The demo makes it at its first start; or say --key.`),
)
const mother = await motherOf()
const message = newMessage({
  contract: 'civil-registry.birth-notification@1',
  consumer: values.ward,
  system,
  provider: 'civil-registry',
  purpose: 'birth-registration',
  body: {
    notificationId: values.repeat ?? values.number,
    mother,
    child: { sex: values.sex, bornAt: values['born-at'], weight: 3420, length: 52 },
    region,
  },
})
const answer = await deliver(values.platform, signMessage(message, jwk), values.language).catch(error => {
  if (!(error instanceof Unreachable)) throw error
  process.stderr.write(`${error.message}. Start the platform with npm start, or say --platform.\n`)
  process.exit(1)
})
if (answer.ok) {
  process.stdout.write(
    `Accepted at ${answer.reply.time}: notification ${message.body.notificationId}, message ${answer.reply.inReplyTo}\n`,
  )
} else {
  process.stderr.write(`${answer.problem.title}\n${answer.problem.remedy}\n`)
  for (const { pointer, title } of answer.problem.also) process.stderr.write(`  ${pointer}: ${title}\n`)
  process.exit(1)
}
