import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import type {IncomingMessage} from 'node:http';
import {connect} from 'node:net';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {begun} from './begun.test-helper.js';
import {newFolder} from './folder.test-helper.js';
import {ownFile} from './own-file.test-helper.js';

let child: ChildProcess | undefined;
// Also that of a test that failed.
after(() => child?.kill('SIGKILL'));

/** The collector as a process, and the port on which it listens. */
async function running() {
  const started = spawn(process.execPath, ownFile('main', import.meta.url), {
    env: {...process.env, PORT: '0', DATA: join(newFolder(), 'main.sqlite')},
  });
  child = started;
  let said = '';
  for await (const part of started.stderr) {
    said += String(part);
    const port = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
    if (port !== undefined) return {started, port: Number(port)};
  }
  throw new Error(said);
}

/** Resolves once nobody listens there any more. */
async function deaf(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isAnswered = await new Promise(done => socket.on('connect', () => done(true)).on('error', () => done(false)));
    socket.destroy();
    if (isAnswered === false) return;
  }
}

test('a second Ctrl-C does not break off what is under way', async () => {
  const {started, port} = await running();
  const exit = once(started, 'exit');
  const asking = await begun(port);
  started.kill('SIGINT');
  await deaf(port);
  started.kill('SIGINT');
  asking.end('{}');
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  assert.equal(answer.statusCode, 400);
  assert.deepEqual(await exit, [0, null]);
});
