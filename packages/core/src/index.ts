export {add, emptyTally, merge, remove, tally, unmerge} from './tally.js';
export type {Histogram, Marked, Tally} from './tally.js';

export {tallyColumns, toColumns} from './columns.js';
export type {Columns} from './columns.js';

export {answerCode, CODES, histogramFromCodes} from './answer-code.js';

export {terms} from './terms.js';
export type {Basis, LeftOut, Terms, ValueTerms} from './terms.js';

export {show} from './small-groups.js';
export type {ShownHistogram, ShownTally} from './small-groups.js';

export {average, byVerdict, scorecard} from './scorecard.js';
export type {Scorecard, ValueScore, Verdict} from './scorecard.js';

export {compare} from './comparison.js';
export type {Comparison} from './comparison.js';

export {addVote, countVotes, mergeVotes, removeVote, unmergeVotes, withNames} from './rubric-votes.js';
export type {Counts, RubricCounts, VoteCounts, Voted} from './rubric-votes.js';

export {showVotes, withoutOwnNames} from './shown-votes.js';
export type {NameCount, ShownDots, ShownNames, ShownRecognition, ShownRubric, ShownVotes} from './shown-votes.js';

export {longlist} from './longlist.js';
export type {LonglistItem} from './longlist.js';

export {trace, valuesIn} from './trace.js';
export type {Thread, TracedPile, TracedSource, TracedValue} from './trace.js';

export {shuffle, uuid} from './random.js';
export type {Random} from './random.js';

export {parseReceipt, receipt} from './receipt.js';

export {codeCard, parseCodeCard} from './code-card.js';

export {findPersonalData, replace} from './personal-data.js';
export type {Finding, PersonalData} from './personal-data.js';

export {importFile, union} from './union.js';
export type {Import, Importable, ReportedRecord, Union} from './union.js';

export {canonical} from './canonical.js';

export {isNewer, newest} from './method-card.js';
export type {MethodCard} from './method-card.js';

export {references} from './references.js';
export type {Reference} from './references.js';

export {decisions, ownNames, readableVote, releasedNames, releasedQuotes, textKey} from './moderation.js';

export {follow, isInPlace} from './highlight.js';

export {ofKind} from './publication.js';
export type {
  AnsweredAlliance,
  Publication,
  PublishedKind,
  PublishedRecord,
  PublishedResult,
  PublishedVotes,
} from './publication.js';

export {toCsv, withoutApostrophe} from './csv-write.js';
export type {Cell, CsvOptions} from './csv-write.js';

export {LONGEST_NAME, LONGEST_TEXT} from './limits.js';

export {MARK_WORDS} from './mark-words.js';
