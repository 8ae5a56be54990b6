import { problemCodes } from '@tereze/bpmn'

/** What a designer of services reads beside a stable code. Codes of expressions are told as warnings of a decision. */
const words: Readonly<Record<string, string>> = {
  'dmn.aggregation-impossible': 'the values of the rules cannot be added up or compared',
  'dmn.decision-unknown': 'there is no such decision in the model',
  'dmn.element-unknown': 'the model has an element that DMN does not know',
  'dmn.expression-invalid': 'an expression is no valid FEEL',
  'dmn.function-unsupported': 'a function is of a kind that is not run',
  'dmn.hit-policy-unknown': 'a table has a hit policy or aggregator that there is not',
  'dmn.import-missing': 'an imported model is not there',
  'dmn.input-not-allowed': 'an input has a value that the model does not allow',
  'dmn.java-failed': 'a method of Java is not among those that are known',
  'dmn.language-unsupported': 'an expression is in a language other than FEEL',
  'dmn.logic-missing': 'the decision has no logic',
  'dmn.name-repeated': 'two elements have the same name',
  'dmn.not-a-function': 'what is called is no function',
  'dmn.not-a-model': 'the file is no DMN model',
  'dmn.output-not-allowed': 'an output has a value that its column does not allow',
  'dmn.reference-unknown': 'a reference leads nowhere',
  'dmn.requirement-cyclic': 'decisions need each other in a circle',
  'dmn.rules-disagree': 'several rules apply and say different things',
  'dmn.rules-overlap': 'several rules of a table apply where only one may',
  'dmn.table-malformed': 'a decision table is not built as it must be',
  'dmn.trace-too-deep': 'a value is nested too deep for a trace',
  'dmn.type-cyclic': 'a type is made of itself',
  'dmn.type-mismatch': 'a value is not of the type that was declared',
  'dmn.type-unknown': 'a type is not defined',
  'dmn.xml-invalid': 'the file is no well-formed XML',
  'feel.arguments-invalid': 'a function was given arguments that it does not take',
  'feel.condition-not-boolean': 'a condition is neither true nor false',
  'feel.entry-repeated': 'an entry of a context is there twice',
  'feel.entry-unknown': 'a context has no such entry',
  'feel.filter-invalid': 'a filter is neither a condition nor a position',
  'feel.function-kind-unsupported': 'a function is of a kind that is not run',
  'feel.index-out-of-range': 'a list has no such position',
  'feel.literal-invalid': 'a date, time or duration is not written as it must be',
  'feel.name-unknown': 'a name has no value',
  'feel.not-a-function': 'what is called is no function',
  'feel.not-iterable': 'what is gone through is no list and no range',
  'feel.number-invalid': 'a number is outside what can be computed',
  'feel.operands-invalid': 'an operator was given values that it does not take',
  'feel.pattern-too-slow': 'a pattern with back-references takes too long',
  'feel.recursion-too-deep': 'a function calls itself too often',
  'feel.string-invalid': 'a text is not written as it must be',
  'feel.text-too-long': 'a text grows too long',
  'feel.too-deep': 'an expression is nested too deep',
  'feel.too-long': 'an expression is too long',
  'feel.too-many-steps': 'the computation takes too many steps',
  'feel.type-unknown': 'a type is not defined',
  'feel.unexpected-end': 'an expression ends too early',
  'feel.unexpected-text': 'an expression has something that does not belong there',
  'feel.value-too-large': 'a value grows too large or is nested too deep',
  'feel.warnings-cut': 'there are more warnings than are told',
  'package.cell-not-constant': 'a cell depends on a value, so the table cannot be checked whole',
  'package.other-than-unknown':
    'somebody else than who did an earlier task is wanted, and the process has no such task',
  'package.choice-with-form': 'who chooses what is done fills in no form; the activities may have forms',
  'package.clause-unknown': 'a rule names a clause that the regulation does not have',
  'package.answer-files-misplaced':
    'only an answer to a question has files: take `answerFiles` out, or make the contract a `query`',
  'package.source-without-files':
    'the files of this source cannot be files of the case: only a contract with `answerFiles` answers with files',
  'package.column-not-read': 'a column is read as text that is not among the columns: add it to them, or take it out',
  'package.column-secret':
    'a rule compares a field that is kept as a blind index only: make it a key of the register, which is unique without being read',
  'package.column-unknown': 'the register has no such column: add it to indexes of register.json, or name another one',
  'package.comparison-unfit':
    'a comparison needs one thing to compare with, own or value, of the type of its column; empty and filled need none',
  'package.concept-code':
    'a field takes a value that its concept does not have: take it out, add it to the codes of the concept, or give the field a concept of its own',
  'package.concept-missing':
    'a field names no concept: add "concept": "concept:<id>", one of those in content/concepts or a new one',
  'package.concept-owner-unknown': 'a concept belongs to an organisation that is not there',
  'package.concept-part':
    'an object has a member that its concept does not know: take it out, or add it to the parts of the concept',
  'package.concept-repeated': 'a concept is declared twice: keep one of them',
  'package.concept-type':
    'a field has another type than its concept: change the field, or give it a concept of its own',
  'package.concept-unknown': 'there is no such concept: declare it in content/concepts, or name another one',
  'package.concept-words-missing':
    'a concept has no name or no definition: add <id>.name and <id>.definition to messages in three languages',
  'package.decision-input-unknown':
    'an input of the decision is no field of the case, so that nobody knows what it means: name it after a field of data.schema.json, or after what content/README.md says FEEL sees',
  'package.topic-repeated': 'two topics of messages have one id',
  'package.topic-unknown':
    'no jurisdiction has this topic of messages: add it to notifications.json of the jurisdiction, or name another one',
  'package.decision-refused': 'the decision model cannot be read',
  'package.decision-wrong': 'the decision model has a mistake',
  'package.edition-unknown': 'an edition of the rules names a file that is not there',
  'package.editions-ambiguous': 'two editions of the rules hold on the same day',
  'package.editions-gap': 'on some days no edition of the rules holds',
  'package.expression-name-unknown':
    'an expression reads a name that has no value there: name one of those that are known',
  'package.expression-wrong': 'an expression is no valid FEEL',
  'package.feel-broken': 'an expression is no valid FEEL',
  'package.field-unknown': 'the schema of the register has no such field',
  'package.act-of-law-unknown': 'a provision is of an act that acts.json of the jurisdiction does not have',
  'package.file-kind-repeated': 'two kinds of files of the nomenclature have one id or one index',
  'package.file-kind-unknown':
    'the nomenclature of the jurisdiction has no such kind of files: add it to nomenclature.json, or name another one',
  'package.file-unreadable': 'the file cannot be read',
  'package.form-refused': 'the form cannot be built',
  'package.form-wrong': 'the file is not what its format says',
  'package.format-unknown': 'there is no format for such a file',
  'package.label-never-opened':
    'no entry of the access opens this label on this field to anybody: add it to the labels of one',
  'package.literal-is-parameter':
    'a decision writes out what the law sets elsewhere, and would stay behind when the law changes it: name the parameter',
  'package.literal-may-be-parameter':
    'a number is also the value of a legal parameter: name the parameter if it is meant, so that it follows the law',
  'package.message-arguments': 'a message takes other values in one language than in another',
  'package.message-missing': 'a message is missing in one of the languages',
  'package.message-unknown': 'there are no such words: add the key to messages in three languages',
  'package.message-syntax': 'a message is not written as it must be',
  'package.policy-repeated-id': 'two rules or separations of the policy have one id',
  'package.policy-subject-unknown': 'a rule is for somebody that there is not',
  'package.policy-condition-broken': 'the condition of a rule is no valid FEEL',
  'package.policy-role-on-both-sides': 'a separation keeps a role apart from itself',
  'package.policy-emergency-for-whom': 'a rule for emergencies is for officials only',
  'package.vigilance-condition-wrong': 'the condition of a rule is no valid FEEL',
  'package.vigilance-name-unknown': 'the condition of a rule reads what no line says: name what its format lists',
  'package.pipeline-id-repeated': 'two stages, tasks or artefacts of a pipeline have one id',
  'package.vigilance-id-repeated': 'two rules have one id',
  'package.role-unknown': 'a role is not declared in roles.json',
  'package.process-refused': 'the process cannot be run',
  'package.migration-missing':
    'the schema takes less than before: add the migration named, which says how old content becomes new',
  'package.migration-wrong':
    'an expression of the migration is no valid FEEL, or sets a field that the schema does not have',
  'package.migration-needless': 'there is a migration, but the major version did not rise',
  'package.reference-not-indexed':
    'a reference to records that may be merged needs an index, or a merge would look through the whole register',
  'package.known-is-asked':
    'a form asks what a source of the service knows: show it with prefill, or take the question out',
  'package.concept-is-asked':
    'a form asks for a concept that a source of the service fetches: choose it from what is known, fill it in with prefill, let the source ask the applicant, or name in because the clause by which the person says it all the same',
  'package.change-without-ground':
    'a person may change what a source of the service knows, and no clause of the regulation says so: name it in because',
  'package.dataset-column-unknown': 'the source of the dataset has no such column or field',
  'package.dataset-cases-counted': 'cases are only ever counted: give dimensions and measures instead of fields',
  'package.dataset-counted-twice':
    'another dataset counts the same records by other dimensions, and both together give hidden figures away',
  'package.dataset-dimension-unfit':
    'people are counted by codes, regions, years and parts of dates only: this column has too many values',
  'package.dataset-dominance-missing':
    'sums of a register need a share from which on one contributor gives itself away (disclosure.dominance)',
  'package.dataset-key-missing': 'no field tells the records apart: mark one with key',
  'package.dataset-label':
    'a field under this label may not leave: publish open fields only, count by open and personal ones at most',
  'package.dataset-measure-unfit': 'the first measure counts, and the others sum up one column of numbers',
  'package.dataset-not-granted': 'the register does not let the dataset list this field: add an entry to its access',
  'package.dataset-owner': 'a dataset is published by the owner of its register',
  'package.dataset-total-over-time': 'a total over time would give away the newest period by subtraction: leave it out',
  'package.dataset-words-missing': 'a column or a keyword has no words',
  'package.profile-column-unfit':
    'the column by which records come into profiles holds no person or organisation the record is about',
  'package.reference-unknown': 'a reference leads nowhere',
  'package.register-foreign':
    'a rule looks at a register of another organisation: what that one keeps is asked by the exchange, never read',
  'package.rounding-undeclared': 'a decision rounds, and the regulation does not say how',
  'package.rounding-unused': 'the regulation says how to round what no decision rounds',
  'package.rule-contradicts-itself': 'a rule can never apply',
  'package.rule-hidden': 'a rule never applies, for earlier ones always do',
  'package.notice-missing': 'a contract that needs a consent has no notice that tells the person of it',
  'package.schema-missing': 'the contract names an XML Schema that its package does not hold',
  'package.schema-wrong': 'the file is no XML Schema',
  'package.rule-needless': 'a rule says nothing that another does not say',
  'package.rule-twice': 'two rules have the same id',
  'package.released-changed':
    'this version was released with another schema: raise the version, released ones never change',
  'package.released-missing':
    'the schema of the version before is not kept: put data.schema.json as it was released into released/<version>.schema.json',
  'package.schema-narrower':
    'content that the version before took may not fit any more: widen it again, or raise the major version and add a migration',
  'package.state-secret': 'the platform is no place for state secrets: take the field out of the register',
  'package.start-applicant-wrong': 'the expression that names the applicant of a start event does not compile',
  'package.start-by-hand-missing':
    'something else than an event begins this process, and it has no start without an event',
  'package.start-message-taken': 'this message begins cases of another service of the same organisation already',
  'package.start-name-computed': 'the name of the message or signal that begins a case must be written out',
  'package.start-never-due': 'a timer that begins cases says nothing that can be due',
  'package.start-register-closed':
    'cases begin for records of a register whose access does not let the platform do this: add it to the entry “system” in access of register.json',
  'package.start-register-unfit': 'cases begin for records of a register that is not the organisation’s own',
  'package.start-without-applicant': 'an event begins a case, and nothing says for which applicant (tereze:applicant)',
  'package.start-without-register':
    'a time or a condition begins cases, and nothing says for records of which register (tereze:register)',
  'package.table-gap': 'for some values no rule of the table applies',
  'package.table-overlap': 'for some values several rules of the table apply',
  'package.table-too-large': 'the table is too large to be checked whole',
  'package.unreadable': 'the package cannot be read',
  'package.version-not-raised': 'the schema changed compatibly: raise the minor version',
  'package.version-published': 'this version is published with other content',
}

/** A stable code with its meaning for people: `dmn.xml-invalid: the file is no well-formed XML`; a code without one stays bare. */
export function inWords(code: string): string {
  const known = words[code] ?? (problemCodes as Readonly<Record<string, string>>)[code]?.replace(/\.$/, '')
  return known === undefined ? code : `${code}: ${known.charAt(0).toLowerCase()}${known.slice(1)}`
}

/** A number with its noun: `1 package`, `2 packages`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
