import assert from 'node:assert/strict';
import {test} from 'node:test';
import {check} from './doors.mjs';

const WRONG = {
  'packages/collector/src/database/open.ts': ["import {x} from '../../testing/postgres.mjs';"],
  'packages/core/src/tally.ts': [
    "import {html} from 'lit';",
    "import * as z from 'zod';",
    "import '../../connect/src/store.js';",
  ],
  'packages/elements/src/scorecard/scorecard.ts': [
    "import {x} from '../plan-ballot/plan-ballot.js';",
    "import {Chart} from 'chart.js';",
  ],
  'packages/elements/src/shared/heading.ts': ["import {x} from '../scorecard/scorecard.js';"],
  'packages/connect/src/store.ts': [
    "import {ConnectEvent} from '@samenwaarde/elements/shared/requests';",
    "import {html} from 'lit';",
  ],
};

const RIGHT = {
  'packages/collector/src/database/database.test-helper.ts': ["import {x} from '../../testing/postgres.mjs';"],
  'packages/core/src/schema.ts': ["import * as z from 'zod/mini';"],
  'packages/elements/src/scorecard/radar-chart.ts': ["import {Chart} from 'chart.js';"],
  'packages/elements/src/scorecard/scorecard.ts': [
    "import {tally} from '@samenwaarde/core';",
    "import {heading} from '../shared/heading.js';",
  ],
  'packages/connect/src/store.ts': [
    "import type {About} from '@samenwaarde/elements/shared/about';",
    "await import('@samenwaarde/core/files');",
  ],
  'packages/core/src/tally.test.ts': ["import {test} from 'node:test';"],
};

for (const [path, lines] of Object.entries(WRONG))
  for (const line of lines) test(`${path} may not: ${line}`, () => assert.equal(check([path], () => line).length, 1));

for (const [path, lines] of Object.entries(RIGHT))
  for (const line of lines)
    test(`${path} may: ${line}`, () =>
      assert.deepEqual(
        check([path], () => line),
        [],
      ));
