import { expectAccessible } from '@tereze/foundation-testing/browser'
