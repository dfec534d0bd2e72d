import assert from 'node:assert/strict';
import {it} from 'node:test';
import {backup} from '@samenwaarde/core/files';
import type {AnyRecord, RecordOf} from '@samenwaarde/core/schema';
import {onBothDatabases, untilWaiting} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {watched} from '../database/watched.test-helper.js';
import {bench, newId, putCard, told} from '../voices/round.test-helper.js';
import {deskOn, read, type Desk} from './desk.test-helper.js';

interface Voted extends Desk {
  readonly value: RecordOf<'value'>;
  readonly rubric: RecordOf<'rubric'>;
  readonly proposal: RecordOf<'name-proposal'>;
  readonly put: (card: AnyRecord) => Promise<string>;
}

const card = () => ({schema: 1 as const, id: newId(), counter: 1, tag: 'a'});

/** A vote that is open on a rubric with a value, for which a name was proposed. */
async function vote(database: Database): Promise<Voted> {
  const desk = await deskOn(database);
  const known = desk.made.cards.find(({kind}) => kind === 'rubric') as RecordOf<'rubric'>;
  const put = async (each: AnyRecord) => told(await desk.atDesk('PUT', `/cards/${each.id}`, {body: each}));
  const value = {...card(), kind: 'value', name: 'schaduw'} as const;
  const rubric = {...known, counter: 2, values: [value.id]};
  const proposal = {...card(), kind: 'name-proposal', rubric: rubric.id, name: 'Warm'} as const;
  for (const each of [value, proposal]) await putCard(database.query, desk.made.alliance.id, each);
  assert.equal(await put(rubric), '200', 'a value may come');
  return {...desk, put, value, rubric, proposal};
}

onBothDatabases('what a vote shows', ground => {
  it('stays as it is while people vote on it, and a name that could be chosen for good', async () => {
    const {put, made, value, rubric, proposal} = await vote(await ground.open());
    const changes = [
      {...rubric, counter: 3, name: 'Koud'},
      {...value, counter: 2, name: 'zon'},
      {...proposal, counter: 2, name: 'Koud'},
    ];
    for (const change of changes) assert.equal(await put(change), '409 frozen', change.kind);
    const beside = [
      {...proposal, id: newId(), name: 'Thuis'},
      {...rubric, id: newId(), name: 'Niet in de ronde'},
      {...value, id: newId()},
    ];
    for (const each of beside) assert.equal(await put(each), '201', each.kind);
    assert.equal(await put({...made.voteRound, counter: 2, status: 'closed'}), '200');
    const closed = await Promise.all(changes.map(put));
    assert.deepEqual(closed, ['200', '200', '409 frozen']);
  });

  it('does not become something else by a file', async () => {
    const {atDesk, made, value, rubric, proposal} = await vote(await ground.open());
    const newer = [
      {...rubric, counter: 3, name: 'Koud'},
      {...value, counter: 2, name: 'zon'},
      {...proposal, counter: 2, name: 'Koud'},
    ];
    const others = made.cards.filter(({id}) => id !== rubric.id);
    const file = backup([...others, ...newer]);
    const {reported} = await read<{reported: {kind: string; reason: string}[]}>(
      await atDesk('POST', '/imports', {body: file}),
    );
    const frozen = reported.map(({kind, reason}) => `${kind} ${reason}`).sort();
    assert.deepEqual(frozen, ['name-proposal frozen', 'rubric frozen', 'value frozen']);
  });

  it('comes along with the vote in one file, whatever comes first', async () => {
    const {atDesk, put, made, rubric} = await vote(await ground.open());
    assert.equal(await put({...made.voteRound, counter: 2, status: 'closed'}), '200');
    const ids = ['0', 'f'].map(first => `${first}${newId().slice(1)}`);
    const votes = ids.map(id => ({...made.voteRound, id}));
    const known = made.cards.filter(({id}) => ![rubric.id, made.voteRound.id].includes(id));
    const file = backup([...known, ...votes, {...rubric, values: [], counter: 3, name: 'Koud'}]);
    const {added, replaced, reported} = await read<{added: number; replaced: number; reported: object[]}>(
      await atDesk('POST', '/imports', {body: file}),
    );
    assert.deepEqual([added, replaced, reported], [2, 1, []]);
  });

  if (ground.kind === 'postgres')
    it('stays as it is once the vote is about to open', async () => {
      const address = await ground.address();
      const database = await ground.at(address);
      const {put, made, cookie, rubric} = await vote(database);
      assert.equal(await put({...made.voteRound, counter: 2, status: 'closed'}), '200');
      const beside = await ground.at(address);
      let changing: Promise<string> | undefined;
      const change = () => untilWaiting(beside, (changing ??= put({...rubric, counter: 3, name: 'Koud'})));
      const {ask} = bench(watched(database, ['insert', 'card'], change));
      const round = {...made.voteRound, id: newId()};
      const path = `/v1/alliances/${made.slug}/cards/${round.id}`;
      assert.equal((await ask('PUT', path, {headers: {cookie}, body: round})).status, 201);
      assert.equal(await changing, '409 frozen');
    });
});
