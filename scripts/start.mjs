// npm start: builds everything and serves the demo with a collector behind it, on port 8080, or PORT.
import {serve} from '../demo/server.mjs';
import {build} from './build.mjs';
import {whenStopped} from './run.mjs';

try {
  await build();
  const {startDemoCollector} = await import('./demo-collector.mjs');
  const demo = await serve({port: Number(process.env.PORT ?? 8080), root: 'dist'});
  const collector = await startDemoCollector({root: 'dist', origin: new URL(demo.url).origin});
  demo.standBefore(collector.url);
  console.log(`The demo is on ${demo.url}`);
  console.log(`For facilitators: ${demo.url}beheer — name ${collector.name}, passphrase ${collector.passphrase}`);
  console.log('Ctrl-C stops it. What was given on the page “met iedereen tegelijk” is gone then.');
  whenStopped(async () => {
    await Promise.all([demo.close(), collector.close()]);
    process.exit();
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
