import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect} from 'node:net';
import {it} from 'node:test';
import {json} from './answer.js';
import {typedIn} from './form.js';
import {listening} from './node.js';
import {problemAnswer, type Problem} from './problem.js';
import {listen} from './server.js';
import {asking, responseOf} from './web.js';

const FORM = 'POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n';

it('a page does nothing with a form of which only a part came', async context => {
  const done: string[] = [];
  const api = asking(({path}) => Promise.resolve(json(done.push(path))));
  const server = await listen('127.0.0.1', 0, {});
  context.after(() => server.close());
  const answers: ((status: number) => void)[] = [];
  const fetch: Parameters<typeof listening>[0]['site']['fetch'] = async (request, exchange) => {
    answers.shift()?.(0);
    const doing = typedIn(request).then(typed => api(new Request(`http://a/${[...typed.keys()].join()}`), exchange));
    const answer = await doing.catch((error: unknown) => responseOf(problemAnswer(error as Problem)));
    answers.shift()?.(answer.status);
    return answer;
  };
  const failed = (error: unknown) => assert.fail(String(error));
  server.answer(listening({answering: () => undefined, site: {fetch}, usual: {}, failed}));
  for (const [sent, status] of [
    ['whole=a', 200],
    ['who', 400],
  ] as const) {
    const [seen, told] = [0, 1].map(() => new Promise<number>(resolve => answers.push(resolve)));
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`${FORM}Content-Length: 7\r\n\r\n${sent}`);
    await seen;
    if (sent.length < 7) socket.destroy();
    const answered = await told;
    socket.destroy();
    assert.equal(answered, status, sent);
  }
  assert.deepEqual(done, ['/whole']);
});
