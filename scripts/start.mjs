// npm start: builds everything and serves the demo on port 8080, or PORT.
import {build} from './build.mjs';

await build();
const {serve} = await import('../demo/server.mjs');
const {url} = await serve({port: Number(process.env.PORT ?? 8080), root: 'dist'});
console.log(`The demo is on ${url}`);
