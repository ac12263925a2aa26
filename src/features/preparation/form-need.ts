import type { PersonKind } from '../people/person.ts';

/** An open need as the choice of forms sees it. */
export interface NeedLine {
  readonly personId: string;
  readonly personKind: PersonKind;
  readonly groupId: string | null;
  readonly topic: string;
  readonly confidential: boolean;
  /** Forms that the person named; empty when none was. */
  readonly wantedForms: readonly string[];
}

export interface FormNeed {
  readonly personId: string;
  readonly groupId: string | null;
  /** null: told in confidence, the reader may not tell it apart. */
  readonly topic: string | null;
  readonly form: string;
}

/** Which form usually answers a topic; topics that the college added itself stay with students. */
const usualForms: Readonly<Record<string, string>> = {
  workplace: 'employer-student',
  profession: 'employer-student',
  job: 'employer-student',
  teaching: 'teacher-teacher',
  methods: 'teacher-teacher',
};

/** The forms of one need: those the person named; otherwise by who the person is and by the topic. */
export const formsOf = (line: NeedLine): readonly string[] => {
  if (line.wantedForms.length > 0) return line.wantedForms;
  if (line.personKind === 'staff') return ['teacher-teacher'];
  // A confidential topic must not show through the form it leads to.
  return [(line.confidential ? undefined : usualForms[line.topic]) ?? 'student-student'];
};

/** @param secrets whether the reader knows topics of confidential needs */
export const formNeeds = (lines: readonly NeedLine[], secrets: boolean): readonly FormNeed[] =>
  lines.flatMap((line) =>
    formsOf(line).map((form) => ({
      personId: line.personId,
      groupId: line.groupId,
      topic: line.confidential && !secrets ? null : line.topic,
      form,
    })),
  );

export interface HeatFilter {
  readonly form?: string | undefined;
  /** null: people without a group. */
  readonly groupId?: string | null | undefined;
  readonly topic?: string | null | undefined;
}

/** People behind a cell of the map, each once. */
export const peopleIn = (needs: readonly FormNeed[], { form, groupId, topic }: HeatFilter): readonly string[] => [
  ...new Set(
    needs
      .filter((need) => form === undefined || need.form === form)
      .filter((need) => groupId === undefined || need.groupId === groupId)
      .filter((need) => topic === undefined || need.topic === topic)
      .map(({ personId }) => personId),
  ),
];

/** How strongly a cell is tinted, 0–4, against the fullest cell of the map. */
export const heatOf = (people: number, most: number): 0 | 1 | 2 | 3 | 4 => {
  if (people <= 0 || most <= 0) return 0;
  return Math.min(4, Math.ceil((people / most) * 4)) as 1 | 2 | 3 | 4;
};

/** A form is proposed from so many people on; below it a pair is made where somebody asks. */
export const worthAForm = 3;
/** So many mentees a mentor, to begin with. */
export const menteesPerMentor = 2;

export interface FormProposal {
  readonly form: string;
  readonly needed: number;
  readonly chosen: boolean;
  readonly mentees: number;
  readonly mentors: number;
}

/** The rule, as the page says it: from three people on; all who asked; a mentor for two. */
export const proposeForms = (needs: readonly FormNeed[], forms: readonly string[]): readonly FormProposal[] =>
  forms.map((form) => {
    const needed = peopleIn(needs, { form }).length;
    const chosen = needed >= worthAForm;
    const mentees = chosen ? needed : 0;
    return { form, needed, chosen, mentees, mentors: Math.ceil(mentees / menteesPerMentor) };
  });

/** What the working group decides about one form. */
export interface FormChoice extends FormProposal {
  readonly expected: string;
}
