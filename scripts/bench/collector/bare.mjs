// A server of Node that reads a body and answers as the collector would, and does nothing else. A process of its own.
import {createServer} from 'node:http';
import {usualHeaders} from '../../../packages/collector/dist/http/headers.js';

const {port} = JSON.parse(process.argv[2]);
const usual = Object.entries(usualHeaders({publicOrigin: ''})).flat();

const server = createServer((incoming, outgoing) => {
  let text = '';
  incoming.setEncoding('utf8').on('data', piece => (text += piece));
  incoming.on('end', () => {
    const answer = JSON.stringify({id: JSON.parse(text).id, delivery: 'sent'});
    outgoing.writeHead(201, [...usual, 'content-type', 'application/json', 'content-length', answer.length]);
    outgoing.end(answer);
  });
});
server.listen(port, '127.0.0.1', () => process.send({listening: true}));
process.on('disconnect', () => process.exit());
