import { spawn } from 'node:child_process'

/** Runs a program to its end and returns its output and exit code (null when it could not be started or was killed). */
export function runProgram(program, args, options) {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    const collect = chunk => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', error => resolve({ code: null, output: `${output}${error.message}\n` }))
    child.on('close', code => resolve({ code, output }))
  })
}

/** The last lines of a program's output, for a message. */
export function endOf(output, lines = 15) {
  return output.trim().split('\n').slice(-lines).join('\n')
}

/** What npm says went wrong: its first error lines, without the manual that it prints after some of them. */
export function npmErrors(output, lines = 12) {
  const errors = output
    .split('\n')
    .filter(line => /^npm (error|ERR!)/.test(line) && line.replace(/^npm (error|ERR!)/, '').trim() !== '')
  const manual = errors.findIndex(line => /Clean install a project|^npm (error|ERR!) Usage:/.test(line))
  return (manual > 0 ? errors.slice(0, manual) : errors).slice(0, lines).join('\n') || endOf(output, lines)
}
