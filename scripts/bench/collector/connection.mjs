// HTTP/1.1 over a bare socket: a generator of load that costs next to nothing itself.
import {connect} from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** A connection that stays open; `ask` sends a request and settles with its status when all of the answer is there. */
export async function connection(port) {
  const socket = connect({port, host: '127.0.0.1', noDelay: true});
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let [received, settle, fail] = [Buffer.alloc(0), undefined, undefined];
  const broken = () => fail?.(new Error('The connection broke.'));
  socket.on('error', broken).on('close', broken);
  socket.on('data', part => {
    received = received.length > 0 ? Buffer.concat([received, part]) : part;
    const length = lengthOf(received);
    if (length === undefined || received.length < length) return;
    const status = Number(received.toString('latin1', 9, 12));
    received = received.subarray(length);
    settle?.(status);
  });
  return {
    ask: request =>
      new Promise((resolve, reject) => {
        [settle, fail] = [resolve, reject];
        socket.write(request);
      }),
    close: () => socket.removeListener('close', broken).destroy(),
  };
}

/** Bytes of a whole answer, once its head is there. */
function lengthOf(received) {
  const end = received.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head);
  if (!length) throw new Error(`An answer without its length:\n${head}`);
  return end + HEAD_END.length + Number(length[1]);
}
