import {terms} from '@samenwaarde/core';
import {Reason as ReasonRecord, type Ballot, type Reason, type Round, type Score} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {safeParse} from 'zod/v4/core';
import {Refused, refusedAt} from '../beheer/api.js';
import {describing, wrongWords} from '../beheer/described.js';
import type {Html} from '../beheer/layout.js';
import {faultsOf} from '../http/faults.js';
import {allianceIn, found, type Answered} from './answered.js';
import {about, day, hiddenFields, type Sheet} from './document.js';
import type {Filling} from './forms.js';
import {askedAgain, carried, drawn, give} from './give.js';
import {valueToMark, type ValueToMark} from './round-value.js';

/** A plan version to mark on every core value, without a script. */
export async function roundForm(filling: Filling): Promise<Sheet> {
  const answered = await filling.api.get<Answered>(`/v1/alliances/${filling.slug}`);
  const test = testOf(answered, filling.subject);
  if (test === undefined)
    return {title: 'Dit plan is er niet', body: 'Of niet meer. Ga terug naar de website.', status: 404};
  const {round} = test;
  if (round.status === 'closed') {
    const when =
      round.resultsOn === undefined ? 'De uitslag staat op de website.' : `De uitslag komt op ${day(round.resultsOn)}.`;
    return {title: test.title, body: html`<p>Cijfers geven kan niet meer. ${when}</p>`};
  }
  if (!filling.isSent) return marking(filling, test);
  if (Object.keys(marksTyped(filling, test)).length === 0)
    return askedAgain(filling, refusedAt(`marks.${test.values[0]?.rubric ?? ''}`, 'empty'), again =>
      marking(again, test),
    );
  return sent(filling, test);
}

/** A round with everything a person must see to mark it. */
interface Test {
  readonly answered: Answered;
  readonly round: Round;
  readonly title: string;
  readonly plan: string;
  readonly values: readonly ValueToMark[];
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
    ${about(allianceIn(answered), [shown, until])}
    <form method="post">
      ${hiddenFields(drawnFor('ballot'))} ${values.map(({rubric}) => hiddenFields(drawnFor(`reason-${rubric}`)))}
      ${round.trust === 'code-cards' ? codeField(filling) : ''} ${values.map(value => valueToMark(filling, round, value))}
      <p><button>Versturen</button></p>
    </form>`;
  return {title: test.title, body};
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
      ${describing('code', {hint: true, wrong})}
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
    const text = filling.text(`reasons[${rubric}]`);
    if (text === '') return [];
    const {id, receipt} = drawn(filling.random, filling.typed, `reason-${rubric}`);
    const record: Reason = {...reasonHead(id, round), value: rubric, text};
    return [{name: `Wat er anders moet bij ${name}`, record, receipt}];
  });
}

async function sent(filling: Filling, test: Test): Promise<Sheet> {
  const reasons = reasonsTyped(filling, test);
  const parts = [ballotTyped(filling, test), ...reasons];
  try {
    demandRight(reasons.map(({record}) => record));
    for (const {record, receipt} of parts)
      await give(filling.api, {slug: filling.slug, record, receipt, code: filling.text('code')});
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return askedAgain(filling, error, again => marking(again, test));
  }
  return {title: 'Dank u wel', body: thanks(parts)};
}

/** Before the marks are sent: what is wrong with a reason must not leave half of an answer behind. @throws Refused */
function demandRight(reasons: readonly Reason[]): void {
  const errors = reasons.flatMap(record => {
    const {error} = safeParse(ReasonRecord, record);
    return faultsOf(error?.issues ?? [], {value: record, name: `reasons.${record.value}`});
  });
  if (errors.length > 0) throw new Refused(400, {type: 'not-understood', errors});
}

function thanks(parts: readonly Part[]): Html {
  return html`<p role="status">Verstuurd. Wij hebben uw antwoord. U ziet de uitslag als iedereen klaar is.</p>
    <p>Met deze codes kunt u uw antwoord veranderen of weghalen. Schrijf ze op:</p>
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
