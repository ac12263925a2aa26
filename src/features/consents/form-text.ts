import type { Signatory } from './consent.ts';
import { blankLine, signatoryTags, textTags } from './form-texts.ts';

export type TextTag = keyof typeof textTags;

export type TagValues = Readonly<Partial<Record<TextTag, string>>>;

/** Tags of a text that the system does not know, as they stand there: «{ФЫО}». */
export const unknownTags = (body: string): string[] => {
  const known = new Set<string>(Object.values(textTags));
  const parts = new Set<string>(Object.values(signatoryTags));
  const found = [...body.matchAll(/\{([#/]?)([^{}\n]*)\}/g)];
  const wrong = found.filter(([, kind = '', name = '']) => !(kind === '' ? known : parts).has(name));
  const open = Object.values(signatoryTags).filter(
    (name) => body.split(`{#${name}}`).length !== body.split(`{/${name}}`).length,
  );
  return [...new Set([...wrong.map(([tag]) => tag), ...open.map((name) => `{#${name}}`)])];
};

/** The text as this person gets it: parts of other ways to sign are left out, what is not known becomes a line to fill in. */
export const fillText = (body: string, signatory: Signatory, values: TagValues): string => {
  let text = body;
  for (const [way, name] of Object.entries(signatoryTags)) {
    const part = new RegExp(`\\{#${name}\\}\\n?([\\s\\S]*?)\\{/${name}\\}\\n?`, 'g');
    text = text.replace(part, way === signatory ? '$1' : '');
  }
  for (const [tag, name] of Object.entries(textTags)) {
    const value = values[tag as TextTag] ?? '';
    text = text.replaceAll(`{${name}}`, () => value || blankLine);
  }
  return text.replace(/\n{3,}/g, '\n\n').trim();
};
