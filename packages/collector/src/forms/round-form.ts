import {terms} from '@samenwaarde/core';
import {Reason as ReasonRecord, type Ballot, type Reason, type Round, type Score} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {safeParse} from 'zod/v4/core';
import {Refused, refusedAt} from '../beheer/api.js';
import {describing, wrongWords} from '../beheer/described.js';
import {hiddenFields} from '../beheer/fields.js';
import type {Html} from '../beheer/layout.js';
import {faultsOf, type Fault} from '../http/faults.js';
import {allianceIn, found, type Answered} from './answered.js';
import {about, day, received, resultsOn, type Sheet} from './document.js';
import type {Filling} from './forms.js';
import {askedAgain, carried, drawn, give} from './give.js';
import {chosenWords, isDoubtful, personalDataWarning, type Typed} from './personal-data.js';
import {REASONS_HINT, valueFields, type Asked} from './value-fields.js';
import {voteForm} from './vote-form.js';

/** A round without a script: a plan version to mark on every core value, or rubrics to vote on. */
export async function roundForm(filling: Filling): Promise<Sheet> {
  const answered = await filling.api.get<Answered>(`/v1/alliances/${filling.slug}`);
  const vote = found(answered, 'vote-round', filling.subject);
  if (vote !== undefined) return voteForm(filling, answered, vote);
  const test = testOf(answered, filling.subject);
  if (test === undefined)
    return {title: 'Dit plan is er niet', body: 'Of niet meer. Ga terug naar de website.', status: 404};
  if (!filling.isSent) return test.round.status === 'closed' ? closed(test) : marking(filling, test);
  const wrong = wrongIn(filling, test);
  if (wrong !== undefined) return askedAgain(filling, wrong, again => marking(again, test));
  if (isDoubtful(filling, texts(filling, test))) return {...marking(filling, test), status: 400};
  return sent(filling, test);
}

function closed({title, round}: Test): Sheet {
  const when = resultsOn(round) ?? 'De uitslag staat op de website.';
  return {title, body: html`<p>Cijfers geven kan niet meer. ${when}</p>`};
}

/** What is wrong in what was filled in. It is said before anything is sent: half of an answer must not stay behind. */
function wrongIn(filling: Filling, test: Test): Refused | undefined {
  const marks = marksTyped(filling, test);
  if (Object.keys(marks).length === 0) return refusedAt(`marks.${test.values[0]?.rubric ?? ''}`, 'empty');
  const passMarks = new Map(test.values.map(({rubric, passMark}) => [rubric, passMark]));
  const errors = reasonsTyped(filling, test).flatMap(({record}): Fault[] => {
    const path = `reasons.${record.value}`;
    if (!isInsufficient(marks[record.value], passMarks.get(record.value)))
      return [{path, reason: 'not-asked', detail: ''}];
    const {error} = safeParse(ReasonRecord, record);
    return faultsOf(error?.issues ?? [], {value: record, name: path});
  });
  return errors.length === 0 ? undefined : new Refused(400, {type: 'not-understood', errors});
}

function isInsufficient(score: Score | undefined, passMark = 0): boolean {
  return typeof score === 'number' ? score < passMark : score === 'insufficient';
}

/** The reasons that were typed, each with its core value. */
function texts(filling: Filling, {values}: Test): Typed[] {
  return values.map(({rubric, name}) => ({words: filling.text(`reasons[${rubric}]`), where: ` bij ${name}`}));
}

/** A round with everything a person must see to mark it. */
interface Test {
  readonly answered: Answered;
  readonly round: Round;
  readonly title: string;
  readonly plan: string;
  readonly values: readonly Asked[];
}

function testOf(answered: Answered, id: string): Test | undefined {
  const round = found(answered, 'round', id);
  const version = round && found(answered, 'plan-version', round.planVersion);
  const plan = version && found(answered, 'plan', version.plan);
  const profile = round && found(answered, 'profile-version', round.profileVersion);
  if (!plan || !profile) return undefined;
  const asked = new Map(terms(round, profile, 'ballots').values.map(({value, passMark}) => [value, passMark]));
  const values = profile.coreValues.flatMap(value => {
    const passMark = asked.get(value.rubric);
    return passMark === undefined ? [] : [{...value, passMark}];
  });
  return {answered, round, title: plan.name, plan: version.text, values};
}

