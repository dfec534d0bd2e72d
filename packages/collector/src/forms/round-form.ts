import {terms} from '@samenwaarde/core';
import type {Ballot, Reason, Round, Score} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {Refused} from '../beheer/api.js';
import {hiddenFields} from '../beheer/fields.js';
import type {Html} from '../beheer/layout.js';
import {allianceIn, found, type Answered} from './answered.js';
import {about, day, resultsOn, type Sheet} from './document.js';
import type {Filling} from './forms.js';
import {carried, drawn, give, whyNot, type Drawn} from './give.js';
import {chosenWords, isDoubtful, personalDataWarning, type Typed} from './personal-data.js';
import {valueFields, type Asked} from './value-fields.js';

/** A plan version to mark on every core value, without a script. */
export async function roundForm(filling: Filling): Promise<Sheet> {
  const answered = await filling.api.get<Answered>(`/v1/alliances/${filling.slug}`);
  const test = testOf(answered, filling.subject);
  if (test === undefined)
    return {title: 'Dit plan is er niet', body: 'Of niet meer. Ga terug naar de website.', status: 404};
  if (!filling.isSent) return test.round.status === 'closed' ? closed(test) : marking(filling, test);
  const problem = wrongIn(filling, test);
  if (problem !== undefined) return {...marking(filling, test), problem, status: 400};
  if (isDoubtful(filling, texts(filling, test))) return {...marking(filling, test), status: 400};
  return sent(filling, test);
}

function closed({title, round}: Test): Sheet {
  const when = resultsOn(round) ?? 'De uitslag staat op de website.';
  return {title, body: html`<p>Cijfers geven kan niet meer. ${when}</p>`};
}

/** Why what was filled in cannot be given as it is. */
function wrongIn(filling: Filling, test: Test): string | undefined {
  const marks = marksTyped(filling, test);
  if (Object.keys(marks).length === 0) return 'Geef eerst bij minstens één kernwaarde een cijfer.';
  const unasked = test.values.filter(
    ({rubric, passMark}) => filling.text(`reasons[${rubric}]`) !== '' && !isInsufficient(marks[rubric], passMark),
  );
  if (unasked.length === 0) return undefined;
  const names = unasked.map(({name}) => name).join(', ');
  return `Wat er anders moet, vragen wij alleen bij een onvoldoende. Kijk nog eens naar: ${names}.`;
}

function isInsufficient(score: Score | undefined, passMark: number): boolean {
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
    <form method="post">
      ${hiddenFields(drawnFor('ballot'))} ${values.map(({rubric}) => hiddenFields(drawnFor(`reason-${rubric}`)))}
      ${personalDataWarning(texts(filling, test))}
      ${round.trust === 'code-cards' ? codeField(filling) : ''} 
      <p class="hint" id="reasons-hint">
        Wat er anders moet: vanaf ${round.k} cijfers laten wij dat door elkaar zien, na het sluiten en zonder uw cijfer.
        Schrijf geen namen, adressen of telefoonnummers op. Namen herkennen wij niet: kijk zelf.
      </p>
      ${values.map(value => valueFields(filling, round, value))}
      <p><button>Versturen</button></p>
    </form>`;
  return {title: test.title, body};
}

function codeField(filling: Filling): Html {
  return html`<div class="field">
    <label for="code">Code van uw kaart</label>
    <p class="hint" id="code-hint">Met een kaart doet iedereen één keer mee. Niemand weet wie welke kaart kreeg.</p>
    <input
      id="code"
      name="code"
      value="${filling.text('code')}"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      aria-describedby="code-hint"
    />
  </div>`;
}

function marksTyped(filling: Filling, {values}: Test): Ballot['marks'] {
  const marks = values.flatMap(({rubric}) => {
    const typed = filling.text(`marks[${rubric}]`);
    return typed === '' ? [] : [[rubric, /^\d+$/.test(typed) ? Number(typed) : typed] as const];
  });
  // The API decides what is a mark: whatever else came is refused there.
  return Object.fromEntries(marks) as Record<string, Score>;
}

async function sent(filling: Filling, test: Test): Promise<Sheet> {
  const {round, values} = test;
  const {api, slug, random, typed} = filling;
  const code = filling.text('code');
  const ballot = drawn(random, typed, 'ballot');
  const given: {readonly name: string; readonly drawn: Drawn}[] = [{name: 'Uw cijfers', drawn: ballot}];
  try {
    const marks = marksTyped(filling, test);
    const record: Ballot = {schema: 1, kind: 'ballot', id: ballot.id, round: round.id, marks};
    await give(api, {slug, record, receipt: ballot.receipt, code});
    for (const {rubric, name} of values) {
      const text = chosenWords(filling, filling.text(`reasons[${rubric}]`));
      if (text === '') continue;
      const reason = drawn(random, typed, `reason-${rubric}`);
      const words: Reason = {...reasonHead(reason.id, round), value: rubric, text};
      await give(api, {slug, record: words, receipt: reason.receipt, code});
      given.push({name: `Wat er anders moet bij ${name}`, drawn: reason});
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {...marking(filling, test), problem: whyNot(error), status: error.status};
  }
  const body = html`<p role="status">Verstuurd. Wij hebben uw antwoord. U ziet de uitslag als iedereen klaar is.</p>
    <p>
      Met deze codes kunt u uw antwoord <a href="../../own/form">veranderen of weghalen</a>. Schrijf ze op:
    </p>
    <dl>
      ${given.map(
        ({name, drawn: {receipt}}) =>
          html`<dt>${name}</dt>
            <dd class="code">${receipt}</dd>`,
      )}
    </dl>`;
  return {title: 'Dank u wel', body};
}

function reasonHead(id: string, {id: round, planVersion}: Round): Omit<Reason, 'value' | 'text'> {
  return {schema: 1, kind: 'reason', id, round, planVersion};
}
