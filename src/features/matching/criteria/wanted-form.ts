import type { Criterion } from '../criterion.ts';

/** The mentee asked for a form that the mentor offers. */
export const wantedForm: Criterion = {
  name: 'wanted-form',
  usualWeight: 5,
  judge(mentor, mentee) {
    const common = mentee.wantedForms.filter((form) => mentor.forms.includes(form));
    return { share: common.length > 0 ? 1 : 0, of: common };
  },
};
