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
} from '@tereze/package-changes'
