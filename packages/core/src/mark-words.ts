/** What the marks 1–10 mean on a Dutch school report, in Dutch: place 0 is mark 1. */
export const MARK_WORDS = [
  'zeer slecht',
  'slecht',
  'ruim onvoldoende',
  'onvoldoende',
  'net niet voldoende',
  'voldoende',
  'ruim voldoende',
  'goed',
  'zeer goed',
  'uitstekend',
] as const;
