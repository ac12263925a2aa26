import type { Role } from '../../kernel/actor.ts';

/** A row of the built-in roadmap. Terms are words of `kernel/term`; roles are those who find the row on their day page. */
export interface TemplateRow {
  readonly number: string;
  readonly title: string;
  readonly content: string;
  readonly term: string;
  readonly responsible: readonly string[];
  readonly roles: readonly Role[];
  readonly documents: readonly string[];
}

export interface TemplateStage {
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly term: string;
  readonly rows: readonly TemplateRow[];
}

/** One row; people are words for the paper with the role they stand for. */
export const row = (
  number: string,
  title: string,
  content: string,
  term: string,
  responsible: readonly (readonly [string, Role])[],
  documents: readonly string[],
): TemplateRow => ({
  number,
  title,
  content,
  term,
  responsible: responsible.map(([words]) => words),
  roles: [...new Set(responsible.map(([, role]) => role))],
  documents,
});

export const director = ['директор', 'director'] as const;
export const deputies = ['заместители директора', 'deputy'] as const;
export const deputy = ['заместитель директора по воспитательной работе', 'deputy'] as const;
export const group = ['рабочая группа', 'working-group'] as const;
export const curator = ['куратор программы', 'curator'] as const;
export const methodist = ['методист', 'methodist'] as const;
export const classTeachers = ['классные руководители', 'class-teacher'] as const;
export const psychologist = ['педагог-психолог', 'psychologist'] as const;
export const socialTeacher = ['социальный педагог', 'social-teacher'] as const;
export const editor = ['ответственный за сайт', 'editor'] as const;
export const mentors = ['наставники', 'mentor'] as const;
