import type { Criterion } from '../criterion.ts';

/** The mentee asked for this form, and the mentor offers it. */
export const wantedForm: Criterion = {
  name: 'wanted-form',
  usualWeight: 5,
  judge(mentor, mentee, form) {
    const asked = mentee.wantedForms.includes(form) && mentor.forms.includes(form);
    return { share: asked ? 1 : 0, of: asked ? [form] : [] };
  },
};
