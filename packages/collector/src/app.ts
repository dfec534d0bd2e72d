import {admit, ownOrigin} from './facilitator/admit.js';
import {auditRoutes} from './facilitator/audit.js';
import {peopleRoutes} from './facilitator/people.js';
import {sessionRoutes} from './facilitator/sessions.js';
import {setUpRoutes} from './facilitator/set-up.js';
import {apiPages} from './http/api-pages.js';
import {cors} from './http/cors.js';
import {frame, type Answering} from './http/frame.js';
import {healthRoutes} from './http/health.js';
import {pace} from './http/pace.js';
import type {Route} from './http/route.js';
import {allianceRoutes} from './method/alliances.js';
import {cardRoutes} from './method/card-routes.js';
import {codeCardRoutes} from './method/code-cards.js';
import {countRoutes} from './method/counts.js';
import {fileRoutes} from './method/file-routes.js';
import {doors, type Door} from './method/origins.js';
import {queueRoutes} from './method/queue.js';
import {noticing} from './method/refused-origins.js';
import {remarkRoutes} from './method/remarks.js';
import {settingsRoutes} from './method/settings-routes.js';
import type {Parts} from './parts.js';
import {publicRoutes} from './public/alliance.js';
import {live, type Live} from './public/live.js';
import {isOwnOrigin} from './settings.js';
import {endRoutes} from './upkeep/end-routes.js';
import {codes} from './voices/codes.js';
import {flushing} from './voices/flush.js';
import {subjects} from './voices/give.js';
import {voiceRoutes} from './voices/routes.js';
import {writer, type Writer} from './voices/writer.js';

/** Everything that a collector does, without a server around it. */
export interface Rooms {
  /** The table of all routes. */
  readonly routes: readonly Route[];
  /** The routes behind their guards. */
  readonly answering: Answering;
  readonly writer: Writer;
  readonly live: Live;
}

/** Makes the rooms of a collector, and the table of what can be asked in them. */
export function rooms(parts: Parts): Rooms {
  const {database, random, settings} = parts;
  const alliance = doors(parts);
  const flush = writer(database, () => flushing(database, random));
  const cards = codes(parts);
  const stream = live(parts);
  const voiceParts = {
    database,
    writer: flush,
    codes: cards,
    subject: subjects(database),
    alliance,
    changed: stream.changed,
  };
  const ours = [
    ...healthRoutes(parts),
    ...publicRoutes(parts),
    ...stream.routes,
    ...voiceRoutes(voiceParts),
    ...setUpRoutes(parts),
    ...sessionRoutes(parts),
    ...allianceRoutes(parts),
    ...settingsRoutes(parts),
    ...cardRoutes(parts, stream.changed),
    ...queueRoutes(parts),
    ...remarkRoutes(parts),
    ...codeCardRoutes(parts, cards),
    ...countRoutes(parts),
    ...fileRoutes(parts),
    ...endRoutes(parts),
    ...peopleRoutes(parts),
    ...auditRoutes(parts),
  ];
  const routes = [...ours, ...apiPages(ours, settings)];
  return {routes, answering: guarded(parts, routes, alliance), writer: flush, live: stream};
}

function guarded(parts: Parts, table: readonly Route[], find: (slug: string) => Promise<Door | undefined>): Answering {
  const {settings, log} = parts;
  const refused = noticing(parts);
  return frame(table, {
    guards: [cors({isOwn: origin => isOwnOrigin(settings, origin), find, refused}), pace(parts), ownOrigin(parts)],
    admit: (arrival, route) => admit(parts, arrival, route),
    failed: error => log.error('failed', error),
    basePath: settings.basePath,
  });
}
