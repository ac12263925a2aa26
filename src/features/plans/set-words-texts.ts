import type { TemplateInput, TemplateTask } from './template.ts';

export interface BuiltIn extends TemplateInput {
  readonly code: string;
}

interface Words {
  readonly goals: string;
  readonly formats: readonly string[];
  /** «Что сделать | что получится», by thirds of the period. */
  readonly begin: readonly string[];
  readonly work: readonly string[];
  readonly end: readonly string[];
}

const taskOf =
  (part: TemplateTask['part']) =>
  (line: string): TemplateTask => {
    const [title = '', expected = ''] = line.split(' | ');
    return { part, title, expected };
  };

export const builtIn = (form: string, variant: string, title: string, words: Words): BuiltIn => ({
  code: variant ? `${form}-${variant}` : form,
  ...{ form, variant, title },
  goals: words.goals,
  formats: words.formats,
  tasks: [...words.begin.map(taskOf(1)), ...words.work.map(taskOf(2)), ...words.end.map(taskOf(3))],
});
