import { describe, expect, it } from 'vitest'
import { openedContent } from '../demo-content.fixture.ts'
import { catalogueEntries } from '../views/entries.ts'
import { findEntries } from './find-entries.ts'

const packages = openedContent()
const entries = catalogueEntries(packages)
const find = (words: string) => findEntries(packages, entries, words).map(({ id }) => id)

const birth = 'birth-of-a-child'
const certificate = 'birth-certificate'
const once = 'one-time-birth-benefit'
const monthly = 'monthly-child-benefit'
const clinic = 'health-attachment'
const kindergarten = 'kindergarten-queue'

describe('what people type', () => {
  it.each([
    ['we had a baby', birth],
    ['had a kid', birth],
    ['I gave birth', birth],
    ['my wife gave brith', birth],
    ['newborn', birth],
    ['new born', birth],
    ['babby', birth],
    ['a child is born', birth],
    ['twins', birth],
    ['our daughter was born', birth],
    ['we became parents', birth],
    ['im pregnant', birth],
    ['daycare', kindergarten],
    ['day care', kindergarten],
    ['nursery', kindergarten],
    ['kindergarden', kindergarten],
    ['preschool', kindergarten],
    ['kinder', kindergarten],
    ['birth certificate', certificate],
    ['birth certifcate', certificate],
    ['register a birth', certificate],
    ['name the baby', certificate],
    ['paediatrician', clinic],
    ['doctor for my baby', clinic],
    ['clinic', clinic],
    ['one-time benefit', once],
    ['monthly benefit', monthly],
    ['low income', monthly],
    ['садик', kindergarten],
    ['детский сад', kindergarten],
    ['десткий сад', kindergarten],
    ['очередь в садик', kindergarten],
    ['ясли', kindergarten],
    ['роды', birth],
    ['я родила', birth],
    ['жена родила', birth],
    ['родился ребенок', birth],
    ['родился ребёнок', birth],
    ['рибенок', birth],
    ['малыш', birth],
    ['у нас малыш', birth],
    ['новорожденный', birth],
    ['сынок', birth],
    ['у меня родилась дочка', birth],
    ['двойня', birth],
    ['роддом', birth],
    ['свидетельство о рождении', certificate],
    ['свидетельсво о рождении', certificate],
    ['загс', certificate],
    ['как назвать ребенка', certificate],
    ['отцовство', certificate],
    ['единовременная выплата', once],
    ['ежемесячное пособие', monthly],
    ['ежимесячное пособие', monthly],
    ['малоимущие', monthly],
    ['поликлиника', clinic],
    ['паликлиника', clinic],
    ['педиатр', clinic],
    ['прививки', clinic],
    ['сәби', birth],
    ['саби', birth],
    ['бала туды', birth],
    ['балам дүниеге келді', birth],
    ['нәресте', birth],
    ['босандым', birth],
    ['мен босандым', birth],
    ['егіз', birth],
    ['балабақша', kindergarten],
    ['балабакша', kindergarten],
    ['балабақшаға кезек', kindergarten],
    ['бөбекжай', kindergarten],
    ['туу туралы куәлік', certificate],
    ['куалик', certificate],
    ['баланың атын қою', certificate],
    ['біржолғы жәрдемақы', once],
    ['ай сайынғы жәрдемақы', monthly],
    ['емхана', clinic],
    ['дәрігер', clinic],
    ['дәрігерге', clinic],
  ])('"%s" finds %s first', (words, wanted) => expect(find(words)[0]).toBe(wanted))

  it.each(['деньги за ребенка', 'деньги на ребёнка', 'money for the baby', 'балаға ақша', 'child benefit', 'пособие'])(
    '"%s" finds a benefit first',
    words => expect([once, monthly]).toContain(find(words)[0]),
  )

  it('"малыш" does not find the low-income family by the beginning of its word', () =>
    expect(find('малыш')).not.toContain(monthly))

  it.each([
    '',
    '?!',
    'х',
    'я',
    'spaceship licence',
    'driving licence',
    'car',
    'fishing permit',
    'divorce',
    'lost wallet',
    'how do I want',
    'водительские права',
    'развод',
    'рыбалка',
    'пенсия',
    'квартира в ипотеку',
    'годы',
    'жүргізуші куәлігі жоғалды деді',
    'зейнетақы',
    'көлік',
  ])('"%s" finds nothing', words => expect(find(words)).toEqual([]))
})
