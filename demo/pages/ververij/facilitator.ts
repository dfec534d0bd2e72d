import {html, type Html} from '../../html.js';

/** A button that closes a round, so that its result is shown. */
export function reveal(label: string, round: string): Html {
  return html`<button type="button" data-reveal="${round}">${label}</button>\n`;
}

/** What a facilitator does with an alliance that lives in this browser. The buttons get to work by facilitator.js. */
export function facilitator(reveals: readonly Html[]): Html {
  return html`<section class="flow facilitator" aria-labelledby="begeleider">
<h2 id="begeleider">Voor de begeleider</h2>
<p>In deze oefenversie bent u dat zelf. Alles staat op dit apparaat.</p>
${
  reveals.length > 0 &&
  html`<div class="actions">${reveals}</div>
<p class="quiet">De uitslag laten zien sluit de ronde: daarna kan niemand meer meedoen. Vanaf 5 antwoorden is er een uitslag. Zo ziet niemand wat een ander koos.</p>`
}
<h3>Bestanden</h3>
<div class="actions">
<button type="button" data-export="parcel">Antwoorden van dit apparaat opslaan</button>
<button type="button" data-export="publication">Bestand voor een website opslaan</button>
<button type="button" data-export="backup">Reservekopie opslaan</button>
</div>
<p class="field"><label for="bestand">Antwoorden van een ander apparaat erbij halen</label>
<input type="file" id="bestand" accept=".json,application/json" data-import></p>
<h3>Opnieuw beginnen</h3>
<div class="actions"><button type="button" data-wipe>Alles op dit apparaat wissen</button></div>
<p role="status" data-status></p>
</section>`;
}
