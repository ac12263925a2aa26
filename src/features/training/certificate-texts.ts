import { type Day, formatDay, formatDayLong } from '../../kernel/day.ts';
import { counted } from '../../kernel/russian/plural.ts';
import type { College } from '../college/college.ts';
import { fullName, type Person, shortName } from '../people/person.ts';
import type { Certificate } from './certificate-rows.ts';

export const certificateTitle = ({ number }: Pick<Certificate, 'number'>): string => `Удостоверение №\u00a0${number}`;

/** What the template of a certificate prints. */
export const certificateData = (certificate: Certificate, college: College, signatory: Person | undefined) => ({
  колледж: college.fullName,
  номер: String(certificate.number),
  ФИО: fullName(certificate),
  программа: certificate.programmeTitle,
  часы: counted(certificate.hours, 'академического часа', 'академических часов', 'академических часов'),
  дата: formatDayLong(certificate.issuedOn),
  подписант: { должность: signatory?.post || 'Директор', имя: signatory ? shortName(signatory) : '' },
});

/** What the fact of training rests on. */
export const certificateWords = (number: number, on: Day): string =>
  `Удостоверение №\u00a0${number} от\u00a0${formatDay(on)}`;

export const outsideWords = (certificate: string, on: Day, organisation: string): string =>
  `Удостоверение ${certificate} от\u00a0${formatDay(on)}, ${organisation}`;
