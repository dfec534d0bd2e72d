// So many listeners on the live stream while ballots arrive at a steady pace. A process of its own.
import {connect} from 'node:net';
import {ballotRequest} from './alliance.mjs';
import {connection} from './connection.mjs';

const {port, made, listeners, perSecond, seconds} = JSON.parse(process.argv[2]);
const ballots = perSecond * seconds;
/** When the n-th ballot was sent. */
const sent = new Float64Array(ballots + 1);
const delays = new Float64Array(listeners * ballots);
let heard = 0;
let gap = 0;

function listen() {
  const socket = connect({port, host: '127.0.0.1', noDelay: true});
  socket.setEncoding('latin1');
  const count = new RegExp(`"${made.round.id}":(\\d+)`, 'g');
  let [seen, rest] = [0, ''];
  return new Promise((resolve, reject) => {
    socket.on('error', reject).on('data', text => {
      const whole = rest + text;
      rest = whole.slice(whole.lastIndexOf('\n') + 1);
      for (const [, number] of whole.slice(0, whole.length - rest.length).matchAll(count)) {
        const now = performance.now();
        for (; seen < Number(number); seen++) delays[heard++] = now - sent[seen + 1];
        resolve(() => seen);
      }
    });
    socket.write(
      `GET /v1/alliances/${made.slug}/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n`,
    );
  });
}

const seen = await Promise.all(Array.from({length: listeners}, listen));
const open = await Promise.all(Array.from({length: 8}, () => connection(port)));
process.send({listening: true});
const start = performance.now();
await new Promise(resolve => {
  let number = 0;
  const waiting = [...open];
  const timer = setInterval(() => {
    const due = Math.min(ballots, Math.floor(((performance.now() - start) / 1_000) * perSecond));
    while (number < due && waiting.length > 0) {
      const free = waiting.shift();
      sent[++number] = performance.now();
      void free.ask(ballotRequest(made, `127.0.0.1:${port}`)).then(status => {
        if (status !== 201) throw new Error(`A ballot was answered with ${status}.`);
        waiting.push(free);
      });
    }
    gap = Math.max(gap, due - number);
    if (number === ballots) resolve(clearInterval(timer));
  }, 2);
});
while (seen.some(count => count() < ballots)) await new Promise(resolve => setTimeout(resolve, 50));
const sorted = delays.subarray(0, heard).sort();
process.send({p99: sorted[Math.floor(heard * 0.99)], median: sorted[heard >> 1], heard, gap});
process.exit();
