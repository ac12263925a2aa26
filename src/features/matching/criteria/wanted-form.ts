import type { Criterion } from '../criterion.ts';

/** The mentee asked for this very form, which the mentor offers. */
export const wantedForm: Criterion = {
  name: 'wanted-form',
  most: 5,
  judge(mentor, mentee) {
    const common = mentee.wantedForms.filter((form) => mentor.forms.includes(form));
    return { points: common.length > 0 ? 5 : 0, of: common };
  },
};
