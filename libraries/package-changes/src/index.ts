export { type ComparedFile, comparePackages, type FileChange } from './compare-packages.ts'
export { differenceWords } from './decision/difference-words.ts'
export { describeChanges } from './describe-changes.ts'
export { differencesOf } from './file/changes-in-words.ts'
export { formatOf } from './file/format-of.ts'
export { type PeriodUnit, periodUnits, readPeriod, writePeriod } from './file/period.ts'
export {
  blankOf,
  type FormatName,
  fits,
  membersOf,
  type Shape,
  type ShapeMember,
  shapeAt,
  shapeOf,
  shapeOfSchema,
  wayOf,
} from './file/shape.ts'
export { type FileWord, memberText, memberWord, type SayFile, sayFile, valueText, valueWord } from './file/words.ts'
export {
  type FileText,
  isNotice,
  type NoticeWords,
  noticeHead,
  readNoticeWords,
  smsCount,
  writeNoticeWords,
} from './notice/notice-text.ts'
export { isWords } from './package-words/is-words.ts'
export { type Say, sayer } from './say.ts'
export { type ChangedValue, valuesOfChanges } from './values-of-changes.ts'
export { writeChanges } from './write-changes.ts'
