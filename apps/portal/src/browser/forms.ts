/** The one script of the portal's forms. Without it they work too. */
import './lookup.ts'
import './files.ts'
