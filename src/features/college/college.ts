/** The college as its papers name it. */
export interface College {
  readonly id: string;
  readonly fullName: string;
  readonly shortName: string;
  readonly founder: string;
  readonly city: string;
  readonly contacts: string;
  readonly timeZone: string;
  readonly directorId: string | null;
  /** Deputy who answers for the programme: named in orders as the one who controls. */
  readonly controllerId: string | null;
  /** Start year of the academic year the college works in. */
  readonly currentYear: number;
  readonly setup: Readonly<Partial<Record<SetupStep, 'done' | 'skipped'>>>;
}

export const setupSteps = ['college', 'roadmap', 'people', 'documents', 'helpers'] as const;
export type SetupStep = (typeof setupSteps)[number];

export type CollegeInput = Omit<College, 'id' | 'directorId' | 'controllerId' | 'setup'>;

/** The first step that was neither done nor skipped; undefined when the guide is over. */
export const nextStep = ({ setup }: Pick<College, 'setup'>): SetupStep | undefined =>
  setupSteps.find((step) => setup[step] === undefined);