function marking(filling: Filling, test: Test): Sheet {
  const {answered, round, values} = test;
  const until = round.closesOn && `Meedoen kan tot en met ${day(round.closesOn)}.`;
  const shown = `Niemand ziet wat u koos. Vanaf ${round.k} antwoorden laten wij de uitslag zien.`;
  const drawnFor = (name: string): Record<string, string> => carried(name, drawn(filling.random, filling.typed, name));
  const body = html`<p class="prose">${test.plan}</p>
    ${about(allianceIn(answered), {keeps: 'everything', says: [shown, until, resultsOn(round)]})}
    <p class="quiet">Een hoog cijfer maakt een laag cijfer niet goed.</p>
    <form method="post" action="?sent">
      ${hiddenFields(drawnFor('ballot'))} ${values.map(({rubric}) => hiddenFields(drawnFor(`reason-${rubric}`)))}
      ${personalDataWarning(texts(filling, test))} ${round.trust === 'code-cards' ? codeField(filling) : ''}
      ${aboutReasons(round)} ${values.map(value => valueFields(filling, round, value))}
      <p><button>Versturen</button></p>
    </form>`;
  return {title: test.title, body, isKept: true};
}

function aboutReasons({k}: Round): Html {
  return html`<p class="hint" id="${REASONS_HINT}">
    Wat er anders moet: vanaf ${k} cijfers laten wij dat door elkaar zien, na het sluiten en zonder uw cijfer. Schrijf
    geen namen, adressen of telefoonnummers op. Namen herkennen wij niet: kijk zelf.
  </p>`;
}

function codeField({text, faults}: Filling): Html {
  const label = 'Code van uw kaart';
  const wrong = faults.at({id: 'code', label, at: 'samen-code', typed: text('code'), says: CODE_SAYS});
  return html`<div class="field">
    <label for="code">${label}</label>
    <p class="hint" id="code-hint">Met een kaart doet iedereen één keer mee. Niemand weet wie welke kaart kreeg.</p>
    ${wrongWords('code', wrong)}
    <input
      id="code"
      name="code"
      value="${text('code')}"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      ${describing('code', {hint: 'code-hint', wrong})}
    />
  </div>`;
}

const CODE_SAYS = {
  'missing-key': 'Vul de code van uw kaart in.',
  'wrong-value': 'Deze code kennen wij niet. Kijk of u hem goed hebt overgenomen.',
  taken: 'Met deze code is al meegedaan. Elke kaart doet één keer mee.',
} as const;

function marksTyped(filling: Filling, {values}: Test): Ballot['marks'] {
  const marks = values.flatMap(({rubric}) => {
    const typed = filling.text(`marks[${rubric}]`);
    return typed === '' ? [] : [[rubric, /^\d+$/.test(typed) ? Number(typed) : typed] as const];
  });
  // The API decides what is a mark: whatever else came is refused there.
  return Object.fromEntries(marks) as Record<string, Score>;
}

/** One of the contributions that this form sends, with what its giver knows it by. */
interface Part {
  readonly name: string;
  readonly record: Ballot | Reason;
  readonly receipt: string;
}

function ballotTyped(filling: Filling, test: Test): Part {
  const {id, receipt} = drawn(filling.random, filling.typed, 'ballot');
  const marks = marksTyped(filling, test);
  return {name: 'Uw cijfers', record: {schema: 1, kind: 'ballot', id, round: test.round.id, marks}, receipt};
}

function reasonsTyped(filling: Filling, {round, values}: Test): (Part & {readonly record: Reason})[] {
  return values.flatMap(({rubric, name}) => {
    const text = chosenWords(filling, filling.text(`reasons[${rubric}]`));
    if (text === '') return [];
    const {id, receipt} = drawn(filling.random, filling.typed, `reason-${rubric}`);
    const record: Reason = {...reasonHead(id, round), value: rubric, text};
    return [{name: `Wat er anders moet bij ${name}`, record, receipt}];
  });
}

async function sent(filling: Filling, test: Test): Promise<Sheet> {
  const parts = [ballotTyped(filling, test), ...reasonsTyped(filling, test)];
  try {
    for (const {record, receipt} of parts)
      await give(filling.api, {slug: filling.slug, record, receipt, code: filling.text('code')});
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return askedAgain(filling, error, again => marking(again, test));
  }
  return {title: 'Dank u wel', body: thanks(parts, test.round)};
}

function thanks(parts: readonly Part[], round: Round): Html {
  return html`<p role="status">${received(round)}</p>
    <p>
      Met deze codes kunt u uw antwoord <a href="../../own/form">veranderen of weghalen</a>. Schrijf ze op:
    </p>
    <dl>
      ${parts.map(
        ({name, receipt}) =>
          html`<dt>${name}</dt>
            <dd class="code">${receipt}</dd>`,
      )}
    </dl>`;
}

function reasonHead(id: string, {id: round, planVersion}: Round): Omit<Reason, 'value' | 'text'> {
  return {schema: 1, kind: 'reason', id, round, planVersion};
}
