import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {fill, language, type Catalogue, type Fillings, type FirstCatalogue, type Text, type Voice} from './voice.js';

type Host = ReactiveControllerHost & HTMLElement & {readonly texts: Readonly<Record<string, Text>>};

/** Every connected controller of the page, for the one observer they share. */
const connected = new Set<{listen(): void}>();
let observer: MutationObserver | undefined;

/**
 * Speaks for a widget: its catalogue in the voice of the nearest `lang` and `address` above it, through shadow roots,
 * with the page's own `texts` first.
 */
export class VoiceController<Key extends string> implements ReactiveController {
  /** The voice it speaks in: the one that the page asks for, and Dutch until that one is there. */
  voice: Voice = 'nl-u';

  readonly #host: Host;
  #catalogue: FirstCatalogue<Key> & Partial<Catalogue<Key>>;
  #asked: Voice = 'nl-u';

  constructor(host: Host, catalogue: FirstCatalogue<Key>) {
    this.#host = host;
    this.#catalogue = catalogue;
    host.addController(this);
  }

  /** `nl` or `en`: what `lang` of the widget's own content must say. */
  get lang(): 'nl' | 'en' {
    return language(this.voice);
  }

  /** Whether it has the words for what the page asks. */
  get ready(): boolean {
    return this.#asked in this.#catalogue;
  }

  /** The text `key`, filled in. An arrow, so that a template can hand it on. */
  readonly say = (key: Key, fillings?: Fillings): string =>
    fill(this.#host.texts[key] ?? (this.#catalogue[this.voice] ?? this.#catalogue['nl-u'])[key], this.voice, fillings);

  /** Says all of this catalogue, which has every text that it had before, from the host's next update on. */
  learn<More extends string>(catalogue: Catalogue<Key | More>): VoiceController<Key | More> {
    this.#catalogue = catalogue;
    this.#choose();
    return this as VoiceController<Key | More>;
  }

  hostConnected(): void {
    connected.add(this);
    if (!observer) {
      observer = new MutationObserver(() => connected.forEach(controller => controller.listen()));
      observer.observe(document.documentElement, {subtree: true, attributeFilter: ['lang', 'address']});
    }
    this.listen();
  }

  hostDisconnected(): void {
    connected.delete(this);
    if (connected.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }

  /** Looks again at what is above the host. */
  listen(): void {
    const asked = voiceAbove(this.#host);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#choose();
    this.#host.requestUpdate();
  }

  #choose(): void {
    this.voice = this.ready ? this.#asked : 'nl-u';
  }
}

function voiceAbove(element: Element): Voice {
  if (nearest(element, 'lang')?.toLowerCase().startsWith('en')) return 'en';
  return nearest(element, 'address') === 'je' ? 'nl-je' : 'nl-u';
}

/** The value of the nearest attribute of that name on the element or above it, through shadow roots. */
function nearest(element: Element, name: string): string | null {
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest(`[${name}]`);
    if (holder) return holder.getAttribute(name);
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
