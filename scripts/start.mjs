// npm start: builds everything and serves the demo on port 8080, or PORT.
import {serve} from '../demo/server.mjs';
import {build} from './build.mjs';

try {
  await build();
  const {url} = await serve({port: Number(process.env.PORT ?? 8080), root: 'dist'});
  console.log(`The demo is on ${url}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
