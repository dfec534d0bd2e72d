import {backup} from '@samenwaarde/core/files';
import {dataBlock, html} from '../html.js';
import type {Kit, Page} from '../page.js';
import {asked, bowlingGreen2050} from '../sites/bowling-green/alliance.js';
import {plainPage} from './site.js';

/** What real residents said about their town, imported by whoever looks at this page. */
export function bowlingGreen(kit: Kit): Page {
  return plainPage(kit, {
    path: 'bowling-green/index.html',
    lang: 'en',
    title: 'Bowling Green 2050',
    description: 'What residents of Bowling Green, Kentucky said about their town, imported as quotes.',
    styles: ['bowling-green'],
    scripts: ['statements'],
    embeds: true,
    body: html`<samen-alliance name="bowling-green-2050" practice>
${dataBlock(backup(bowlingGreen2050()))}
<div class="flow opening">
<p class="kicker">Bowling Green, Kentucky, 2024</p>
<h1>Bowling Green 2050</h1>
<p class="lead">Residents were asked one question about their town:</p>
<blockquote class="question"><p>${asked}</p></blockquote>
</div>
<section class="flow" aria-labelledby="open">
<h2 id="open">Open their answers</h2>
<ol>
<li><a href="/bowling-green/statements.csv" download>Save the file with their statements</a> (CSV, 316 statements).</li>
<li>Open it below. You see what is in it before anything is kept.</li>
<li>Then read what they said, below. If it was not what you wanted, undo it.</li>
</ol>
<div class="asking">
<samen-quote-capture heading-level="3" mode="import"><p>Here you can open a file. Nothing to see? Then JavaScript is off in your browser.</p></samen-quote-capture>
</div>
</section>
<section class="flow" aria-labelledby="statements">
<h2 id="statements">What they said</h2>
<p>Word for word, in no order, without names.</p>
<div class="actions"><button type="button" data-show>Show what was imported</button></div>
<p role="status" data-status></p>
<ul class="statements" role="list" data-list></ul>
<div class="actions" data-pages hidden>
<button type="button" data-step="-1">Previous 25</button>
<button type="button" data-step="1">Next 25</button>
</div>
</section>
<section class="flow" aria-labelledby="source">
<h2 id="source">Where these words come from</h2>
<p>Data was gathered using the Polis software (compdemocracy.org/polis) and is sub-licensed under CC BY 4.0 with attribution to The Computational Democracy Project. Source: the repository compdemocracy/openData, folder bg2050-volunteers. Kept here: number and text of the 316 that the organisers published; the 55 they withheld are left out. <a href="/bowling-green/ATTRIBUTION.md">Full attribution</a></p>
<p>What you import stays in this browser. This page has nothing to do with the city of Bowling Green.</p>
</section>
</samen-alliance>`,
  });
}
