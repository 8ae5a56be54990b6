// Almost ten million.
const LETTERS = 'string join(for i in 1..990 return string join(for j in 1..1000 return "abcdefghi ", ""), "")'
const SHARED = '(for i in 1..30 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1]'
const DEEP = '(for i in 1..15000 return if i = 1 then [1] else [partial[-1]])[-1]'
const MILLION = 'for i in 1..1000000 return i'

function subtractions(count: number): string {
  return Array.from({ length: count }, (_, i) => `[a-z-[${String.fromCodePoint(0x4e00 + i)}]]`).join('')
}

/**
 * Expressions that would take for ever, or all memory, if anything that they do were not counted; with the code of their
 * first warning when it is not `feel.too-many-steps`.
 */
export const COSTLY: readonly (readonly [name: string, text: string, code?: string])[] = [
  ['text of shared nesting', `string(${SHARED})`],
  ['a value of shared nesting', SHARED, 'feel.value-too-large'],
  ['a value that is nested deep', DEEP, 'feel.value-too-large'],
  ['equality of shared nesting', `${SHARED} = ${SHARED}`],
  ['equality of deep nesting', `${DEEP} = ${DEEP}`, 'none'],
  ['distinct values of shared nesting', `distinct values([${SHARED}, ${SHARED}])`],
  ['flatten of shared nesting', `flatten(${SHARED})`],
  ['sums of a long list', `{l: ${MILLION}, r: for j in 1..100000 return sum(l)}`],
  ['medians of a long list', `{l: ${MILLION}, r: for j in 1..100000 return median(l)}`],
  ['means of long decimals', `{l: for i in 1..100000 return i / 7, r: for j in 1..100000 return mean(l)}`],
  ['deviations of decimals', `{l: for i in 1..100000 return i / 7, r: for j in 1..100000 return stddev(l)}`],
  ['modes of decimals', `{l: for i in 1..100000 return i / 7, r: for j in 1..100000 return mode(l)}`],
  ['products', `{l: for i in 1..100000 return 1.0000001, r: for j in 1..100000 return product(l)}`],
  ['greatest of texts', `{t: ${LETTERS}, r: for j in 1..100000 return max([t + "a", t + "b"])}`],
  ['places in a long list', `{l: ${MILLION}, r: for j in 1..100000 return index of(l, 5)}`],
  ['looking through a long list', `{l: ${MILLION}, r: for j in 1..100000 return list contains(l, -1)}`],
  ['looking with in', `{l: ${MILLION}, r: for j in 1..100000 return -1 in l}`],
  ['distinct contexts', 'distinct values(for i in 1..1000000 return {a: i})'],
  ['unions', `{l: ${MILLION}, r: for j in 1..100000 return union(l, l)}`],
  ['sorting', `{l: ${MILLION}, r: for j in 1..100000 return sort(l)}`],
  ['sorting by a function', 'sort(for i in 1..1000000 return modulo(i * 7919, 100003), function(a, b) a < b)'],
  ['matching a long text', `{t: ${LETTERS}, r: for j in 1..1000 return matches(t, "(a|b|c)+z")}`],
  ['matches that look to the end', 'replace(string join(for i in 1..100000 return "a", ""), "a(.*b)?", "c")'],
  ['replacing in a long text', `{t: ${LETTERS}, r: for j in 1..1000 return replace(t, "[a-c]", "x")}`],
  ['splitting a long text', `{t: ${LETTERS}, r: for j in 1..1000 return split(t, " ")}`],
  ['many patterns', 'for i in 1..1000000 return matches("a", "a" + string(i) + "{3}")'],
  ['a large pattern', 'for i in 1..1000 return matches("x", "(x{1000}){15}" + string(i))', 'feel.arguments-invalid'],
  ['a large pattern on a long text', `matches(${LETTERS}, "^((a|b|c|d|e|f|g|h|i| ){0,900}){1,1}z$")`, 'none'],
  [
    'going back',
    'for i in 1..1000 return matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "^((a+)+)\\\\1c$")',
    'feel.pattern-too-slow',
  ],
  ['subtraction of classes', `matches("x", "${subtractions(1000)}")`, 'none'],
  ['subtraction of letters', `matches("x", "${'[\\\\p{L}-[a]]'.repeat(900)}")`, 'feel.arguments-invalid'],
  ['appending', '{l: for i in 1..100000 return i, r: for j in 1..100000 return append(l, j)}'],
  ['reversing', '{l: for i in 1..100000 return i, r: for j in 1..100000 return reverse(l)}'],
  ['concatenating', '{l: for i in 1..100000 return i, r: for j in 1..100000 return concatenate(l, l)}'],
  ['removing', '{l: for i in 1..100000 return i, r: for j in 1..100000 return remove(l, 1)}'],
  ['results so far', 'for i in 1..100000 return partial'],
  ['upper case', `{t: ${LETTERS}, r: for j in 1..100000 return upper case(t)}`],
  ['lengths', `{t: ${LETTERS} + "😀", r: for j in 1..100000 return string length(t)}`],
  ['parts of a text', `{t: "😀" + ${LETTERS}, r: for j in 1..100000 return substring(t, 5000, 5)}`],
  ['text in text', `{t: ${LETTERS}, r: for j in 1..100000 return contains(t, "xyz")}`],
  ['comparing long texts', `{a: ${LETTERS} + "a", b: ${LETTERS} + "b", r: for j in 1..1000000 return a = b}`],
  [
    'text that doubles',
    'for i in 1..60 return if i = 1 then "abc" else partial[-1] + partial[-1]',
    'feel.text-too-long',
  ],
  ['text that grows', 'for i in 1..1000000 return if i = 1 then "a" else partial[-1] + "aaaaaaaaaaaaaaaaaaaaaa"'],
  ['putting', 'for i in 1..100000 return if i = 1 then {} else context put(partial[-1], string(i), i)'],
  [
    'merging',
    'for i in 1..100000 return if i = 1 then {} else context merge([partial[-1], {"a": i}, context([{key: string(i), value: 1}])])',
  ],
  ['contexts', 'for i in 1..10000000 return {a: i, b: i}'],
  ['lists', 'for i in 1..10000000 return [i]'],
  ['ranges', 'for i in 1..10000000 return [i..i]'],
  ['functions', 'for i in 1..10000000 return function(x) x'],
  ['dates', 'for d in @"0001-01-01"..@"999999999-01-01" return d'],
  ['dates that are calculated', 'for i in 1..10000000 return @"2026-01-01" + @"P1D"'],
  [
    'times in zones',
    'for i in 1..10000000 return @"2026-01-01T10:00:00@Asia/Almaty" < @"2026-01-01T10:00:00@Europe/Paris"',
  ],
  ['remainders', 'for i in 1..1000000 return modulo(1e1990, 7)'],
  ['powers', 'for i in 1..1000000 return 1.0000001 ** 9007199254740991', 'feel.operands-invalid'],
  ['whole powers', 'for i in 1..1000000 return 1.05 ** 360'],
  ['powers with decimals', 'for i in 1..1000000 return 7.123 ** 2.5'],
  ['logarithms', 'for i in 1..1000000 return log(exp(1.5) + sqrt(2))'],
  ['quotients', 'for i in 1..10000000 return 1 / 3'],
  ['long sums', 'for i in 1..10000000 return 0.12345678901234567 + 7.123456789012345'],
  ['a large body', `for i in 1..10000000 return ${'(1e30 - 1e30) + '.repeat(1500)}1`],
  ['filters', 'for i in 1..10000000 return [1, 2, 3][item > 1]'],
  ['numerals', `{t: "0." + string join(for i in 1..90000 return "9", ""), r: for j in 1..1000000 return number(t)}`],
  ['ranges in text', `range("[" + string join(for i in 1..100000 return " ", "") + ".. x")`, 'feel.arguments-invalid'],
  ['calls', '{f: function(n) if n = 0 then 0 else f(n - 1), r: for i in 1..10000000 return f(100)}'],
  ['texts of numbers', 'for i in 1..10000000 return string(1e6000)'],
]
