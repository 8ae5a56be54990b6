export { type Policy, PolicyRule, PolicySubject, Separation } from '@tereze/access-policy'
