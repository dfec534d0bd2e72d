import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Moderation, RubricVote} from '@samenwaarde/core/schema';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {deskOn, type Desk} from '../method/desk.test-helper.js';
import {bench, decisionOn, newId, newReceipt, pathOf, told, voteOn, type Made} from './round.test-helper.js';

interface Shown {
  readonly shown: {readonly votes: number; readonly rubrics: readonly {rubric: string; names: unknown}[]};
}

interface Queued {
  readonly items: readonly {readonly record: Record<string, string>; readonly status: string}[];
  readonly next?: string;
}

/** A vote round with a facilitator beside it. */
interface Scene extends Desk {
  /** The rubrics that names are given to. */
  readonly rubrics: readonly [string, string];
  /** Decides on the own name of a vote for the first rubric. */
  readonly decide: (vote: RubricVote, outcome: Moderation['outcome'], more?: Partial<Moderation>) => Promise<Response>;
  readonly close: () => Promise<Response>;
  /** What the round shows of the first rubric's names. */
  readonly names: () => Promise<unknown>;
}

async function scene(database: Database): Promise<Scene> {
  const desk = await deskOn(database);
  const {made, atDesk} = desk;
  const [first = '', second = ''] = made.values;
  const put = (card: {readonly id: string}) => atDesk('PUT', `/cards/${card.id}`, {body: card});
  return {
    ...desk,
    rubrics: [first, second],
    decide: (vote, outcome, more = {}) => put({...decisionOn(vote, outcome), rubric: first, ...more}),
    close: () => put({...made.voteRound, counter: 2, status: 'closed'} as Made['voteRound']),
    names: async () => {
      const answer = await desk.ask('GET', `/v1/alliances/${made.slug}/rounds/${made.voteRound.id}/result`);
      return ((await answer.json()) as Shown).shown.rubrics.find(({rubric}) => rubric === first)?.names;
    },
  };
}

const named = (own: string, {made, rubrics: [first]}: Scene): RubricVote => voteOn(made, {names: {[first]: {own}}});

/** Everything that everybody can read, and the file that facilitators make for everybody. */
async function everywhere({ask, atDesk, made}: Scene): Promise<string> {
  const home = `/v1/alliances/${made.slug}`;
  const open = ['', '/live', `/rounds/${made.voteRound.id}/result`, '/own-contribution'];
  const options = {receipt: newReceipt(), headers: {accept: 'application/json'}};
  const answers = await Promise.all(open.map(path => ask('GET', home + path, options)));
  return (await Promise.all([...answers, await atDesk('GET', '/publication')].map(answer => answer.text()))).join('\n');
}

async function queue({atDesk}: Scene, query: string): Promise<Queued> {
  return (await (await atDesk('GET', `/queue?${query}`)).json()) as Queued;
}

/** What the sender may know of the names in a vote. */
async function toldOfNames(scene: Scene, vote: RubricVote, receipt: string): Promise<unknown> {
  const answer = await scene.ask('GET', pathOf(scene.made, vote), {receipt});
  return ((await answer.json()) as {names?: unknown}).names;
}

