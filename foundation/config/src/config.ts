import { type Static, type TSchema, Type } from 'typebox'

/** How a property of the configuration is read from the environment. */
export interface Variable {
  /** Name of the environment variable. */
  readonly variable: string
  /** Text used when the variable is absent; null when the property is then null. */
  readonly otherwise: string | null
  /** The way out, shown when the value is wrong. */
  readonly remedy: string
}

const text = (options: Variable & { pattern?: string }) => Type.String({ minLength: 1, ...options })
const optional = (options: Variable & { pattern?: string }) => Type.Union([text(options), Type.Null()], { ...options })
const httpUrl = '^https?://[^\\s/]+(/[^\\s]*)?$'

/** What the environment decides. Each property carries its variable, its default and the way out of a wrong value. */
export const Config = Type.Object({
  port: Type.Integer({
    minimum: 0,
    maximum: 65_535,
    variable: 'PORT',
    otherwise: '8080',
    remedy: 'give a port number from 0 (any free one) to 65535, e.g. PORT=8080',
  }),
  host: text({ variable: 'HOST', otherwise: '0.0.0.0', remedy: 'give the address to listen on, e.g. HOST=127.0.0.1' }),
  publicOrigin: text({
    pattern: '^https?://[^\\s/]+$',
    variable: 'TEREZE_ORIGIN',
    otherwise: null,
    remedy: 'give the origin that people type, without a path, e.g. TEREZE_ORIGIN=https://services.example',
  }),
  databaseUrl: optional({
    pattern: '^postgres(ql)?://\\S+$',
    variable: 'DATABASE_URL',
    otherwise: null,
    remedy: 'give postgres://user:password@host:5432/name, or leave it out to use the embedded server',
  }),
  dataFolder: text({ variable: 'TEREZE_DATA', otherwise: '.tereze', remedy: 'give the path of a folder' }),
  backupFolder: optional({
    variable: 'TEREZE_BACKUP',
    otherwise: null,
    remedy:
      'give the path of a folder on another disk or machine that encrypted backups go to, or leave it out for none',
  }),
  contentFolder: text({ variable: 'TEREZE_CONTENT', otherwise: 'content', remedy: 'give the path of a folder' }),
  roles: Type.Array(Type.Enum(['http', 'worker']), {
    minItems: 1,
    uniqueItems: true,
    variable: 'TEREZE_ROLES',
    otherwise: 'http,worker',
    remedy: 'give one or both of http and worker, e.g. TEREZE_ROLES=http,worker',
  }),
  demo: Type.Boolean({
    variable: 'TEREZE_DEMO',
    otherwise: 'true',
    remedy: 'give true or false',
  }),
  environment: Type.Enum(['development', 'test', 'production'], {
    variable: 'TEREZE_ENVIRONMENT',
    otherwise: 'development',
    remedy: 'give what this installation is for: development, test or production',
  }),
  releaseKeys: optional({
    variable: 'TEREZE_RELEASE_KEYS',
    otherwise: null,
    remedy:
      'give the path of a file with the keys of the test installations whose releases this one takes, or leave it out: packages are then published here',
  }),
  logLevel: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
    variable: 'TEREZE_LOG_LEVEL',
    otherwise: 'info',
    remedy: 'give one of trace, debug, info, warn, error, silent',
  }),
  ratePerMinute: Type.Integer({
    minimum: 10,
    maximum: 10_000_000,
    variable: 'TEREZE_RATE',
    otherwise: '6000',
    remedy: 'give the requests a minute that one address may make, e.g. TEREZE_RATE=6000',
  }),
  masterKey: optional({
    pattern: '^[A-Za-z0-9_-]{43}$',
    variable: 'TEREZE_MASTER_KEY',
    otherwise: null,
    remedy: 'give 32 random bytes in base64url (43 characters), or leave it out to use the key file of the data folder',
  }),
  otherMasterKeys: Type.Array(Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }), {
    uniqueItems: true,
    variable: 'TEREZE_OTHER_MASTER_KEYS',
    otherwise: '',
    remedy:
      'give the master keys that this one replaces, or that will replace it, 43 characters each, while the change goes on; none otherwise',
  }),
  privatePeers: Type.Array(Type.String({ pattern: '^[A-Za-z0-9.-]+:[0-9]{1,5}$' }), {
    uniqueItems: true,
    variable: 'TEREZE_PRIVATE_PEERS',
    otherwise: '',
    remedy:
      'give host:port of each installation of the exchange in your own network, e.g. TEREZE_PRIVATE_PEERS=10.0.0.5:8080,peer.internal:443',
  }),
  outsideSystems: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]*=(postgres(ql)?://|file:///|xroad:///)\\S+$' }), {
    uniqueItems: true,
    variable: 'TEREZE_OUTSIDE_SYSTEMS',
    otherwise: '',
    remedy:
      'give name=address of each database, folder or X-Road security server that contracts are served from, e.g. TEREZE_OUTSIDE_SYSTEMS=vitals=postgres://reader:secret@db.internal/vitals,archive=file:///srv/exchange,neighbour=xroad:///etc/tereze/neighbour.json',
  }),
  nationalExchanges: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]*=file:///\\S+$' }), {
    uniqueItems: true,
    variable: 'TEREZE_NATIONAL_EXCHANGES',
    otherwise: '',
    remedy:
      'give name=file of each connection to СМЭВ 3 or ШЭП, e.g. TEREZE_NATIONAL_EXCHANGES=smev=file:///etc/tereze/smev.json; modules/exchange/README.md shows the file',
  }),
  consentServices: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]*=https?://\\S+$' }), {
    uniqueItems: true,
    variable: 'TEREZE_CONSENT_SERVICES',
    otherwise: '',
    remedy:
      'give name=address of each service that asks persons for consent, e.g. TEREZE_CONSENT_SERVICES=consents=https://consent.example/v1',
  }),
  timestampUrl: optional({
    pattern: httpUrl,
    variable: 'TEREZE_TIMESTAMP_URL',
    otherwise: null,
    remedy:
      'give the address of a time-stamping authority (RFC 3161), e.g. TEREZE_TIMESTAMP_URL=https://tsa.example/, or leave it out to use the own clock',
  }),
  witnesses: Type.Array(Type.String({ pattern: '^https?://[^\\s#]+#[^\\s+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+$' }), {
    uniqueItems: true,
    variable: 'TEREZE_WITNESSES',
    otherwise: '',
    remedy:
      'give address#verifier-key of each witness of the audit logs, e.g. TEREZE_WITNESSES=https://witness.example#witness.example+1a2b3c4d+BASE64; tereze witness prints its key',
  }),
  virusScanner: optional({
    pattern: '^clamd://[^\\s/:]+:[0-9]{1,5}$',
    variable: 'TEREZE_VIRUS_SCANNER',
    otherwise: null,
    remedy:
      'give the address of ClamAV’s daemon, e.g. TEREZE_VIRUS_SCANNER=clamd://127.0.0.1:3310, or leave it out: files are then marked as not checked',
  }),
  networkPlaces: optional({
    variable: 'TEREZE_NETWORK_PLACES',
    otherwise: null,
    remedy:
      'give the path of a CSV file with the columns prefix,country,region,latitude,longitude,radius, or leave it out: nobody then knows where networks are',
  }),
  signInTraceDays: Type.Integer({
    minimum: 0,
    maximum: 1100,
    variable: 'TEREZE_SIGN_IN_TRACE_DAYS',
    otherwise: '30',
    remedy:
      'give for how many days it is kept from what network people signed in, as your law has it, e.g. TEREZE_SIGN_IN_TRACE_DAYS=30; 0 keeps nothing',
  }),
  smtpUrl: optional({
    pattern: '^smtps?://\\S+$',
    variable: 'SMTP_URL',
    otherwise: null,
    remedy: 'give smtp://user:password@host:587 or smtps://…, or leave it out to keep mail in the demo mail box',
  }),
  mailFrom: text({
    pattern: '^[^@\\s]+@[^@\\s]+$',
    variable: 'MAIL_FROM',
    otherwise: 'no-reply@localhost.invalid',
    remedy: 'give the address that letters come from, e.g. MAIL_FROM=no-reply@services.example',
  }),
  smsUrl: optional({
    pattern: '^(https?://[^\\s/]+(/[^\\s]*)?|smpps?://[^\\s:@/]+:[^\\s@/]+@[^\\s@/]+/?)$',
    variable: 'SMS_URL',
    otherwise: null,
    remedy:
      'give the address of the SMS gateway, e.g. SMS_URL=https://sms.example/send, or of a message centre that speaks SMPP 3.4, e.g. SMS_URL=smpps://system:password@smsc.example:2775',
  }),
  smsFrom: text({
    pattern: '^(\\+[0-9]{6,15}|[A-Za-z0-9]{1,11})$',
    variable: 'SMS_FROM',
    otherwise: 'Tereze',
    remedy: 'give whom SMS by SMPP come from: a number, or at most 11 Latin letters and digits, e.g. SMS_FROM=Tereze',
  }),
  smsSecret: optional({
    pattern: '^\\S{16,}$',
    variable: 'SMS_SECRET',
    otherwise: null,
    remedy: 'give the secret shared with the SMS gateway, at least 16 characters',
  }),
  smsCodesPerHour: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    variable: 'SMS_CODES_PER_HOUR',
    otherwise: '600',
    remedy:
      'give how many one-time codes may be sent by SMS in an hour, to all people together, e.g. SMS_CODES_PER_HOUR=600; 0 sends none',
  }),
  bankUrl: optional({
    pattern: httpUrl,
    variable: 'BANK_URL',
    otherwise: null,
    remedy: 'give the address of the bank, e.g. BANK_URL=https://bank.example/payments',
  }),
  bankToken: optional({
    variable: 'BANK_TOKEN',
    otherwise: null,
    remedy: 'give the token that the bank knows this platform by',
  }),
})
/** What the environment decides. */
export type Config = Readonly<Static<typeof Config>>

/** The variables in the order of the schema, with the property and schema that each fills. */
export const variables: readonly (Variable & { property: keyof Config; schema: TSchema })[] = Object.entries(
  Config.properties,
).map(([property, schema]) => {
  const { variable, otherwise, remedy } = schema as unknown as Variable
  return { property: property as keyof Config, schema, variable, otherwise, remedy }
})
