import { spellingKey } from '@tereze/record-matching'

/** Words that say what kind of place a name is of, as they are written out and shortened. */
const written = [
  'ул улица көш көше көшесі street str st',
  'пр пр-т пр-кт просп проспект даң даңғылы avenue ave av',
  'пер переулок т.к. тұйық көше lane ln бульвар б-р бульвары blvd boulevard шоссе ш тас жол тасжолы highway площадь пл алаңы square sq',
  'проезд өтпе өткелі микрорайон мкр мкрн мөлтек ауданы ықшамауданы ықшам',
  'г гор город қ қала қаласы city town с село ауыл ауылы а village пос посёлок п кент кенті',
  'обл область облыс облысы region oblast край өлкесі респ республика',
  'р-н район аудан ауданы district',
  'д дом үй house hse bldg building зд здание ғимарат ғимараты влд владение к корп корпус стр строение',
  'кв квартира пәтер пәт flat apt apartment офис оф кеңсе office',
].join(' ')

/** The spelling keys of all of them. */
export const kindWords: ReadonlySet<string> = new Set(
  written
    .split(' ')
    .flatMap(word => spellingKey(word.replaceAll('.', ' ')).split(' '))
    .filter(word => word !== ''),
)
