import type { Role } from '../../kernel/actor.ts';

export const needSources = ['self', 'class-teacher', 'parent', 'psychologist', 'curator', 'import'] as const;
export type NeedSource = (typeof needSources)[number];

/** From whom a need comes when the form does not ask: by who sits at the keyboard. */
export const sourceOf = (roles: readonly Role[]): NeedSource => {
  if (roles.includes('curator') || roles.includes('administrator') || roles.includes('deputy')) return 'curator';
  return roles.includes('psychologist') || roles.includes('social-teacher') ? 'psychologist' : 'class-teacher';
};

/** What one reader sees of a need: a confidential one shows neither its topic nor that it is special. */
export type SeenNeed = { readonly kind: 'open' | 'secret'; readonly topic: string } | { readonly kind: 'counted' };

export const seen = (need: { topic: string; confidential: boolean }, maySecrets: boolean): SeenNeed => {
  if (!need.confidential) return { kind: 'open', topic: need.topic };
  return maySecrets ? { kind: 'secret', topic: need.topic } : { kind: 'counted' };
};
