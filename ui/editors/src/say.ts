export { type Say, sayer } from '@tereze/package-changes'
