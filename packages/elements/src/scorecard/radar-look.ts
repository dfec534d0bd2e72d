/** What a radar is drawn with. Colours are CSS colours, lengths CSS pixels. */
export interface Look {
  readonly ink: string;
  readonly quiet: string;
  /** Rings and axes: there to be looked past. */
  readonly hairline: string;
  readonly accent: string;
  /** The accent at 10 %, which fills the plan. */
  readonly wash: string;
  readonly second: string;
  readonly insufficient: string;
  readonly divided: string;
  readonly paper: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
}

/** Smallest text in a chart, as large as the small text around it at the browser's own size. */
const SMALLEST_TEXT = 13;

/** The colours and the font as they are around `frame`, the box that the radar fills. */
export function lookOf(frame: HTMLElement): Look {
  const {fontFamily, fontSize} = getComputedStyle(frame);
  const {width, height} = frame.getBoundingClientRect();
  return {
    ...coloursOf(frame),
    fontFamily,
    fontSize: Math.max(SMALLEST_TEXT, parseFloat(fontSize)),
    width: Math.floor(width),
    height: Math.floor(height),
    pixelRatio: window.devicePixelRatio,
  };
}

/** The same in black on white, for a printer. */
export function inBlack(look: Look): Look {
  const black = '#000000';
  const white = '#ffffff';
  const colours = {ink: black, quiet: black, accent: black, second: black, insufficient: black, divided: black};
  return {...look, ...colours, hairline: faint(black, 0.3), wash: faint(black, 0.1), paper: white};
}

/**
 * A custom property is only text until something is coloured with it: a passing element is coloured with each, and the
 * browser is asked what came of it, `light-dark()` and all.
 */
function coloursOf(frame: HTMLElement) {
  const probe = frame.appendChild(document.createElement('i'));
  const read = (colour: string): string => {
    probe.style.setProperty('color', colour);
    return getComputedStyle(probe).color;
  };
  const accent = read('var(--_plan)');
  const colours = {
    ink: read('inherit'),
    quiet: read('var(--_quiet)'),
    hairline: faint(read('var(--_line)'), 0.5),
    accent,
    wash: faint(accent, 0.1),
    second: read('var(--_previous)'),
    insufficient: read('var(--_insufficient)'),
    divided: read('var(--_divided)'),
    paper: backgroundOf(frame) ?? read('var(--_paper)'),
  };
  probe.remove();
  return colours;
}

/** A colour at less than full strength, 0–1. Nothing at all where the browser writes the colour in a way of its own. */
function faint(colour: string, strength: number): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 'transparent';
  context.fillStyle = colour;
  const [, opaque] = /^(#[\da-f]{6})$/i.exec(context.fillStyle) ?? [];
  const alpha = Math.round(strength * 255)
    .toString(16)
    .padStart(2, '0');
  return opaque ? `${opaque}${alpha}` : 'transparent';
}

/** The background that is really behind an element, through shadow roots; `null` where nobody paints one. */
function backgroundOf(element: Element): string | null {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const {backgroundColor} = getComputedStyle(at);
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return null;
}

function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}
