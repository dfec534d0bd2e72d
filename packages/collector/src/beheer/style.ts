/** The look of the pages that a collector serves itself: the same ink, lines and spaces as the widgets. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1d1f23, #eceae6);
  --quiet: light-dark(#565a61, #b4b8bf);
  --line: light-dark(#8a8f98, #7d838c);
  --accent: light-dark(#0f5c7a, #7cc4e0);
  --paper: light-dark(#ffffff, #17191c);
  --bad: light-dark(#a5341c, #f2a08a);
  --good: light-dark(#1f6b45, #7fcf9f);
}
* { box-sizing: border-box; }
body {
  max-width: 60rem; margin: 0 auto; padding: min(1rem, 5vw); background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: break-word;
}
.skip { position: absolute; inset-block-start: -4rem; }
.skip:focus { inset-block-start: 0; padding: 0.5rem; background: var(--paper); }
header { border-block-end: 1px solid var(--line); margin-block-end: 2rem; }
header p { margin-block: 0.5rem; }
nav p { font-weight: 600; }
nav ul, .choices { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
nav a, .choices a { display: inline-block; padding-block: 0.625rem; }
a { color: var(--accent); }
a[aria-current] { font-weight: 600; color: var(--ink); text-decoration: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
h1, legend { hyphens: auto; }
h1 { font-size: min(1.75rem, max(1.25rem, 9vw)); line-height: 1.2; margin-block: 0 1.5rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-block: 3rem 0.75rem; }
h3 { font-size: 1.0625rem; margin-block: 2rem 0.5rem; }
p, li, summary, .hint { max-width: 60ch; }
.mark + .mark { margin-block-start: 2.5rem; }
.prose, blockquote { white-space: pre-line; }
section { border-block-start: 1px solid var(--line); margin-block-start: 2rem; padding-block-start: 1rem; }
section > h2 { margin-block-start: 0; }
blockquote { max-width: 60ch; margin: 0 0 1rem; font-size: 1.25rem; text-indent: -0.5em; padding-inline-start: 0.5em; }
blockquote::before { content: '“'; }
mark { background: color-mix(in srgb, var(--accent) 15%, transparent); color: inherit; border-block-end: 2px solid; }
.quiet, .hint { color: var(--quiet); font-size: 0.9375rem; }
.plain { list-style: none; padding: 0; }
.plain li { padding-block: 0.5rem; }
.plain a + .quiet { margin-block: 0.125rem 0.5rem; }
.said, .problem { padding: 0.75rem 1rem; border-inline-start: 4px solid var(--good); }
.problem { border-color: var(--bad); }
.said { position: sticky; inset-block-start: 0; background: var(--paper); }
html:has(.said) { scroll-padding-block-start: 5rem; }
.field { margin-block: 1.25rem; max-width: 40rem; }
.field .hint, .field .wrong { margin-block: 0.125rem 0.25rem; }
.wrong { color: var(--bad); }
label { display: block; font-weight: 600; }
label .quiet { font-weight: 400; }
input, textarea, select {
  width: 100%; min-height: 2.75rem; padding: 0.5rem 0.625rem; border: 1px solid var(--line); border-radius: 4px;
  background: var(--paper); color: inherit; font: inherit;
}
[aria-invalid='true'] { border: 2px solid var(--bad); }
.problem > :first-child { margin-block-start: 0; font-weight: 600; }
.problem > :last-child { margin-block-end: 0; }
.problem li { margin-block: 0.5rem; }
.tick { display: grid; grid-template-columns: 2.75rem 1fr; align-items: center; }
.tick input { width: 1.5rem; min-height: 1.5rem; }
.tick > p { grid-column: 2; }
button, .action {
  display: inline-block; min-height: 2.75rem; padding: 0.5rem 1.25rem; border: 1px solid var(--accent);
  border-radius: 4px; background: var(--accent); color: var(--paper); font: inherit; font-weight: 600;
  text-decoration: none; cursor: pointer; max-width: 100%; overflow-wrap: anywhere;
}
.button { display: inline-block; max-width: 100%; margin-block: 0.5rem; }
.button button, .second { background: transparent; color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; }
dl { margin-block: 0.75rem 1.25rem; }
dt { color: var(--quiet); font-size: 0.9375rem; }
dd { max-width: 60ch; margin: 0 0 0.75rem; }
summary { min-height: 2.75rem; padding-block: 0.5rem; color: var(--accent); cursor: pointer; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.5rem 0.5rem 0.5rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
tbody th { font-weight: 400; overflow-wrap: anywhere; hyphens: auto; }
td > p { margin: 0; }
tr > :last-child { padding-inline-end: 0; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); }
pre, .code { font-family: ui-monospace, monospace; }
.code { font-size: 1.125rem; letter-spacing: 0.05em; }
p.hint + section, form + section { margin-block-start: 3rem; }
fieldset { margin: 2rem 0; padding: 0; border: 0; min-width: 0; }
legend { font-size: 1.25rem; font-weight: 600; padding: 0; overflow-wrap: anywhere; }
.choice {
  display: flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; padding-block: 0.25rem; font-weight: 400;
  overflow-wrap: anywhere;
}
.ticks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 0 1.5rem; margin-block: 1.25rem; }
.ticks legend { font-size: 1em; }
.ticks .wrong { grid-column: 1 / -1; margin-block: 0.125rem 0.25rem; }
.choice input { width: min(1.5rem, 10vw); min-height: min(1.5rem, 10vw); flex: none; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); margin: 0; padding: 0; list-style: none; }
.cards li {
  display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 0.75rem; align-content: center; padding: 0.5rem;
  border: 1px dashed var(--line); break-inside: avoid;
}
.cards svg { width: 5.25rem; height: 5.25rem; background: #fff; padding: 0.25rem; }
.cards p {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden;
  margin: 0; align-self: center; font-size: 0.8125rem; line-height: 1.3;
}
.cards strong { display: block; }
.cards .code { grid-column: 1 / -1; text-align: center; font-size: 1.0625rem; letter-spacing: 0; white-space: nowrap; }
@media print {
  @page { size: A4; margin: 8mm; }
  body { max-width: none; padding: 0; color: #000; background: #fff; }
  h1, .skip, .screen-only { display: none; }
  .cards { grid-template-columns: repeat(3, 1fr); }
  .cards li { height: 34mm; }
}
`;
