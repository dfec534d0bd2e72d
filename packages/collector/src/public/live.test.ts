import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from '../database/database.test-helper.js';
import {closeSubject} from '../voices/close.js';
import {ballotOn, bench, makeAlliance, quoteOn, type Bench, type Made} from '../voices/round.test-helper.js';

interface Event {
  readonly id: string;
  readonly data: {readonly revision: number; readonly counts: Readonly<Record<string, number>>};
}

/** The events of a stream, one by one. */
async function* listen(
  {ask}: Bench,
  made: Made,
  headers: Readonly<Record<string, string>> = {},
): AsyncGenerator<Event> {
  const path = `/v1/alliances/${made.slug}/live`;
  const response = await ask('GET', path, {headers: {Accept: 'text/event-stream', ...headers}});
  assert.equal(response.headers.get('Content-Type'), 'text/event-stream; charset=utf-8');
  assert.equal(response.headers.get('X-Accel-Buffering'), 'no');
  let text = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map(line => line.split(/: (.*)/s) as [string, string]));
      if (fields.get('event') === 'alliance')
        yield {id: fields.get('id') ?? '', data: JSON.parse(fields.get('data') ?? '') as Event['data']};
    }
  }
}

/** The first event that is as wanted. */
async function heard(events: AsyncGenerator<Event>, isWanted: (event: Event) => boolean): Promise<Event> {
  for (;;) {
    const next = await events.next();
    if (next.done === true) throw new Error('The stream ended.');
    if (isWanted(next.value)) return next.value;
  }
}

onBothDatabases('the live stream', ground => {
  it('tells what there is, and then every change, whichever collector it came by', async () => {
    const address = await ground.address();
    const one = bench(await ground.at(address));
    const other = ground.kind === 'postgres' ? bench(await ground.at(address)) : bench(one.parts.database);
    const made = await makeAlliance(one.parts.database);
    const {question, round, voteRound} = made;
    const events = listen(one, made);
    const first = await heard(events, () => true);
    assert.deepEqual(first.data, {revision: 1, counts: {[question.id]: 0, [round.id]: 0, [voteRound.id]: 0}});
    await one.give(made, ballotOn(made));
    assert.equal((await heard(events, () => true)).data.counts[round.id], 1);
    await other.give(made, quoteOn(made));
    assert.equal((await heard(events, () => true)).data.counts[question.id], 1);
    const card = {...round, counter: 2, status: 'closed'} as const;
    await closeSubject(other.parts, {alliance: made.alliance.id, card});
    const {data} = await heard(events, ({data: {revision}}) => revision === 2);
    assert.deepEqual(data.counts, {[question.id]: 1, [voteRound.id]: 0});
    await events.return(undefined);
  });

  it('tells nothing twice: after a gap the present state, when that is another', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    const before = listen(collector, made);
    const {id} = await heard(before, () => true);
    await before.return(undefined);
    const same = listen(collector, made, {'Last-Event-ID': id});
    const next = same.next();
    await collector.give(made, ballotOn(made));
    const {value} = (await next) as {value: Event};
    assert.equal(value.data.counts[made.round.id], 1);
    await same.return(undefined);
    const resumed = listen(bench(database), made, {'Last-Event-ID': id});
    assert.equal((await heard(resumed, () => true)).id, value.id);
    await resumed.return(undefined);
  });

  it('has listeners come back at different moments', async () => {
    const database = await ground.open();
    const made = await makeAlliance(database);
    const begins = async (drawn: number) => {
      const {ask} = bench(database, {random: length => new Uint8Array(length).fill(drawn)});
      const path = `/v1/alliances/${made.slug}/live`;
      const {body} = await ask('GET', path, {headers: {Accept: 'text/event-stream'}});
      const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
      const {value} = await reader.read();
      await reader.cancel();
      return /^retry: (\d+)\n/.exec(value ?? '')?.[1];
    };
    assert.deepEqual([await begins(0), await begins(255)], ['1000', '4000']);
  });

  it('tells many listeners the same', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    const streams = Array.from({length: 50}, () => listen(collector, made));
    await Promise.all(streams.map(events => heard(events, () => true)));
    for (let given = 0; given < 10; given++) await collector.give(made, ballotOn(made));
    const last = await Promise.all(
      streams.map(events => heard(events, ({data: {counts}}) => counts[made.round.id] === 10)),
    );
    assert.equal(new Set(last.map(({id}) => id)).size, 1);
    await Promise.all(streams.map(events => events.return(undefined)));
  });

  it('ends when the collector stops', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    const events = listen(collector, made);
    await heard(events, () => true);
    collector.live.close();
    assert.deepEqual(await events.next(), {value: undefined, done: true});
  });

  it('is told once as JSON to whoever asks for that, and not again as long as it is the same', async () => {
    const database = await ground.open();
    const collector = bench(database);
    const made = await makeAlliance(database);
    const path = `/v1/alliances/${made.slug}/live`;
    await collector.give(made, ballotOn(made));
    const first = await collector.ask('GET', path);
    const {revision, counts} = (await first.json()) as Event['data'];
    assert.deepEqual([revision, counts[made.round.id]], [1, 1]);
    const headers = {'If-None-Match': first.headers.get('ETag') ?? ''};
    assert.equal((await bench(database).ask('GET', path, {headers})).status, 304);
    await collector.give(made, ballotOn(made));
    assert.equal((await collector.ask('GET', path, {headers})).status, 200);
  });
});
