export {
  type FileWord,
  memberText,
  memberWord,
  type SayFile,
  sayFile,
  valueText,
  valueWord,
} from '@tereze/package-changes'
