import type {QuotesFile, RefusedFile} from '@samenwaarde/core/csv';
import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../shared/heading.js';
import {VoiceController} from '../shared/voice-controller.js';
import {sends, type Desk, type Open, type Tools} from './desk.js';
import {addDeskStyles} from './desk.styles.js';
import {coming, previewTemplate, refusalWords} from './import-preview.template.js';
import {importedTemplate} from './imported.template.js';
import {importTexts, type ImportKey} from './import.messages.js';
import {ImportUndoEvent, QuotesImportEvent} from './quote-capture.events.js';
import {readQuotesFile} from './quotes-file.js';

type Step =
  | {readonly type: 'choose'}
  | {readonly type: 'reading'; readonly stop: AbortController}
  | {readonly type: 'preview'; readonly file: File; readonly read: QuotesFile | RefusedFile}
  /** The host was asked, and has not said that it has them. */
  | {readonly type: 'importing'; readonly before: Open['imported']};

/** For whoever brings quotes in from a CSV file: first looks at what is in it, and can take it back. */
export class ImportDesk implements Desk {
  readonly #tools: Tools;
  readonly #voice: VoiceController<ImportKey>;
  #step: Step = {type: 'choose'};
  /** What was done last, in words. */
  #said = '';
  #undoing = false;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#voice = new VoiceController<ImportKey>(tools.host, importTexts);
    addDeskStyles(tools.host.renderRoot as ShadowRoot);
    tools.host.addController({hostDisconnected: () => this.#stop()});
  }

  follow({imported, about}: Open): void {
    if (this.#step.type === 'importing' && imported !== this.#step.before) this.#show({type: 'choose'});
    if (this.#undoing && !imported) {
      this.#undoing = false;
      this.#show({type: 'choose'}, this.#voice.say(sends(about) ? 'takingAway' : 'undone'));
    }
  }

  render(state: Open): TemplateResult {
    const {say} = this.#voice;
    const {question} = state;
    return html`<section part="import">
      ${heading(this.#tools.host.headingLevel, say('title'))}
      <p class="quiet">${say('forQuestion', {question: question.text})}</p>
      ${importedTemplate(state, this.#said, {voice: this.#voice, undo: () => this.#onUndo(question.id)})}
      ${this.#renderStep(state)}
    </section>`;
  }

  #renderStep(state: Open): TemplateResult {
    const {say} = this.#voice;
    switch (this.#step.type) {
      case 'choose':
        return html`<p>${say('howTo')}</p>
          <label for="file">${say('chooseFile')}</label>
          <input id="file" type="file" accept=".csv,text/csv,text/plain" @change=${this.#onFile} />`;
      case 'reading':
        return html`<div class="actions" part="reading">
          <button type="button" @click=${() => this.#stop()}>${say('stop')}</button>
        </div>`;
      case 'preview':
        return this.#renderPreview(this.#step.file, this.#step.read, state);
      case 'importing':
        return html`<p>${say('importing')}</p>`;
    }
  }

  #renderPreview(file: File, read: QuotesFile | RefusedFile, state: Open): TemplateResult {
    const {say} = this.#voice;
    const toCollector = sends(state.about);
    const found = read.type === 'read' && coming(read, toCollector) > 0 ? read : undefined;
    return html`${previewTemplate(read, column => void this.#read(file, column), {
      voice: this.#voice,
      level: this.#tools.host.headingLevel,
      sends: toCollector,
    })}
      <div class="actions">
        ${
          found
            ? html`<button type="button" class="primary" @click=${() => this.#onImport(found, state)}>
              ${say(toCollector ? 'send' : 'import')}
            </button>`
            : nothing
        }
        <button type="button" @click=${() => this.#show({type: 'choose'})}>${say('otherFile')}</button>
      </div>`;
  }

  async #read(file: File, textColumn?: string): Promise<void> {
    const stop = new AbortController();
    this.#show({type: 'reading', stop}, this.#progress(0));
    const tell = (part: number): void => this.#show(this.#step, this.#progress(part));
    try {
      const read = await readQuotesFile(file, {textColumn, signal: stop.signal, tell});
      if (stop.signal.aborted) this.#show({type: 'choose'}, this.#voice.say('stopped'));
      else if (read.type === 'refused' && !read.reason.endsWith('-column'))
        this.#show({type: 'choose'}, refusalWords(read, this.#voice));
      else this.#show({type: 'preview', file, read}, '');
    } catch {
      this.#show({type: 'choose'}, this.#voice.say('failed'));
    }
  }

  /** How far it is, in steps of ten, so that it is not said all the time. */
  #progress(part: number): string {
    return this.#voice.say('reading', {percent: Math.floor(part * 10) * 10});
  }

  #show(step: Step, said = this.#said): void {
    this.#step = step;
    this.#said = said;
    this.#tools.host.requestUpdate();
  }

  #stop(): void {
    if (this.#step.type === 'reading') this.#step.stop.abort();
  }

  #onImport({quotes}: QuotesFile, {question, imported}: Open): void {
    this.#show({type: 'importing', before: imported}, '');
    const found = quotes.map(({text, held}) => ({text, held}));
    /** @internal Listed by @fires of the widget. */
    this.#tools.host.dispatchEvent(new QuotesImportEvent(question.id, found));
  }

  #onUndo(question: string): void {
    this.#undoing = true;
    /** @internal Listed by @fires of the widget. */
    this.#tools.host.dispatchEvent(new ImportUndoEvent(question));
  }

  readonly #onFile = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) void this.#read(file);
  };
}
