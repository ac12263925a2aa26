import { createHash, randomBytes } from 'node:crypto';

/** Signs that are not taken for one another; all of them fit the dense mode of a QR code. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const mark = 'NSC1';
const codeLength = 10;

const spelled = (bytes: Uint8Array): string => [...bytes].map((byte) => alphabet[byte % 32] ?? '').join('');

/** Fifty random bits: says nothing about the person, and a misread code meets no other. */
export const newFormCode = (): string => spelled(randomBytes(codeLength));

/** Six signs by which a form of another college is known without knowing that college. */
export const collegeTag = (collegeId: string): string =>
  spelled(createHash('sha256').update(collegeId).digest().subarray(0, 6));

/** What stands in the QR of a page: «NSC1.7QK2MD.X4TB9A0ZKW.2». */
export const qrText = (tag: string, code: string, page: number): string => `${mark}.${tag}.${code}.${page}`;

export type QrReading =
  | { readonly kind: 'form'; readonly code: string; readonly page: number }
  | { readonly kind: 'other-college' }
  | { readonly kind: 'foreign' };

const pattern = new RegExp(`^${mark}\\.([${alphabet}]{6})\\.([${alphabet}]{${codeLength}})\\.(\\d{1,2})$`);

/** Understands a QR that was found on a page. */
export const readQrText = (text: string, ownTag: string): QrReading => {
  const [, tag, code, page] = pattern.exec(text) ?? [];
  if (tag === undefined || code === undefined) return { kind: 'foreign' };
  return tag === ownTag ? { kind: 'form', code, page: Number(page) } : { kind: 'other-college' };
};

/** Of all codes of one page: a form of ours, else the nearest to it; undefined when there was none. */
export const bestReading = (texts: readonly string[], ownTag: string): QrReading | undefined => {
  const readings = texts.map((text) => readQrText(text, ownTag));
  const forms = readings.filter((one) => one.kind === 'form');
  // Two sheets on one picture: nobody can say whose the picture is, so a person decides.
  if (new Set(forms.map(({ code }) => code)).size > 1) return { kind: 'foreign' };
  return forms[0] ?? readings.find((one) => one.kind === 'other-college') ?? readings[0];
};
