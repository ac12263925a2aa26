import type { Moment, Reader } from './material.ts';

export const momentNames: Readonly<Record<Moment, string>> = {
  start: 'Знакомство',
  plan: 'План',
  work: 'Встречи и работа',
  trouble: 'Если трудно',
  finish: 'Завершение',
};

export const readerNames: Readonly<Record<Reader, string>> = {
  mentor: 'наставнику',
  mentee: 'наставляемому',
  staff: 'куратору и педагогам',
};
