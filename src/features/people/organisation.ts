export interface OrganisationInput {
  readonly name: string;
  readonly inn: string | null;
  readonly contacts: string;
}

export interface Organisation extends OrganisationInput {
  readonly id: string;
  /** Specialists who work there. */
  readonly people: number;
}

const weights = {
  10: [[2, 4, 10, 3, 5, 9, 4, 6, 8]],
  12: [
    [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
    [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  ],
} as const;

/** Whether a taxpayer's number has the right length and its check digits agree (order of the tax service). */
export const isInn = (inn: string): boolean => {
  if (!/^(?:\d{10}|\d{12})$/.test(inn)) return false;
  const rules = inn.length === 10 ? weights[10] : weights[12];
  return rules.every((row) => {
    const sum = row.reduce((total, weight, index) => total + weight * Number(inn[index]), 0);
    return (sum % 11) % 10 === Number(inn[row.length]);
  });
};
