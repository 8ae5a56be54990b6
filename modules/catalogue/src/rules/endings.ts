/** Letters of Kazakh that a keyboard without them writes as Russian ones, and ё as е. */
const folded: Readonly<Record<string, string>> = {
  ё: 'е',
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
}

/** A word as it is compared: in lower case, letters that people exchange for one another the same. */
export function foldWord(word: string): string {
  return word.toLowerCase().replace(/[ёәғқңөұүһі]/g, letter => folded[letter] ?? letter)
}

const english = /^(?:s|es|ed|d|ing|y|ies|ren)$/
const russian =
  /^(?:[аяыиуюеойь]|ой|ей|ою|ею|ом|ем|ам|ям|ами|ями|ах|ях|ов|ев|ий|ый|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ую|юю|ию|ия|ии|ием|ием|иям|ок|ек|ка|ку|ки|ке|кой|ком|ик|ика|ику|ики|ике|ла|ли|ло|ал|ала|али|ил|ила|или|ило|ился|илась|ились|илось|ась|ть|ать|ить|ит|ят|ют|ут|ет|ет)$/
const kazakh =
  /^(?:[лдт][ае]р)?(?:[ыи]м|м|[ыи]н|с?[ыи]|[ыи]?м[ыи]з|[ыи]?н[ыи]з)?(?:[гк][ае]|н?[ае]|[ндт][ыи]н?|н|н?[дт][ае]|[ндт][ае]н|[мбп]ен)?$/

/** Whether what follows the root of a word (folded) is only an ending, in any of the three languages. */
export function isEnding(rest: string): boolean {
  return rest === '' || english.test(rest) || russian.test(rest) || kazakh.test(rest)
}

const longest = 7
const shortestRoot = 4

/** The root of a folded word: without its longest ending, never shorter than four letters. */
export function rootOf(word: string): string {
  for (let cut = Math.max(shortestRoot, word.length - longest); cut < word.length; cut++)
    if (isEnding(word.slice(cut))) return word.slice(0, cut)
  return word
}

/** Words that say nothing of what is looked for, folded. */
export const emptyWords: ReadonlySet<string> = new Set(
  [
    'a an the i we he she it my our your me us you is are was were be been am do does did have has had got get getting how',
    'where what when want wants need needs to for of in on at with and or from can could would like please about just',
    'я мы у нас нам меня мне мой моя мое мои наш наша он она на за в во для и или по как с со к о об от из где что когда это есть',
    'был была было были бы хочу хотим нужно нужен нужна нужны надо можно получить свой свою пожалуйста после до при',
    'мен біз менің біздің маған бізге бізде менде сіз ол бұл үшін және мен бен пен қалай қайда қашан керек бар болды алу алғым келеді',
  ]
    .flatMap(line => line.split(' '))
    .map(foldWord),
)
