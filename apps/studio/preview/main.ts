import { startPreview } from './server.ts'

const preview = await startPreview({ port: Number(process.argv[2] ?? 0) })
process.stdout.write(`${preview.origin}/studio/\n`)
