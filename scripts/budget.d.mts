export function measure(folder?: string): {
  name: string;
  bytes: any;
  most: number;
}[];
export function checkBudget(): void;
/** Most bytes, gzipped, by the part of the page. Sizes are in kB of 1,000 bytes. */
export const BUDGET: {
  'the autoloader': {
    file: RegExp;
    most: number;
  };
  'quote capture with Lit': {
    tag: string;
    most: number;
  };
  'rubric vote with Lit': {
    tag: string;
    most: number;
  };
  'plan ballot with Lit': {
    tag: string;
    most: number;
  };
  'scorecard with Lit, before the radar': {
    tag: string;
    most: number;
  };
  'the alliance with its store': {
    tag: string;
    most: number;
  };
  'zod and the schemas': {
    file: RegExp;
    most: number;
  };
  'the radar': {
    file: RegExp;
    most: number;
  };
};
