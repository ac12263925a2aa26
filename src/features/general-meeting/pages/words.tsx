import type { Norm } from '../../college/norms.ts';
import type { Card } from '../card.ts';

export type Labels = ReadonlyMap<string, string>;

export const labelsOf = (norms: readonly Norm[]): Labels => new Map(norms.map(({ code, label }) => [code, label]));

/** «Рублёв Илья», or the number on the badge when there is no consent to show the name. */
export const nameOf = ({ name, number }: Pick<Card, 'name' | 'number'>): string => name ?? `Участник №\u00A0${number}`;

/** «ЭМ-41. Подтянуть учёбу, освоиться в колледже. Победитель конкурса» */
export const wordsOf = (card: Card, labels: Labels): string => {
  const topics = card.topics.map((topic, at) => {
    const label = labels.get(topic) ?? topic;
    return at === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1);
  });
  return [card.place, topics.join(', '), card.words].filter(Boolean).join('. ');
};