onBothDatabases('own words in votes', ground => {
  it('are nowhere for others, in an open round and in a closed one, before somebody released them', async () => {
    const here = await scene(await ground.open());
    const {give, close, made, rubrics, names} = here;
    const [first, second] = rubrics;
    const marks = {own: 'Naamteken', objection: 'Tegenteken', missing: 'Mistteken'};
    for (let voter = 0; voter < 4; voter++) {
      const objections = {[first]: marks.objection, [second]: marks.objection};
      await give(made, {...named(marks.own, here), objections, missing: marks.missing} as RubricVote);
      await give(made, voteOn(made));
    }
    assert.doesNotMatch(await everywhere(here), /teken/);
    await close();
    assert.doesNotMatch(await everywhere(here), /teken/);
    assert.deepEqual(await names(), {type: 'unanswered'}, 'nothing tells that somebody chose a name');
  });

  it('that are objections, or say what is missing, stay with the facilitator, whatever is decided', async () => {
    const here = await scene(await ground.open());
    const {give, close, made, rubrics, decide, atDesk} = here;
    const objections = {[rubrics[0]]: 'Tegenteken'};
    const votes = Array.from({length: 4}, () => voteOn(made, {objections, missing: 'Mistteken'}));
    for (const vote of votes) await give(made, vote);
    const [vote] = votes as [RubricVote];
    assert.equal(await told(await decide(vote, 'released')), '409 missing-record', 'there is no own name');
    const whole = decisionOn(vote, 'released');
    assert.equal((await atDesk('PUT', `/cards/${whole.id}`, {body: whole})).status, 201);
    await close();
    assert.doesNotMatch(await everywhere(here), /teken/);
    const {items} = (await (await atDesk('GET', '/remarks')).json()) as {items: Record<string, string>[]};
    assert.deepEqual(items.map(({kind, text}) => [kind, text]).sort(), [
      ...votes.map(() => ['missing', 'Mistteken']),
      ...votes.map(() => ['objection', 'Tegenteken']),
    ]);
    const said = JSON.stringify(items);
    assert.ok(!votes.some(({id}) => said.includes(id)), 'which vote it is in is not told');
    const pages = await Promise.all(
      ['?kind=missing&limit=3', `?cursor=${items[4]?.['id'] ?? ''}`].map(query => atDesk('GET', `/remarks${query}`)),
    );
    const [page, rest] = (await Promise.all(pages.map(each => each.json()))) as {items: unknown[]; next?: string}[];
    assert.deepEqual([page?.items.length, typeof page?.next, rest?.items], [3, 'string', items.slice(5)]);
  });

  it('count in the result as they may be read, each by itself, before the close and after it', async () => {
    const here = await scene(await ground.open());
    const {give, close, names, decide} = here;
    const votes = ['Thuis', 'Thuis', 'Bij Kees', 'Rot op'].map(own => named(own, here));
    for (const vote of votes) await give(here.made, vote);
    const [one, two, three, four] = votes as [RubricVote, RubricVote, RubricVote, RubricVote];
    await decide(one, 'released');
    await close();
    assert.deepEqual(await names(), {type: 'too-few-voices'});
    await decide(two, 'released');
    await decide(three, 'released', {redacted: 'Bij [naam]'});
    const refusal = {...decisionOn(four, 'released'), rubric: here.rubrics[0]};
    await here.atDesk('PUT', `/cards/${refusal.id}`, {body: refusal});
    assert.match(await everywhere(here), /Rot op/);
    const later = {...refusal, counter: 2, outcome: 'refused', reason: 'insult'};
    await here.atDesk('PUT', `/cards/${refusal.id}`, {body: later});
    assert.deepEqual(await names(), {
      type: 'shown',
      n: 3,
      names: [
        {name: {own: 'Thuis'}, count: 2},
        {name: {own: 'Bij [naam]'}, count: 1},
      ],
    });
    assert.doesNotMatch(await everywhere(here), /Kees|Rot op/);
  });

  it('tell their sender what was decided, and nobody else', async () => {
    const here = await scene(await ground.open());
    const {give, ask, decide, close, made, rubrics} = here;
    const [first, second] = rubrics;
    const [vote, receipt] = [voteOn(made, {names: {[first]: {own: 'Thuis'}, [second]: {own: 'Rot op'}}}), newReceipt()];
    await give(made, vote, {receipt});
    assert.deepEqual(await toldOfNames(here, vote, receipt), {[first]: {type: 'held'}, [second]: {type: 'held'}});
    await decide(vote, 'released');
    await decide(vote, 'refused', {rubric: second, reason: 'insult'});
    const decided = {[first]: {type: 'released'}, [second]: {type: 'refused', reason: 'insult'}};
    assert.deepEqual(await toldOfNames(here, vote, receipt), decided);
    await close();
    assert.deepEqual(await toldOfNames(here, vote, receipt), decided);
    assert.equal(await told(await ask('GET', pathOf(made, vote), {receipt: newReceipt()})), '404 not-found');
  });

  it('are read by themselves: without the rest of the vote, and not beside each other', async () => {
    const here = await scene(await ground.open());
    const {give, made, rubrics} = here;
    const [first, second] = rubrics;
    const votes = Array.from({length: 30}, (_, voter) =>
      voteOn(made, {
        names: {[first]: {own: `A${voter}`}, [second]: {own: `B${voter}`}},
        ...{dots: {[first]: 3}, objections: {[first]: 'Tegenteken'}, missing: 'Mistteken'},
      }),
    );
    for (const vote of votes) await give(made, vote);
    const seen: Record<string, string>[] = [];
    for (let cursor = ''; ;) {
      const page = await queue(here, `kind=own-name&status=held&limit=7${cursor}`);
      seen.push(...page.items.map(({record}) => record));
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
    }
    const written = votes.flatMap(({names}) => Object.values(names).flatMap(name => ('own' in name ? name.own : [])));
    assert.deepEqual(seen.map(({text}) => text).sort(), written.sort());
    for (const record of seen)
      assert.deepEqual(Object.keys(record).sort(), ['id', 'kind', 'of', 'round', 'rubric', 'text']);
    const neighbours = seen.filter(({of}, place) => seen[place + 1]?.['of'] === of).length;
    assert.ok(neighbours < 15, `${neighbours} of 30 votes have their names beside each other`);
    assert.ok(seen.every(({id, of}) => id !== of));
    assert.equal((await queue(here, 'kind=quote')).items.length, 0);
    assert.equal((await queue(here, 'limit=500')).items.length, 60);
  });

  it('are read again when they become others; what did not change stays decided', async () => {
    const here = await scene(await ground.open());
    const {give, ask, decide, atDesk, made, rubrics, parts} = here;
    const [first, second] = rubrics;
    const [vote, receipt] = [
      voteOn(made, {names: {[first]: {own: 'Bij Kees'}, [second]: {own: 'Thuis'}}}),
      newReceipt(),
    ];
    await give(made, vote, {receipt});
    await decide(vote, 'released', {redacted: 'Bij [naam], Kees dus'});
    await decide(vote, 'released', {rubric: second});
    await give(made, {...vote, dots: {[first]: 1}} as RubricVote, {receipt});
    assert.deepEqual(await toldOfNames(here, vote, receipt), {
      [first]: {type: 'released'},
      [second]: {type: 'released'},
    });
    await give(made, {...vote, names: {...vote.names, [first]: {own: 'Rot op'}}} as RubricVote, {receipt});
    assert.deepEqual(await toldOfNames(here, vote, receipt), {[first]: {type: 'held'}, [second]: {type: 'released'}});
    assert.doesNotMatch(await (await atDesk('GET', '/cards?kind=moderation')).text(), /Kees/);
    const without = {...vote, names: {[second]: {own: 'Thuis'}}} as RubricVote;
    await give(made, without, {receipt});
    assert.equal(await told(await decide(vote, 'released', {redacted: 'Kees'})), '409 missing-record');
    assert.equal((await ask('DELETE', pathOf(made, vote), {receipt})).status, 204);
    assert.equal(await told(await decide(vote, 'released', {rubric: second})), '409 missing-record');
    const cards = await parts.database.query
      .selectFrom('card')
      .select('body')
      .where('kind', '=', 'moderation')
      .execute();
    assert.deepEqual(cards, [], 'no decision outlives the words');
  });

  it('go from the figures with the texts of the alliance, and the counts stay', async () => {
    const here = await scene(await ground.open());
    const {give, close, decide, atDesk, names, made} = here;
    for (const own of ['Thuis', 'Thuis', 'Welkom']) {
      const vote = named(own, here);
      await give(made, vote);
      await decide(vote, 'released');
    }
    await close();
    assert.match(await everywhere(here), /Welkom/);
    assert.equal((await atDesk('DELETE', '?what=texts')).status, 204);
    assert.doesNotMatch(await everywhere(here), /Welkom|Thuis/);
    assert.deepEqual(await names(), {type: 'unanswered'});
    assert.match(await everywhere(here), /"votes":3/);
  });

  it('go with the texts of an alliance that started from a publication too', async () => {
    const here = await scene(await ground.open());
    const {give, close, decide, atDesk, names, made} = here;
    for (const own of ['Thuis', 'Thuis', 'Welkom']) {
      const vote = named(own, here);
      await give(made, vote);
      await decide(vote, 'released');
    }
    await close();
    const file = (await (await atDesk('GET', '/publication')).json()) as object;
    const elsewhere = bench(await ground.open());
    const {cookie} = await entered(elsewhere);
    const [headers, slug] = [{cookie}, `b${newId()}`];
    assert.equal((await elsewhere.ask('POST', '/v1/alliances', {headers, body: {slug, file}})).status, 201);
    const read = async () =>
      (await elsewhere.ask('GET', `/v1/alliances/${slug}/rounds/${made.voteRound.id}/result`)).text();
    assert.deepEqual(
      (JSON.parse(await read()) as Shown).shown.rubrics.find(({rubric}) => rubric === here.rubrics[0])?.names,
      await names(),
    );
    assert.equal((await elsewhere.ask('DELETE', `/v1/alliances/${slug}?what=texts`, {headers})).status, 204);
    assert.doesNotMatch(await read(), /Thuis|Welkom/);
    assert.match(await read(), /"votes":3/);
  });

  it('are as public as they were when an alliance starts from its backup', async () => {
    const here = await scene(await ground.open());
    const {give, close, decide, atDesk, made, names} = here;
    const votes = ['Thuis', 'Thuis', 'Welkom', 'Rot op'].map(own => named(own, here));
    for (const vote of votes) await give(made, vote);
    for (const vote of votes.slice(0, 3)) await decide(vote, 'released');
    await close();
    const file = (await (await atDesk('GET', '/backup')).json()) as object;
    const elsewhere = bench(await ground.open());
    const {cookie} = await entered(elsewhere);
    const slug = `b${newId()}`;
    const begun = await elsewhere.ask('POST', '/v1/alliances', {headers: {cookie}, body: {slug, file}});
    assert.equal(begun.status, 201);
    const answer = await elsewhere.ask('GET', `/v1/alliances/${slug}/rounds/${made.voteRound.id}/result`);
    const shown = ((await answer.json()) as Shown).shown.rubrics.find(({rubric}) => rubric === here.rubrics[0])?.names;
    assert.deepEqual(shown, await names());
    assert.doesNotMatch(await (await elsewhere.ask('GET', `/v1/alliances/${slug}`)).text(), /Rot op/);
  });
});
